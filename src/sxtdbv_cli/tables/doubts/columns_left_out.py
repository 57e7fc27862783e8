"""SX516: columns that hold figures and were not read as amounts, where more than a plain heading decided so."""

from collections.abc import Iterator
from itertools import pairwise

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.model.sheet import Doubt, Use
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.columns.alone import heading_use
from sxtdbv_cli.tables.columns.taken import Taken, Why, columns_of, first_of
from sxtdbv_cli.tables.columns.titles import groups, pairs
from sxtdbv_cli.tables.doubts.kinds import LEFT_OUT, Kind
from sxtdbv_cli.tables.figures.exact import What, read_figure
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.view import is_words
from sxtdbv_cli.tables.words.headings import is_ratio, may_be_amounts, use_of
from sxtdbv_cli.tables.words.promises import may_promise_amounts
from sxtdbv_cli.tables.words.spelling import spelled
from sxtdbv_cli.text.saying import Late

LARGE = 10_000
"""No ratio, and hardly a quantity, comes to so much."""
NO_SHARE = 200
"""Nor does hardly a share or a growth in percent, whose words may as well head amounts."""
_FIGURED = Late(r"[-+−~≈]?\s?([$€£¥₫]\s?\d[\d.,]*(?!\S)|[$€£¥₫]?\d{1,3}([.,]\d{3})+\b)").match
"""A cell that begins with a figure in groups, or of money by its sign, whatever stands behind it."""

_PAPER = Late(r"(?=\D*\d)\S{3,}$").match
"""The number of a voucher or an invoice: *PT01*, *0001234*, *12/PC*."""

