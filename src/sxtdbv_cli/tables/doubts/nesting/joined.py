"""Rows that are joined: figures in a cell merged over several rows, titles that go on in the next row."""

from collections.abc import Iterator

from sxtdbv_cli.model.sheet import GRID, Doubt, Use
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.view import is_figure
from sxtdbv_cli.text.language import Text

SHARED = Text(
    "số nằm trong ô gộp của {count:d} dòng; số được ghi cho dòng đầu",
    "the figure stands in a cell merged over {count:d} rows; it was taken for the first",
)

ACROSS = Text(
    "số nằm trong ô gộp của {count:d} cột số tiền; số được ghi cho cột đầu",
    "the figure stands in a cell merged over {count:d} columns of amounts; it was taken for the first",
)
WRAPPED = Text(
    "dòng này được coi là phần tiếp của nội dung dòng trên, không phải một dòng riêng",
    "the row was taken for the rest of the title above, and not for a line",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """Figures in cells that are merged over several rows or columns, and rows that hold the rest of a title."""
    view, block = reading.chosen.view, reading.chosen.block
    amounts = {column.head.column for column in reading.taken if column.use is Use.AMOUNT}
    for span in view.grid.merged:
        inside = block.body <= span.top <= span.bottom < block.end and span.left in amounts
        if inside and is_figure(view.at(span.top, span.left)):
            at, wide = (GRID, span.top, span.left), sum(span.left <= column <= span.right for column in amounts)
            if span.bottom > span.top:
                yield Doubt(NESTING, at, {"count": span.bottom - span.top + 1}, SHARED)
            if wide > 1:
                yield Doubt(NESTING, at, {"count": wide}, ACROSS)
    for row in reading.body.wrapped:
        yield Doubt(NESTING, (GRID, row, 0), {}, WRAPPED)
