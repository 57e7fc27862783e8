"""What a column of figures is beside the others: a tiny part of another on every line, a term of a sum, what adds up
the one to its left from row to row; or what counts, whatever it is called: the days of a month, the parts of a
quantity."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.columns.content import sample
from sxtdbv_cli.tables.columns.figured import ENOUGH, Figured, Numbers, figured_of
from sxtdbv_cli.tables.columns.quotients import together
from sxtdbv_cli.tables.columns.taken import Taken, Why, is_taken
from sxtdbv_cli.tables.figures.exact import read_figure
from sxtdbv_cli.tables.figures.noise import decimals_of
from sxtdbv_cli.tables.figures.notation import Notation, find_notation
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.headings import is_cumulative
from sxtdbv_cli.tables.words.promises import speaks_of_money
from sxtdbv_cli.tables.words.totals import is_total

TINY = 100_000
"""An amount is no such small part of another figure of its line, on every line."""
MOST_COLUMNS = 10
MOST_TERMS = 3
"""So many other terms at most."""
SHORTEST = 28
BROKEN, MOSTLY = 2, 2
"""So many lines a wrong figure breaks in a column that adds up another; so many times as many must be right."""
LARGE = 1000
_MOST = 12
"""So many columns at most add up to one."""
_FIGURES = (Use.AMOUNT, Use.SKIP, Use.QUANTITY)


def are_coefficients(known: Mapping[int, Figured], column: int) -> bool:
    """Whether a column holds, on every line, a tiny part of another figure of the line: a coefficient of 0,45 or 35
    pupils beside 5.865.000. Whole numbers need more lines than fractions, which no amount in đồng has."""
    beside = zip(*(known[other].values for other in known if other != column), strict=True)
    pairs = [
        (value, max((abs(other) for other in row if other is not None), default=Decimal(0)))
        for value, row in zip(known[column].values, beside, strict=False)
        if value
    ]
    fractions = sum(bool(decimals_of(value)) for value, _ in pairs)
    enough = len(pairs) > (1 if 2 * fractions >= len(pairs) else ENOUGH)
    return enough and all(TINY * abs(value) <= most for value, most in pairs)


def is_term(values: Numbers, known: Mapping[int, Figured]) -> bool:
    """Whether figures, not all nought, with those of a few other columns are exactly another on each line with all; of
    large ones a line or two may be wrong."""
    if len(known) > MOST_COLUMNS:
        return False
    stated = [figures.values for figures in known.values()]
    return any(
        _adds_up(values, terms, whole)
        for whole in stated
        for count in range(1, MOST_TERMS + 1)
        for terms in combinations([other for other in stated if other is not whole], count)
    )


def _adds_up(values: Numbers, terms: tuple[Numbers, ...], whole: Numbers) -> bool:
    rows = [*together(values, whole, *terms)]
    right = [abs(own) for own, total, *rest in rows if total == sum(rest, own)]
    wrong = len(rows) - len(right)
    telling = sum(own >= LARGE if wrong else bool(own) for own in right)
    return wrong <= BROKEN and telling >= max(ENOUGH, MOSTLY * wrong)


def without_running(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """The same, without the columns that only add up the one to their left from row to row: their totals add nothing.
    Where they have no total nothing is added, and they stay."""
    names = [taken.head.column for taken in found if taken.use in (Use.TITLE, Use.CODE)]
    amounts = [index for index, taken in enumerate(found) if taken.use is Use.AMOUNT]
    if not is_taken(found, Use.TITLE) or len(amounts) < 2:
        return found
    typed = [view.text(row, found[index].head.column) for row in sample(view, block) for index in amounts]
    notation = find_notation([text for text in typed if text and not text.isdecimal()])
    for index, other in pairwise(amounts):
        if _runs(view, block, names, (found[index].head, found[other].head), notation):
            found[other] = found[other].now(Use.SKIP, Why.RUNNING)
    return found


def _runs(view: View, block: Block, names: Sequence[int], heads: tuple[Head, Head], notation: Notation) -> bool:
    """Whether the second of two columns is the sum of the first so far on every line, and has totals; by its heading on
    most lines, else but for a wrong figure, which breaks it on that line, or on the next one as well."""
    sofar, steps, totals, broken = Decimal(0), 0, 0, 0
    for row in range(block.body, block.end):
        own, stated = (read_figure(view.at(row, head.column), notation).value for head in heads)
        if own is None and stated is None:
            continue
        if any(is_total(view.text(row, column)) for column in names):
            totals += stated is not None
            continue
        if own is None or stated is None:
            return False
        runs = stated == sofar + own
        steps += bool(own and sofar and runs)
        broken += not runs
        if broken > max(BROKEN, steps):
            return False  # as nearly always
        sofar = stated
    likely = steps > broken if is_cumulative(heads[1].text) else broken <= BROKEN and steps >= MOSTLY * broken
    return steps > 1 and totals > 0 and likely


def without_days(found: list[Taken]) -> list[Taken]:
    """The same with the columns that are numbered from 1 to 28 and more as quantities."""
    run: list[int] = []
    for index, taken in enumerate(found):
        number = taken.head.parts[-1] if taken.head.parts else ""
        if number.isdecimal() and int(number) == len(run) + 1:
            run.append(index)
    if len(run) >= SHORTEST:
        for index in run:
            found[index] = found[index].now(Use.QUANTITY, Why.DAYS)
    return found


def with_counted_parts(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """The same, with the columns beside one of quantities that add up to it as quantities: *Đã thực hiện*, *Ước thực
    hiện* beside a quantity that is both, the points for each criterion beside their total."""
    wholes = [index for index, taken in enumerate(found) if taken.use is Use.QUANTITY]
    rows = [row for row in sample(view, block) if not view.is_blank(row)] if wholes else []
    values: dict[int, Numbers] = {}

    def of(index: int) -> Numbers:
        if index not in values:
            values[index] = figured_of(view, rows, found[index].head.column, "", amounts=True).values
        return values[index]

    for whole in wholes:
        for side in (_run(found, range(whole - 1, -1, -1)), _run(found, range(whole + 1, len(found)))):
            for part in _parts([of(index) for index in side], of(whole)):
                taken = found[side[part]]
                if taken.use is not Use.QUANTITY:
                    found[side[part]] = taken.now(Use.QUANTITY, Why.PARTS_COUNTED)
    return found


def _run(found: Sequence[Taken], places: Sequence[int]) -> list[int]:
    """The columns that follow each other and may count: not those whose heading speaks of money."""
    run: list[int] = []
    for place in places[:_MOST]:
        if found[place].use not in _FIGURES or speaks_of_money(found[place].head.text):
            break
        run.append(place)
    return run


def _parts(columns: Sequence[Numbers], whole: Numbers) -> Iterator[int]:
    """The columns, from the first on, that add up to another on every line, two on most."""
    for count in range(2, len(columns) + 1):
        rows = [
            (stated, [part for part in parts if part])
            for stated, *parts in zip(whole, *columns[:count], strict=True)
            if stated is not None
        ]
        telling = sum(len(parts) > 1 for _, parts in rows)
        if 2 * telling > len(rows) and telling >= ENOUGH and all(sum(p, Decimal(0)) == s for s, p in rows):
            yield from range(count)
            return
