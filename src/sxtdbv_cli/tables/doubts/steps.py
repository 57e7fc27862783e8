"""What can be done about a doubt, said behind what it is: by its message, else by its code."""

from collections.abc import Mapping

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.doubts import codes, columns_left_out, figures, header, left_out, units
from sxtdbv_cli.tables.doubts.nesting import again, behind, headings, levels, numbers, rows, summed, totals
from sxtdbv_cli.text.language import Text

NUMBER = Text("nếu vậy, hãy ghi số thứ tự cho mục và các dòng của nó", "if so, number the heading and its lines")
JOIN = Text("nếu vậy, hãy gộp vào một ô", "if so, put both into one cell")
NAME_TOTAL = Text(
    "hãy ghi rõ tên mục ở dòng tổng, ví dụ “Cộng mục I”", "name its section in the total, such as “Total of I”"
)
CALL_TOTAL = Text(
    "nếu vậy, hãy gọi là “Cộng …” hoặc đánh số các dòng thuộc nó theo cấp dưới",
    "if so, call it “Total …”, or number its lines as of a lower level",
)
DELETE = Text(
    "nếu không phải một dòng của bảng, hãy xóa hoặc để ra ngoài bảng", "if it is no line, move it off the table"
)
LEVELS = Text(
    "xem cây dòng bằng sxtdbv inspect; nếu sai, hãy sửa số thứ tự hoặc nêu --parents",
    "see the tree in sxtdbv inspect; where it is wrong, mend the numbers or state --parents",
)
COLUMNS = Text(
    "xem các cột bằng sxtdbv inspect; nếu sai, hãy sửa tên cột hoặc nêu --columns",
    "see the columns in sxtdbv inspect; where they are wrong, mend the headings or state --columns",
)
TYPE = Text("hãy gõ lại thành số", "type it as a number")
STATE_UNIT = Text("hãy nêu bằng --unit", "state it with --unit")
APART = Text("để đọc riêng một bảng, hãy nêu --range hoặc --sheet", "to read one by itself, state --range or --sheet")
COMPARE = Text("hãy so với văn bản", "compare it with the text")

_BY_MESSAGE: Mapping[Text, Text | None] = {
    **dict.fromkeys((headings.HEAD, headings.HEADS_NOTHING), NUMBER),
    rows.WRAPPED: JOIN,
    **dict.fromkeys((totals.TOTAL_OF, totals.TOTAL_LEFT), NAME_TOTAL),
    **dict.fromkeys((summed.SUMMED, summed.HEADS, summed.CALLED), CALL_TOTAL),
    **dict.fromkeys((headings.NO_LINE, rows.CARRIED, behind.BEHIND_LAST, behind.BESIDE_TOTAL), DELETE),
    **dict.fromkeys((again.AGAIN, left_out.OTHER_BLOCKS), APART),
    **dict.fromkeys((units.NO_UNIT, units.UNITS), STATE_UNIT),
    **dict.fromkeys((left_out.TOTAL_SAID, left_out.BEHIND_SAID, left_out.BREAKS_OFF, left_out.TWICE_SAID), COMPARE),
    **dict.fromkeys((left_out.OUTSIDE, left_out.OTHER_SHEETS, left_out.COUNTS), None),
    **dict.fromkeys((headings.GOES_ON, totals.TOTAL_AGAIN, units.IN_FIGURES), None),  # which say so themselves
    **dict.fromkeys((figures.ROUGH, figures.PARTS), TYPE),
}
_BY_CODE: Mapping[str, Text] = {
    codes.NESTING: LEVELS,
    codes.COLUMN_RULE: Text(
        "hãy ghi quy tắc ở hàng đánh số cột (ví dụ 3=1+2), hoặc sửa số",
        "state the rule in the row of numbers (such as 3=1+2), or mend the figures",
    ),
    codes.LINE_RULE: Text("hãy sửa quy tắc hoặc sửa số", "mend the rule or the figures"),
    codes.LEFT_OUT: COLUMNS,
    codes.HEADER: COLUMNS,
}


_WEIGHED = {
    *(None, figures.ROUGH, figures.PARTS, header.NO_HEADER),
    *(
        left_out.OTHER_BLOCKS,
        left_out.OTHER_SHEETS,
        left_out.OUTSIDE,
        columns_left_out.GROUPED,
        columns_left_out.WORDED,
    ),
    *(numbers.ODD_NUMBER, levels.RUNNING),
    *(summed.CALLED, behind.BESIDE_TOTAL, rows.WRAPPED),
}
"""What is settled where the figures of the line, the column or the table are added, and come out."""
_FACTS = {
    *(columns_left_out.WORKED_OUT, columns_left_out.AVERAGED, columns_left_out.PRICED, columns_left_out.MEASURED),
    *(columns_left_out.SHARED, left_out.COUNTS, left_out.STATISTIC, levels.ALONE, levels.FLAT, header.AKIN),
}
"""What is proven, or speaks of no figure."""


def with_step(doubt: Doubt) -> Doubt:
    """A doubt that says as well what can be done about it, and whether sums settle it."""
    said = doubt.message
    weighed = doubt.severity is None and said in _WEIGHED and (said is not None or doubt.code == codes.NO_FIGURE)
    doubt = doubt._replace(weighed=weighed, severity=Severity.NOTE if said in _FACTS else doubt.severity)
    if said is None:
        return doubt
    step = _BY_MESSAGE[said] if said in _BY_MESSAGE else _BY_CODE.get(doubt.code)
    if step is None:
        return doubt
    return doubt._replace(message=Text(f"{said.vi}; {step.vi}", f"{said.en}; {step.en}"))