RATIOS = LEFT_OUT.kind(
    "cột {letters} được coi là tỷ lệ hoặc so sánh nên không đọc, nhưng có số lớn",
    "column {letters} was taken for ratios or a comparison and not read, but has large figures",
)
MANY_THINGS = 10_000_000
"""Hardly so many things are counted in the table of an office."""
COUNTED = LEFT_OUT.kind(
    "cột {letters} được coi là số lượng theo tên nên không đọc, nhưng có số lớn như số tiền",
    "column {letters} was taken for numbers of things by its heading and not read, but has figures as large as amounts",
)
NO_AMOUNTS = LEFT_OUT.kind(
    "cột {letters} được coi là số hiệu hoặc đánh dấu nên không đọc",
    "column {letters} was taken for numbers that name something, or for marks, and not read",
)
RUNS = LEFT_OUT.kind(
    "cột {letters} chỉ cộng dồn cột bên trái, không được đọc",
    "column {letters} only adds up the one to its left from row to row; it was not read",
)
COLUMN_LEFT = LEFT_OUT.kind(
    "cột {letters} có số nhưng không có tên, không được đọc",
    "column {letters} has figures but no heading; it was not read",
)
SHARED = LEFT_OUT.note(
    "cột {letters} ghi nội dung một lần cho nhiều dòng; các dòng gọi theo tên riêng, nội dung chung ghi vào ghi chú",
    "column {letters} has titles that stand once for several rows; these are called by their own names, with the title "
    "as their note",
)
NAMED = LEFT_OUT.note(
    "cột {letters} gọi tên các dòng không có nội dung riêng; chữ của cột này cạnh các nội dung khác không được đọc",
    "column {letters} names the rows that have no title of their own; what it says beside other titles was not read",
)
GROUPED = LEFT_OUT.settled(
    "cột {letters} gộp ô để nêu tên nhóm của các dòng; tên nhóm không được đọc thành dòng",
    "column {letters} names groups of lines in merged cells; the names were not read as lines",
)
SORTED = LEFT_OUT.note(
    "cột {letters} xếp các dòng theo nhóm; tên nhóm không được đọc thành dòng",
    "column {letters} sorts the lines into groups; the names of these were not read as lines",
)
AVERAGED = LEFT_OUT.note(
    "cột {letters} là bình quân của một cột khác, không được đọc",
    "column {letters} is the average of another; it was not read",
)
PRICED = LEFT_OUT.note(
    "tên cột {letters} nói là số tiền, nhưng nhân với số lượng ra đúng một cột khác; được đọc là đơn giá, không cộng",
    "column {letters} is headed as amounts, but times the quantity it is another; it was read as prices, and not added",
)
MEASURED = LEFT_OUT.note(
    "tên cột {letters} nói là số tiền, nhưng nhân với đơn giá ra đúng một cột khác; được đọc là số lượng, không cộng",
    "column {letters} is headed as amounts, but times the price it is another; it was read as a quantity, not added",
)
TOO_SMALL = LEFT_OUT.kind(
    "cột {letters} được coi là hệ số hoặc số lượng vì số quá nhỏ so với cột khác, không được đọc",
    "column {letters} was taken for coefficients or numbers of things, too small beside the others; it was not read",
)
WORKED_OUT = LEFT_OUT.note(
    "cột {letters} tính ra đúng là tỷ lệ của hai cột khác, không được đọc",
    "column {letters} comes out as the ratio of two others; it was not read",
)
MANY = 6
"""So many amounts are not all like years by chance."""
_TIME = Late(r"\b(nam|years?|yr|fy|fiscal|date|ngay|period|ky|since|from|to|jahr|ano|anno|annee)\b").search
YEARED = LEFT_OUT.note(
    "cột {letters} chỉ có số giống năm mà tên cột không nói đến năm; không được đọc là số tiền",
    "column {letters} has nothing but what might be years, of which its heading does not speak; it was not read",
)
_BY_WHY = {
    Why.AVERAGE: AVERAGED,
    Why.FACTOR_NAMED: PRICED,
    Why.FACTOR_COUNTED: MEASURED,
    Why.REPEATING: NO_AMOUNTS,
    Why.MARKS: NO_AMOUNTS,
    Why.DOCUMENTS: NO_AMOUNTS,
    Why.RUNNING: RUNS,
    Why.NO_HEADING: COLUMN_LEFT,
    Why.COEFFICIENTS: TOO_SMALL,
    Why.RATIO_FOUND: WORKED_OUT,
    Why.YEARS: YEARED,
}
WORDED = LEFT_OUT.settled(
    "tên cột {letters} nói là số tiền và cột có số, nhưng phần lớn là chữ, không được đọc",
    "column {letters} is headed as amounts and has figures, but most of it is words; it was not read",
)
IN_SHORT = LEFT_OUT.kind(
    "cột {letters} ghi tắt số tiền (như “10M”) mà không nêu đồng tiền, không được đọc",
    "column {letters} has amounts in short (such as “10M”) without a currency; it was not read",
)
REST = LEFT_OUT.kind(
    "cột {letters} có chữ ngay cạnh cột nội dung mà không có tên riêng, không được đọc; nội dung có thể còn tiếp ở đó",
    "column {letters} has words right beside the titles and no heading of its own; it was not read, and titles may go "
    "on there",
)

