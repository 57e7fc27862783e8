"""Words that several outputs share."""

from sxtdbv_cli.text.language import Text

TOTAL = Text("Tổng", "Total")
DECLARED = Text("Tổng nêu trong văn bản", "Declared in the text")
LINE = Text("Dòng", "Line")
SHARE = Text("Tỷ trọng", "Share")
MARK = "*"
MARKED = Text(
    "số nằm trong một phép cộng không khớp; xem “sxtdbv check”",
    "takes part in a sum that fails; see “sxtdbv check”",
)
MORE = Text("… và {more:d} mục nữa (xem đủ với --format json)", "… and {more:d} more (all of them with --format json)")
