"""SX518: a table without a header, and columns whose headings promise no amounts."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.tables.across.rule import Rule, columns_in
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.columns.taken import Taken, Why, amounts_of
from sxtdbv_cli.tables.doubts.kinds import HEADER, Kind
from sxtdbv_cli.tables.doubts.ratios import akin
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.units.money import money_of
from sxtdbv_cli.tables.units.stated import currency_in, heading_unit, unit_name
from sxtdbv_cli.tables.words.headings import names_words, runs_on
from sxtdbv_cli.tables.words.promises import counts, may_promise_amounts, names_something_else, speaks_of_money
from sxtdbv_cli.tables.words.titles import is_of_which

COUNTS, FAR = 1000, 200
"""Whole numbers below this that are so many times smaller than an amount of their line may count things."""
MONTHS = 12
FEWEST, FEW, MANY = 2, 4, 7
"""More than a few figures are all nought for a reason; more than many of one length may name something."""


NO_HEADER = HEADER.settled(
    "bảng không có tên cột; các cột được gọi theo chữ cái",
    "the table has no header; its columns are called by their letters",
)
SMALL = HEADER.kind(
    "cột {letters} có số nhỏ hơn hẳn các cột khác; tên cột và tổng không nói là số tiền: có thể là số đếm, tỷ lệ",
    "column {letters} has figures far smaller than the other columns, and no heading or total says that they are "
    "amounts; they may count things or be rates",
)
UNPROMISED = HEADER.kind(
    "tên cột {letters} không cho biết đó là số tiền, và cột không cộng với cột số tiền nào; vẫn được đọc",
    "the heading of column {letters} does not say that it holds amounts, and it is added with none that does; it was "
    "read all the same",
)
AKIN = HEADER.note(
    "tên cột {letters} không cho biết đó là số tiền; cột tính ra từ cột số tiền nên được đọc như số tiền",
    "the heading of column {letters} does not say that it holds amounts; it comes out from columns that do, and was "
    "read as amounts",
)
NAMELESS = HEADER.kind(
    "cột {letters} không có tên nhưng là cột số duy nhất; được đọc như số tiền",
    "column {letters} has no heading but holds the only figures; it was read as amounts",
)
NOTED = HEADER.kind(
    "cột {letters} có tên của cột chữ (ghi chú, thời gian) nhưng phần lớn là số; được đọc như số tiền",
    "column {letters} has the heading of a column of words (notes, a schedule) but holds figures; it was read as "
    "amounts",
)
JOTTED = HEADER.kind(
    "cột {letters} không có tên và chỉ có một số, cạnh số của dòng; có thể ghi nháp bên bảng; vẫn được đọc",
    "column {letters} has no heading and but one figure, beside that of its line; it may have been jotted there, and "
    "was read all the same",
)
UNTOTALLED = HEADER.kind(
    "cột {letters} có số ở các dòng nhưng không tổng nào cộng các số đó, khác các cột kia; có thể không phải số tiền",
    "column {letters} has figures on the lines but no total adds them, unlike the others; they may be no amounts",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """That there is no header, and columns that were read although their figures look like no amounts."""
    block = reading.block
    if block.header == block.body:
        yield NO_HEADER.at(GRID, block.body, block.left, severity=_without_header(reading))
    money = _said_by_cells(reading)
    found = (*_untotalled(reading), *_small(reading), *_otherwise_headed(reading))
    told = {head.column for head, _ in found}
    for head, kind in (*found, *(pair for pair in _unpromised(reading) if pair[0].column not in told)):
        doubt = kind.of_column(reading, head.column)
        yield doubt._replace(severity=Severity.NOTE) if head.column in money else doubt  # prices at most


def _said_by_cells(reading: Reading) -> set[int]:
    """The columns of which every figure names a unit of money: *12,5tr*, *300.000đ*, *$250.48*."""
    named = Counter(column for (_, column), _ in reading.body.units)
    places = {taken.head.column: place for place, taken in enumerate(amounts_of(reading.taken))}
    return {
        column
        for column, many in named.items()
        if column in places and many >= sum(row.figures[places[column]] is not None for row in reading.body.rows)
    }


def _without_header(reading: Reading) -> Severity | None:
    """How bad it is that there is no header: where the first row has no figures it may be one, unless it heads lines
    that add up to a total of theirs."""
    found, first = reading.structure, reading.body.rows[0]
    if any(first.figures):
        return None
    line = found.lines_by_row.get(first.row)
    return Severity.NOTE if line is not None and found.tally_of(line).proves else Severity.WARNING


def _untotalled(reading: Reading) -> Iterator[tuple[Head, Kind]]:
    """Columns that most lines state and no total does, where the totals state others: numbers that name something,
    prices, ratios, whatever their heading; balances and what is added up from line to line have no total."""
    found, summed = reading.structure, columns_in(reading.across.rules)
    above = set(found.parents)
    wholes = [entry for line, entry in enumerate(found.entries) if line in above and entry.has_figures]
    wholes += [found.outcome.declared] if found.outcome.declared is not None else []
    leaves = [entry for line, entry in enumerate(found.entries) if line not in above and entry.has_figures]
    amounts = amounts_of(reading.taken)
    stated = [sum(whole.figures[place] is not None for whole in wholes) for place in range(len(amounts))]
    texts = [taken.head.text for taken in amounts]
    money = money_of(reading.unit.name or "")  # that a heading names another currency is told with the units
    own = [(named := currency_in(text)) in (None, money) and unit_name(text.strip(" ()")) != named for text in texts]
    none = [at for at, text in enumerate(texts) if own[at] and not (stated[at] or runs_on(text))]
    none = [at for at in none if not names_words(amounts[at].head.text)]  # of which more is told
    for place in none if max(stated) == len(wholes) > 0 and len(leaves) > 1 else ():
        if place not in summed and 2 * sum(leaf.figures[place] is not None for leaf in leaves) > len(leaves):
            yield amounts[place].head, UNTOTALLED


def _small(reading: Reading) -> Iterator[tuple[Head, Kind]]:
    """Columns of small whole numbers beside far larger figures on nearly every line, of whose headings and of those of
    the columns they are added with none speaks of money; whatever they speak of where the numbers are those of months
    or turns, some more than once, and no sum takes them in: *Quý*, *Đợt chi*. Beside the only columns that are headed
    with a unit of money, a few lines tell and less is far smaller."""
    amounts, rules = amounts_of(reading.taken), reading.across.rules
    without, summed = _without_money(amounts, rules), columns_in(rules)
    totalled = reading.structure.outcome.declared is not None
    units = [heading_unit(taken.head.text) for taken in amounts if reading.unit.at is None]
    apart = _without_money(amounts, _all_rules(reading)) if any(units) else []
    for place in [place for place in range(len(amounts)) if place in without or not (place in summed or totalled)]:
        stated = [(Decimal(value), row) for row in reading.body.rows if (value := row.figures[place])]
        turns = {value for value, _ in stated}
        counted = max(turns, default=0) <= MONTHS and len(turns) < len(stated)
        small = place in without or counted
        beside = place in apart and not (units[place] or any(map(is_of_which, amounts[place].head.parts)))
        few = 1 if beside else FEWEST
        rates = all(0 < value < 1 for value, _ in stated)
        whole = small and all(value == int(value) and 0 < value < COUNTS for value, _ in stated)
        if len(stated) > few and (rates or whole):
            far = MONTHS if beside or rates or place not in without else FAR
            times = 1 if counts(amounts[place].head.text) else far
            fewer = sum(
                any(times * value < abs(Decimal(other)) for other in row.figures if other) for value, row in stated
            )
            yield from [(amounts[place].head, SMALL)] if 4 * fewer >= 3 * len(stated) else ()


def _without_money(amounts: Sequence[Taken], rules: Sequence[Rule]) -> list[int]:
    """The columns of which neither their own heading nor that of one they are added with speaks of money; where none
    does, a heading that promises amounts will do."""
    spoken = {place for place, taken in enumerate(amounts) if speaks_of_money(taken.head.text)}
    sure = spoken or {place for place, taken in enumerate(amounts) if taken.why != Why.BY_CONTENT}
    groups = [{*rule.columns} for rule in rules]
    while more := [group for group in groups if group & sure and not group <= sure]:
        sure.update(*more)
    return [place for place in range(len(amounts)) if place not in sure]


def _all_rules(reading: Reading) -> Sequence[Rule]:
    """The sums across, those that a column keeps beside them, and those that few lines keep."""
    return (*reading.across.rules, *reading.across.also, *reading.across.refuted)


def _unpromised(reading: Reading) -> Iterator[tuple[Head, Kind]]:
    """Columns that only cells, or years and totals below other words, make amounts, where headings promise some."""
    amounts = amounts_of(reading.taken)
    rules = _all_rules(reading)
    without = _without_money(amounts, rules)
    promised = any(taken.why == Why.BY_HEADING or speaks_of_money(taken.head.text) for taken in amounts)
    unsaid = [*_unsaid(amounts if promised else (), without, columns_in(rules))]
    bare = [place for place in unsaid if place not in {one.column for one in reading.balances}]
    alike = akin(reading, bare, [place for place in range(len(amounts)) if place not in without]) if bare else ()
    for place in bare:
        yield amounts[place].head, AKIN if place in alike else UNPROMISED


def _unsaid(amounts: Sequence[Taken], without: Sequence[int], summed: Container[int]) -> Iterator[int]:
    """The columns that no heading and no sum makes amounts."""
    for place, taken in enumerate(amounts):
        bare = place not in summed and not may_promise_amounts(taken.head.text)
        named = place in without and any(map(names_something_else, taken.head.parts))
        if (taken.why == Why.BY_CONTENT and bare) or (taken.why == Why.BY_HEADING and named):
            yield place


def _otherwise_headed(reading: Reading) -> Iterator[tuple[Head, Kind]]:
    """Columns of figures without a heading, where others have one, or below the heading of a column of words; a single
    figure in a table without headings, on a line that has another."""
    headed = reading.block.header != reading.block.body
    for place, taken in enumerate(amounts_of(reading.taken)):
        if taken.head.parts and names_words(taken.head.parts[-1]):
            yield taken.head, NOTED
        elif headed and not taken.head.parts and taken.why == Why.BY_CONTENT:
            yield taken.head, NAMELESS
        elif not headed and len(reading.body.rows) > FEW:
            stated = [row.figures for row in reading.body.rows if row.figures[place] is not None]
            if len(stated) == 1 and stated[0].count(None) < len(stated[0]) - 1:
                yield taken.head, JOTTED
