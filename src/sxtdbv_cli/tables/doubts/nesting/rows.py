"""Rows that could be read otherwise: they carry a sum over, open a list of a whole line, or are joined."""

from bisect import bisect
from collections.abc import Iterator

from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.model.sheet import GRID, Doubt, Use
from sxtdbv_cli.tables.body.left_out import OPENER
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.view import is_figure
from sxtdbv_cli.tables.words.titles import carries_over, lists_all
from sxtdbv_cli.text.language import Text

CARRIED = Text(
    "dòng “{title}” có thể là số cộng dồn mang sang trang sau, không phải một dòng hay một tổng; ở đây vẫn được đọc",
    "“{title}” may be a sum carried over to the next page, neither a line nor a total; it was read all the same",
)
SHORT = Text(
    "“{title}” mở danh sách của cả dòng trên, nhưng các dòng theo sau không cộng bằng dòng đó; được đọc như “trong đó”",
    "“{title}” opens a list of the whole line above, but the lines that follow do not add up to it; they were read as "
    "a partial listing",
)
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


def carried(reading: Reading) -> Iterator[Doubt]:
    """The rows without a number that say they carry a sum over."""
    for row in reading.body.rows:
        if not row.code and carries_over(row.title):
            yield Doubt(NESTING, (GRID, row.row, 0), {"title": row.title}, CARRIED)


def opened(reading: Reading) -> Iterator[Doubt]:
    """The rows that open a list as the whole of a line (*Gồm:*, *Cụ thể:*) which does not add up to it."""
    found, block = reading.structure, reading.block
    at = [entry.row for entry in found.entries]
    for left in reading.body.left_out if found.entries else ():
        behind = bisect(at, left.row)
        if left.why is OPENER and lists_all(left.text) and behind < len(at) and found.roles[behind] is Role.OF_WHICH:
            yield Doubt(NESTING, (GRID, left.row, block.left), {"title": left.text}, SHORT)


def joined(reading: Reading) -> Iterator[Doubt]:
    """Figures in cells that are merged over several rows or columns, and rows that hold the rest of a title."""
    view, block = reading.view, reading.block
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
