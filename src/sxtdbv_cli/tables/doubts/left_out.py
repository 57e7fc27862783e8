"""SX516: what was not read: other tables, other sheets, rows; what the text around the table states not plainly."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.model.sheet import GRID, Doubt, Position, Use
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.blocks.worded import is_entry
from sxtdbv_cli.tables.body.above import figures_above
from sxtdbv_cli.tables.body.left_out import COUNTED as COUNTED_ROW
from sxtdbv_cli.tables.body.left_out import NO_TITLE as NOTHING_ROW
from sxtdbv_cli.tables.body.left_out import STATISTIC as STATISTIC_ROW
from sxtdbv_cli.tables.choosing import Chosen, name_of
from sxtdbv_cli.tables.columns.taken import columns_of
from sxtdbv_cli.tables.document.surroundings import figures_outside, is_long, worded_below
from sxtdbv_cli.tables.doubts.kinds import APART, LEFT_OUT
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.view import View, is_figure, is_words
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.numbers import grouped

COMPARE = LEFT_OUT.but("hãy so với văn bản", "compare it with the text")
OTHER_BLOCKS = LEFT_OUT.but(*APART).settled(
    "bảng khác trên cùng trang không được đọc: {blocks}",
    "{count:another table on the sheet was|other tables on the sheet were} not read: {blocks}",
)
OUTSIDE = LEFT_OUT.plain.settled(
    "có số nằm ngoài bảng, không được đọc; hãy xem “sxtdbv inspect” hoặc nêu bảng bằng --range",
    "figures stand outside the table and were not read; see “sxtdbv inspect”, or state the table with --range",
)
OTHER_SHEETS = LEFT_OUT.plain.settled(
    "tệp còn có bảng khác, không được đọc: {sheets}; chọn bằng --sheet",
    "the file holds other tables that were not read: {sheets}; choose one with --sheet",
)
TOTAL_ABOVE = LEFT_OUT.kind(
    "dòng tổng phía trên tên cột có số ở cột {letters}, không được đọc",
    "a total above the header has figures in column {letters}; it was not read",
)
COUNTS = LEFT_OUT.plain.note(
    "dòng đứng sau dòng tổng và đếm người hoặc vật, không phải số tiền; không được đọc",
    "the row stands behind the total and counts people or things, no money; it was not read",
)
TOTAL_BESIDE = LEFT_OUT.kind(
    "dòng tổng không có số ở cột số tiền nào nhưng có số ở cột {letters}, không được đọc; có thể số bị gõ lệch cột",
    "the total has a figure in none of the columns of amounts, but one in column {letters}; it was not read, and may "
    "have been typed in the wrong column",
)
UNIT_FIGURE = LEFT_OUT.kind(
    "ô này của cột đơn vị (cột {letters}) có số, không được đọc; có thể số bị gõ lệch cột",
    "this cell of the column of units ({letters}) has a figure; it was not read, and may have been typed in the wrong "
    "column",
)
STATISTIC = LEFT_OUT.note(
    "“{title}” là số bình quân, lớn nhất hoặc nhỏ nhất của các dòng khác, không cộng vào; không được đọc",
    "“{title}” is an average, the least or the most of other lines, and adds nothing; it was not read",
)
_WORDS = (Use.NOTE, Use.SCHEDULE, Use.UNIT, Use.SKIP)
TOTAL_SAID = COMPARE.kind(
    "văn bản nêu “{text}”; không rõ là tổng của cột nào hoặc không khớp với bảng nên không đưa vào",
    "the text says “{text}”; it is not plain which column it totals, or it does not fit the table, so it was left out",
)
BEHIND_SAID = COMPARE.kind(
    "dòng sau bảng nêu “{text}”, khác mọi tổng của bảng nên không đưa vào",
    "the line behind the table says “{text}”, unlike any total of the table, so it was left out",
)
SPELLED_SAID = COMPARE.kind(
    "dòng sau bảng nêu “{text}”, tức {amount} đồng, khác mọi tổng của bảng nên không đưa vào",
    "the line behind the table says “{text}”, which is {amount} đồng, unlike any total of the table, so it was left "
    "out",
)
BREAKS_OFF = COMPARE.kind(
    "văn bản nêu tổng lớn hơn các mục trong bảng và dừng ngay sau dòng này; bảng được coi là chưa đầy đủ",
    "the text declares more than the table lists and ends right behind this line; the table was taken to be incomplete",
)
TWICE_SAID = COMPARE.kind(
    "văn bản nêu {what} theo hai cách khác nhau nên không đưa vào; cách sau là “{text}”",
    "the text states the {what} in two ways, so it was left out; the later one is “{text}”",
)
PARTICULARS = {
    "number": Text("số", "number"),
    "date": Text("ngày", "date"),
    "issuer": Text("cơ quan ban hành", "issuer"),
    "title": Text("tên văn bản", "title"),
    "note": Text("nguồn", "source"),
}


def doubts(reading: Reading) -> Iterator[Doubt]:
    """What holds figures and was not read."""
    chosen, block = reading.chosen, reading.block
    yield from _others(chosen) if reading.choices.range is None else ()  # who states a range knows of the others
    yield from _outside(reading)
    if chosen.sheets:
        yield OTHER_SHEETS.at(GRID, block.header, block.left, sheets=", ".join(chosen.sheets))
    for left in reading.body.left_out:
        if left.why is COUNTED_ROW:
            yield COUNTS.at(GRID, left.row, block.left)
        elif left.why is STATISTIC_ROW:
            yield STATISTIC.at(GRID, left.row, block.left, title=left.text)
        elif left.why is NOTHING_ROW:
            long = [column for column, cell in reading.view.filled(left.row, block.left, block.right) if is_long(cell)]
            yield from (OUTSIDE.at(GRID, left.row, column) for column in long[:1])
    yield from _beside(reading)


def _others(chosen: Chosen) -> Iterator[Doubt]:
    """The other tables of the sheet: those that may be more of this one, and those that are none."""
    more = [other for other in chosen.others if _may_be_more(chosen, other)]
    for blocks, severity in ((more, Severity.WARNING), ([one for one in chosen.others if one not in more], None)):
        if blocks:
            at, names = (blocks[0].header, blocks[0].left), ", ".join(map(name_of, blocks))
            yield OTHER_BLOCKS.at(GRID, *at, severity=severity, count=len(blocks), blocks=names)


def _may_be_more(chosen: Chosen, other: Block) -> bool:
    """Whether another table may be more columns of the one that is read, or more lines: of as many columns, under the
    same headings, or most of them, or none."""
    block = chosen.block
    beside = other.header < block.end and other.end > block.body
    own, theirs = _headings(chosen.view, block), _headings(chosen.view, other)
    alike = (other.left, other.right) == (block.left, block.right) and 2 * len(own & theirs) >= len(theirs)
    return beside or alike


def _headings(view: View, block: Block) -> set[str]:
    cells = (view.text(row, at) for row in range(block.header, block.body) for at in range(block.left, block.right + 1))
    return {*filter(None, cells)}


def _beside(reading: Reading) -> Iterator[Doubt]:
    """Figures in columns of words: of totals without amounts, and of any line in that of units."""
    words = [taken.head.column for taken in reading.taken if taken.use in _WORDS]
    units = [taken.head.column for taken in reading.taken if taken.use is Use.UNIT]
    for row in reading.body.rows:
        total = not row.marked and is_total(row.title)
        for column in words if total else units:
            cell = reading.view.at(row.row, column)
            if cell is not None and is_figure(cell) and (cell.kind is Kind.NUMBER or not row.marked):
                what = TOTAL_BESIDE if total else UNIT_FIGURE
                yield what.at(GRID, row.row, column, letters=column_letters(column + 1))
                break


def _outside(reading: Reading) -> Iterator[Doubt]:
    """Figures beside, above and below the table; a total above its header by itself."""
    chosen, block = reading.chosen, reading.block
    read = {row.row for row in reading.body.rows[:1]}
    amounts = columns_of(reading.taken).amounts
    above = figures_above(chosen.view, block, amounts)
    if above is not None and above[0] not in read:
        letters = ", ".join(column_letters(column + 1) for column in above[1])
        yield TOTAL_ABOVE.at(GRID, above[0], block.left, letters=letters)
    elif (outside := next(figures_outside(chosen, read), None)) is not None:
        astray = next(_astray(reading), None)
        named = any(is_words(cell) for _, cell in chosen.view.filled(outside[0]))  # it may be more lines
        beyond = sum(is_entry(chosen.view, row) for row in range(block.header)) if outside[0] < block.header else 0
        lesser = beyond > len(reading.body.rows)  # of two tables, and the other has no header
        severity = Severity.WARNING if astray or lesser or (named and outside[0] >= block.end) else None
        yield OUTSIDE.at(GRID, *(astray or outside), severity=severity)
    elif (worded := worded_below(chosen.view, block, amounts)) is not None:
        yield OUTSIDE.at(GRID, *worded, severity=Severity.WARNING)


def _astray(reading: Reading) -> Iterator[Position]:
    """Figures outside the table that may be a column off: beside lines that have none, and right behind the last column
    of those that have none in the first."""
    blank = {row.row: row.marked for row in reading.body.rows if row.figures[0] is None}
    for row, column in figures_outside(reading.chosen) if blank else ():
        if row in blank and (not blank[row] or column == reading.block.right + 1):
            yield row, column


def unclear(reading: Reading) -> Iterator[Doubt]:
    """Totals and particulars that the text states twice or for no plain column, and a table that breaks off."""
    for total in reading.totals.unclear:
        if total.spelled and total.amount is not None:
            yield SPELLED_SAID.at(GRID, *total.at, text=total.text, amount=grouped(total.amount))
        else:
            yield (TOTAL_SAID if total.years or total.loose else BEHIND_SAID).at(GRID, *total.at, text=total.text)
    if not reading.plan.source.complete and "incomplete" not in reading.prose.said:
        last = reading.structure.entries[-1].row
        yield BREAKS_OFF.at(GRID, last, 0)
    for name, saying in reading.prose.unclear:
        yield TWICE_SAID.at(GRID, *saying.at, what=PARTICULARS.get(name, name), text=saying.value)
