"""SX507: a figure where nobody sees it or nobody looks: under merged cells, or beside the table."""

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.sheet import Position, Sheet
from sxtdbv_cli.rules.cells import Addresses, in_grid, in_table, of_kind
from sxtdbv_cli.rules.rule import LEFT_OUT, Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.WARNING
TITLE = Text("Số nằm ngoài chỗ của bảng", "A figure out of place")
MESSAGE = Text(
    "số {text} nằm khuất dưới ô đã gộp ({merged}): không ai thấy nhưng công thức vẫn cộng",
    "the figure {text} lies under merged cells ({merged}): nobody sees it, yet formulas add it",
)
OUTSIDE = Text(
    "{count:d} số nằm ngoài bảng, cạnh các dòng của bảng ({first} là ô đầu); không được tính vào đâu cả",
    "figures outside the table, beside its lines: {count:d} (the first is {first}); they count nowhere",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every figure under merged cells, and for every column of figures beside the table that no doubt
    tells yet."""
    sheet = subject.sheet
    if sheet is None:
        return
    addresses = Addresses(subject, sheet)
    if under := _merged_away(sheet):
        for position, found in in_table(sheet, of_kind(Kind.NUMBER)):
            if position in under:
                yield Hit(addresses.of(position), {"text": found.text, "merged": under[position]})
    told = {doubt.address for doubt in sheet.understanding.doubts if doubt.code == LEFT_OUT}
    for column in _beside(sheet):
        stray = [(row, column) for row in sheet.figures if _is_stray(sheet, (row, column))]
        if stray and in_grid(stray[0]) not in told:
            yield Hit(
                in_grid(stray[0]),
                {"count": len(stray), "first": sheet.grid.named(stray[0])},
                severity=Severity.NOTE,
                message=OUTSIDE,
            )


def _merged_away(sheet: Sheet) -> dict[Position, str]:
    """The cells of the table that merged cells hide, each with the name of the range."""
    block = sheet.understanding.block
    return {
        (row, column): span.name
        for span in sheet.grid.merged
        for row in range(max(span.top, block.top), min(span.bottom, block.bottom) + 1)
        for column in range(max(span.left, block.left), min(span.right, block.right) + 1)
        if (row, column) != (span.top, span.left)
    }


def _beside(sheet: Sheet) -> list[int]:
    """The columns of the sheet to the left and the right of the table."""
    block = sheet.understanding.block
    width = max((len(sheet.grid.rows[row]) for row in sheet.figures), default=0)
    return [*range(block.left), *range(block.right + 1, width)]


def _is_stray(sheet: Sheet, position: Position) -> bool:
    """Whether a cell holds a number that stands in no table at all: another table is told as such (SX516)."""
    found = sheet.grid.at(*position)
    inside = any(span.holds(position) for span in sheet.understanding.others)
    return found is not None and found.kind is Kind.NUMBER and not inside