NAMES_TOO = LEFT_OUT.note(
    "cột {letters} cũng có chữ khác nhau ở mỗi dòng; nội dung của các dòng được lấy ở cột khác",
    "column {letters} has words that tell the lines apart as well; the titles were taken from another",
)
APART = LEFT_OUT.kind(
    "cột {letters} chỉ có số ở những dòng mà cột chữ bên trái có chữ; hai cột có thể là một bảng khác, ở đây được đọc "
    "như số tiền của các dòng",
    "column {letters} has figures on just those lines where the column of words left of it has any; the two may be "
    "another table, and were read as amounts of the lines",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """What is doubtful about columns that were not read as amounts, and about two that may be another table."""
    used = {factor for factors in {one.factors for one in reading.products.found} for factor in factors}
    multiplied = {column for factor in used for column in factor.columns}
    for column in reading.taken:
        if column.use is Use.SKIP and column.head.column in multiplied:
            continue  # a coefficient that the row of numbers names
        for kind in _of_column(reading, column):
            yield kind.of_column(reading, column.head.column)
        counts = column.use is Use.QUANTITY and column.why == Why.BY_HEADING
        if counts and any(_large(reading, column.head.column, MANY_THINGS)):
            yield COUNTED.of_column(reading, column.head.column)
        if column.why == Why.WORDS and column.content.short and not column.content.figures:
            yield IN_SHORT.of_column(reading, column.head.column)
    for number in _name_too(reading):
        yield NAMES_TOO.of_column(reading, number)
    for before, column in pairwise(reading.taken):
        if _goes_on(reading, before, column):
            yield REST.of_column(reading, column.head.column)
        if _are_apart(reading, before, column):
            yield APART.of_column(reading, column.head.column)


def _name_too(reading: Reading) -> Iterator[int]:
    """The columns of words of no known use, left of the amounts where titles are, that tell the lines apart as well as
    the titles do, where nothing but its cells makes that the column of titles."""
    title = first_of(reading.taken, Use.TITLE)
    if title is None or reading.taken[title].why != Why.BY_CONTENT:
        return
    told = _different(reading, reading.taken[title].head.column)
    amount = first_of(reading.taken, Use.AMOUNT) or 0
    for other in reading.taken[: amount if title < amount else None]:
        if other.why == Why.WORDS and other.head.parts and _different(reading, other.head.column) >= told > 1:
            yield other.head.column


def _different(reading: Reading, column: int) -> int:
    """How many different words a column has; what measures things on most lines (*2 days*, *Up to 20*) names none."""
    cells = (reading.view.at(row.row, column) for row in reading.body.rows)
    words = [cell.text for cell in cells if is_words(cell) and cell is not None]
    measured = 2 * sum(any(map(str.isdecimal, text)) for text in words) > len(words)
    return 0 if measured else len({*words})


def _of_column(reading: Reading, column: Taken) -> Iterator[Kind]:
    """What is doubtful about a column that was not read as amounts."""
    number = column.head.column
    weak = column.why == Why.RATIO and is_ratio(column.head.text) and may_be_amounts(column.head.text)
    least = NO_SHARE if weak else LARGE
    if column.why == Why.RATIO and any(_large(reading, number, least)):
        yield RATIOS
    yield from _of_names(reading, column)
    cells = (reading.view.text(row.row, number) for row in reading.body.rows)
    if column.why == Why.WORDS and _may_be_money(column.head) and any(map(_FIGURED, cells)):
        yield WORDED
    if column.why == Why.NAMING and _may_hold_amounts(reading, column):
        yield NO_AMOUNTS
    if column.why in _BY_WHY and not (column.why == Why.YEARS and _are_years(column)):
        yield _BY_WHY[column.why]


def _may_be_money(head: Head) -> bool:
    return heading_use(head) is Use.AMOUNT or may_promise_amounts(head.text)


def _of_names(reading: Reading, column: Taken) -> Iterator[Kind]:
    """What is doubtful about a column that names lines, or groups of them."""
    number = column.head.column
    if number == reading.body.shared:
        if any(row.named is not None and not row.within for row in reading.body.rows):
            yield SHARED  # else each of these titles calls the total of its rows
    elif column.why == Why.WORDS and _names_some(reading, number):
        yield NAMED
    elif column.why in (Why.GROUPS, Why.WORDS) and number <= _title(reading):
        if _is_merged(reading, number):
            yield GROUPED  # each is a heading, no word that sorts lines
        elif column.why == Why.WORDS and _sorts(reading, number):
            yield SORTED


def _names_some(reading: Reading, column: int) -> bool:
    """Whether a column behind the titles is the name of some rows, and says something beside the title right above."""
    view, title = reading.view, _title(reading)
    if column <= title or reading.body.shared is not None:
        return False
    named = [row.row for row in reading.body.rows if not view.at(row.row, title) and view.text(row.row, column)]
    return any(view.at(row - 1, title) and is_words(view.at(row - 1, column)) for row in named)


def _are_years(column: Taken) -> bool:
    """Whether what looks like years is that: the heading speaks of time, or there is none, or they are many."""
    heading = column.head.text
    named = not heading or use_of(heading) is Use.SCHEDULE or bool(_TIME(plain(spelled(heading))))
    return named or column.content.years > MANY


def _may_hold_amounts(reading: Reading, column: Taken) -> bool:
    """Whether a heading may be of amounts, and no two cells are alike, as those of years, funds and levels are."""
    cells = [cell for row in reading.body.rows if (cell := reading.view.at(row.row, column.head.column))]
    heading = column.head.text
    alike = len({cell.text for cell in cells}) < len(cells)
    return not alike and (use_of(heading) is Use.AMOUNT or may_promise_amounts(heading))


def _goes_on(reading: Reading, title: Taken, words: Taken) -> bool:
    """Whether words stand right beside titles, below the same heading or none, on a line that has a title; or beside
    one that is called by a number alone, whatever their heading. What is the same on every line names none."""
    left = words.use is Use.SKIP or (words.use is Use.NOTE and words.why == Why.SECOND)
    if title.use is not Use.TITLE or not left:
        return False
    view, alike = reading.view, words.head.parts in ((), title.head.parts)
    named = [row.row for row in reading.body.rows if is_words(view.at(row.row, words.head.column))]
    called = [view.at(row, title.head.column) for row in named]
    if len({view.text(row, words.head.column) for row in named}) == 1 < len(named):
        return False
    bare = any(cell is not None and not is_words(cell) for cell in called)
    return bare or (alike and bool(called))


def _are_apart(reading: Reading, words: Taken, amounts: Taken) -> bool:
    """Whether a column of words behind amounts and the one of amounts right of it go together, and with few lines."""
    place, rows = reading.taken.index(words), reading.body.rows
    behind = any(other.use is Use.AMOUNT for other in reading.taken[:place])
    if amounts.use is not Use.AMOUNT or words.use not in (Use.SKIP, Use.NOTE) or not behind:
        return False
    at = sum(other.use is Use.AMOUNT for other in reading.taken[: place + 1])
    filled = [row.figures[at] is not None for row in rows]
    named = [is_words(reading.view.at(row.row, words.head.column)) for row in rows]
    return filled == named and any(filled) and sum(filled) < sum(any(row.figures) for row in rows)


def _title(reading: Reading) -> int:
    """The column of the titles."""
    return columns_of(reading.taken).titles[0]


def _is_merged(reading: Reading, column: int) -> bool:
    """Whether cells of a column cover several rows, and no total among these is called as they are."""
    named: dict[int, bool] = {}
    for row in reading.body.rows:
        span = reading.view.merged.get((row.row, column))
        if span is not None and span.bottom > span.top:
            called = row.title.endswith(f" {reading.view.text(span.top, column)}")
            named[span.top] = named.get(span.top, False) or called
    return not all(named.values())


def _sorts(reading: Reading, column: int) -> bool:
    """Whether the words of a column come again and again, and the titles do not, in a list of lines side by side; not
    the numbers of vouchers, which stand in one column or another."""
    flat = all(parent == NOWHERE for parent in reading.structure.parents)
    rows = pairs(reading.view, reading.block, [column], _title(reading)) if flat else []
    names = [name for name, _ in rows if name]
    return groups(rows) and not (len({*names}) == len(names) and all(map(_PAPER, names)))


def _large(reading: Reading, column: int, least: int) -> Iterator[int]:
    """The rows where a column holds a figure as large as amounts are; percentages are none."""
    for row in reading.body.rows:
        what, value, *_ = read_figure(reading.view.at(row.row, column), reading.body.notation)
        if value is not None and abs(value) >= (LARGE if what is What.PERCENT else least):
            yield row.row
