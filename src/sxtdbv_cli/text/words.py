"""Words that several outputs share, and lists of names."""

from collections.abc import Sequence

from sxtdbv_cli.text.language import Text

TOTAL = Text("Tổng", "Total")
DECLARED = Text("Tổng nêu trong văn bản", "Declared in the text")
LINE = Text("Dòng", "Line")
COLUMN = Text("Cột", "Column")
CODE = Text("Mã", "Code")
SEVERITY = Text("Mức độ", "Severity")
FINDING = Text("Nội dung", "Finding")
STATED = Text("Ghi", "Stated")
COMPUTED = Text("Cộng lại", "Adds up to")
DIFFERENCE = Text("Chênh lệch", "Difference")
DOCUMENT = Text("cả văn bản", "the document")
UNIT = Text("Đơn vị: {unit}", "Unit: {unit}")
NO_UNIT = Text("Đơn vị tính: bảng không nêu", "Unit: the table states none")
SHARE = Text("Tỷ trọng", "Share")
MARK = "*"
MARKED = Text(
    "số nằm trong một phép cộng không khớp; xem “sxtdbv check”", "takes part in a sum that fails; see “sxtdbv check”"
)
MORE = Text("… và {more:d} mục nữa (xem đủ với --format json)", "… and {more:d} more (all of them with --format json)")


def first_of(names: Sequence[str], most: int) -> str:
    """The first of many names, and a sign that there are more."""
    return ", ".join([*names[:most], "…"][: len(names)])
