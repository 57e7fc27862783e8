"""Rows that could be read otherwise: they carry a sum over, open a list of a whole line or, behind the header once
more, another table of the same columns, or are joined."""

from bisect import bisect
from collections.abc import Iterator

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.model.sheet import GRID, Doubt, Use
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.body import PAGE_ROWS
from sxtdbv_cli.tables.body.left_out import OPENER, REPEATED
from sxtdbv_cli.tables.doubts.kinds import APART, NESTING, OFF_TABLE
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.view import is_figure
from sxtdbv_cli.tables.words.titles import carries_over, lists_all, names_page, page_number

JOIN = NESTING.but("nếu vậy, hãy gộp vào một ô", "if so, put both into one cell")
CARRIED = OFF_TABLE.kind(
    "dòng “{title}” có thể là số cộng dồn mang sang trang sau, không phải một dòng hay một tổng; ở đây vẫn được đọc",
    "“{title}” may be a sum carried over to the next page, neither a line nor a total; it was read all the same",
)
SHORT = NESTING.kind(
    "“{title}” mở danh sách của cả dòng trên, nhưng các dòng theo sau không cộng bằng dòng đó; được đọc như “trong đó”",
    "“{title}” opens a list of the whole line above, but the lines that follow do not add up to it; they were read as "
    "a partial listing",
)
SHARED = NESTING.kind(
    "số nằm trong ô gộp của {count:d} dòng; số được ghi cho dòng đầu",
    "the figure stands in a cell merged over {count:d} rows; it was taken for the first",
)
ACROSS = NESTING.kind(
    "số nằm trong ô gộp của {count:d} cột số tiền; số được ghi cho cột đầu",
    "the figure stands in a cell merged over {count:d} columns of amounts; it was taken for the first",
)
WRAPPED = JOIN.settled(
    "dòng này được coi là phần tiếp của nội dung dòng trên, không phải một dòng riêng",
    "the row was taken for the rest of the title above, and not for a line",
)
BLANKS = 2
"""So many blank rows set a table apart from the one before; pages have none."""
AGAIN = NESTING.but(*APART).kind(
    "tên cột lặp lại ở đây; từ dòng này có thể là một bảng khác cùng cột, ở đây được đọc tiếp",
    "the header stands here once more; from this line on it may be another table of the same columns, and was read as "
    "one with the lines before",
)


def carried(reading: Reading) -> Iterator[Doubt]:
    """The rows without a number that say they carry a sum over."""
    for row in reading.body.rows:
        if not row.code and carries_over(row.title):
            yield CARRIED.at(GRID, row.row, 0, title=row.title)


def opened(reading: Reading) -> Iterator[Doubt]:
    """The rows that open a list as the whole of a line (*Gồm:*, *Cụ thể:*) which does not add up to it."""
    found, block = reading.structure, reading.block
    at = [entry.row for entry in found.entries]
    for left in reading.body.left_out if found.entries else ():
        behind = bisect(at, left.row)
        if left.why is OPENER and lists_all(left.text) and behind < len(at) and found.roles[behind] is Role.OF_WHICH:
            yield SHORT.at(GRID, left.row, block.left, title=left.text)


def joined(reading: Reading) -> Iterator[Doubt]:
    """Figures in cells that are merged over several rows or columns, and rows that hold the rest of a title."""
    view, block = reading.view, reading.block
    amounts = {column.head.column for column in reading.taken if column.use is Use.AMOUNT}
    for span in view.grid.merged:
        inside = block.body <= span.top <= span.bottom < block.end and span.left in amounts
        if inside and is_figure(view.at(span.top, span.left)):
            at, wide = (GRID, span.top, span.left), sum(span.left <= column <= span.right for column in amounts)
            if span.bottom > span.top:
                yield SHARED.at(*at, count=span.bottom - span.top + 1)
            if wide > 1:
                yield ACROSS.at(*at, count=wide)
    for row in reading.body.wrapped:
        yield WRAPPED.at(GRID, row, 0)


def begun_again(reading: Reading) -> Iterator[Doubt]:
    """The first lines behind a header that is repeated, where they begin a list that nothing before them confirms."""
    found = reading.structure
    repeated = [left for left in reading.body.left_out if left.why is REPEATED]
    lines = sorted(range(len(found.entries)), key=lambda line: found.entries[line].row) if repeated else []
    rows = [found.entries[line].row for line in lines]
    for left in repeated:
        at = bisect(rows, left.row)
        if at == len(rows):
            continue
        line, before = lines[at], rows[at - 1] if at else 0
        first = any(mark.ordinal == 1 for mark in found.entries[line].marks)
        apart = all(map(reading.view.is_blank, range(left.row - BLANKS, left.row)))
        if ((first or apart) and not _is_confirmed(found, line, before)) or _is_named(reading, left.row):
            yield AGAIN.at("lines", line)


def _is_named(reading: Reading, header: int) -> bool:
    """Whether the name of another page than above the table stands above a header, and does not say that it goes on."""
    view, block = reading.view, reading.block
    names = [left for left in reading.body.left_out if 0 < header - left.row <= PAGE_ROWS and names_page(left.text)]
    above = {view.text(row, column) for row in range(block.header) for column, _ in view.filled(row)}
    names = [left for left in names if page_number(left.text) is None]
    return any(left.text not in above and "tiep" not in plain(left.text) for left in names)


def _is_confirmed(found: Structure, line: int, before: int) -> bool:
    """Whether a line stands below a heading of sections that goes on behind the header, from the row ``before``, or one
    whose sums hold."""
    above = head = found.parents[line]
    while above != NOWHERE and not found.entries[above].has_figures:
        above = found.parents[above]
    if above != NOWHERE:
        return found.tally_of(above).convinces and not found.entries[above].total
    return head != NOWHERE and found.entries[head].row == before and found.outcome.declared is None
