"""SX518: columns that were read as amounts although their figures come out as ratios or shares of others; and whether
columns that no heading calls amounts come out from columns of amounts, and so are of their kind."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, permutations, product
from typing import NamedTuple

from sxtdbv_cli.model.plan import NOWHERE, Amount
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.across.rule import Rule, holds_on
from sxtdbv_cli.tables.columns.quotients import SCALES, SHOWN, comes_out, together
from sxtdbv_cli.tables.columns.taken import amounts_of
from sxtdbv_cli.tables.doubts.kinds import HEADER
from sxtdbv_cli.tables.entries import Entry, Tally
from sxtdbv_cli.tables.reading import Reading

FEWEST = 3
"""So many lines must show a ratio."""
MOST_COLUMNS = 14
"""Of so many columns at most it is asked how they go together."""
RATE = 3
"""A rate has so many digits at most."""
RATIOS = HEADER.kind(
    "cột {letters} tính ra đúng là tỷ lệ hoặc tỷ trọng của cột khác ở mọi dòng, nhưng được đọc như số tiền",
    "column {letters} comes out as a ratio or a share of others on every line, but was read as amounts",
)
CARRIED, TOLD = 4, 2
"""A balance is told from so many lines on, a difference from so many."""
FIRST = 100
"""So many lines tell how columns go together."""


Figures = Sequence[Amount]


class Column(NamedTuple):
    """The figures of a column; the largest, what all come to, and whether each line states one."""

    values: Figures
    largest: int
    total: int
    full: bool


def _column(values: Sequence[Amount]) -> Column:
    stated = [*filter(None, values)]
    return Column(values, max(stated, key=abs, default=0), sum(stated), None not in values)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """The columns of amounts without a rule that are the quotient of two others or the share of one, on every line."""
    entries = reading.structure.entries
    declared = reading.structure.outcome.declared
    rows = [entry.figures for entry in entries]
    tables = [[*rows, declared.figures], rows] if declared else [rows]  # the total of ratios may be anything
    readings = [[_column(values) for values in zip(*table, strict=True)] for table in tables]
    ruled = {rule.whole for rule in reading.across.rules} | {product.column for product in reading.products.found}
    heads = [column.head for column in amounts_of(reading.taken)]
    one = 10**reading.plan.unit.scale
    parts = reading.structure.parts(NOWHERE)
    for number, head in enumerate(heads if 1 < len(heads) <= MOST_COLUMNS else ()):
        added = [part.figures[number] for part in parts]
        adds = declared and reading.structure.tally.comes_out(declared.figures[number], added)
        weighed = readings[:1] if adds else readings
        if number not in ruled and any(_is_ratio(number, columns, one) for columns in weighed):
            yield RATIOS.of_column(reading, head.column)


def _is_ratio(number: int, columns: Sequence[Column], one: int) -> bool:
    """Whether a column is the quotient of two others or the share of one; ``one`` is 1 in the steps of the figures."""
    values, others = columns[number], [column for place, column in enumerate(columns) if place != number]
    step = _step(values, one)
    shown = [*islice((abs(value) for value in values.values if value and abs(value) >= SHOWN * step), FEWEST)]
    if len(shown) < FEWEST or all(abs(value) == shown[0] for value in values.values if value):
        return False
    scales = [scale * one for scale in SCALES]
    pairs = permutations(others, 2)
    return any(_is_share(values, other, scale, step) for other in others for scale in scales) or any(
        _is_quotient(values.values, one.values, other.values, scale, step) for one, other in pairs for scale in scales
    )


def _step(column: Column, one: int) -> int:
    """The value of the last digit that a column shows."""
    step = one
    while step > 1 and any(value % step for value in column.values if value):
        step //= 10
    return step


def _is_quotient(values: Figures, parts: Figures, wholes: Figures, scale: int, step: int) -> bool:
    """Whether a column is the quotient of two others, or their difference in parts of the second."""
    if not comes_out((row for row in together(values, parts, wholes) if row[2]), scale, step):
        return False
    return sum(value >= SHOWN * step for value, _, whole in together(values, parts, wholes) if whole) >= FEWEST


def _is_share(values: Column, parts: Column, scale: int, step: int) -> bool:
    """Whether a column is the share of another in its total; one that is a tenth of it is a tax rather."""
    added = parts.total if values.full else sum(part for _, part in together(values.values, parts.values))
    wholes = [
        whole
        for whole in {abs(parts.largest), abs(added)} - {0}
        if len((Decimal(scale) / whole).normalize().as_tuple().digits) > RATE
        and all(
            abs(value * whole - scale * part) <= step * whole for value, part in together(values.values, parts.values)
        )
    ]
    return (
        bool(wholes) and sum(abs(value) >= SHOWN * step for value, _ in together(values.values, parts.values)) >= FEWEST
    )


def akin(reading: Reading, bare: Sequence[int], sure: Sequence[int]) -> set[int]:
    """The bare columns that are the difference or the sum of a sure one and another on every line; or now the same as a
    sure one and now more, as neither a price nor a quantity is. What a bare one comes out from is sure with it."""
    entries, step = reading.structure.entries[:FIRST], reading.structure.tally.step
    width = len(reading.plan.columns)
    found: set[int] = set()
    for place, one in product(bare if width <= MOST_COLUMNS else (), sure):
        others = [other for other in range(width) if other not in (place, one)]
        if _is_same_or_more(entries, place, one):
            found.add(place)
        for other in others:
            rules = (Rule(place, (one,), (other,)), Rule(one, (place, other)), Rule(place, (one, other)))
            if any(_comes_out(rule, entries, step) for rule in rules):
                found |= {place, other}
    return found


def _comes_out(rule: Rule, entries: Sequence[Entry], step: int) -> bool:
    """Whether a rule holds on several lines and fails on none."""
    tally, held = Tally(step), 0
    for entry in entries:
        holds = holds_on(rule, entry, tally)
        if holds is False:
            return False
        held += bool(holds)
    return held >= TOLD


def _is_same_or_more(entries: Sequence[Entry], place: int, one: int) -> bool:
    """Whether one column states now as much as another and now more, on the lines that state both."""
    pairs = ((entry.figures[place], entry.figures[one]) for entry in entries)
    sizes = [(abs(own), abs(far)) for own, far in pairs if own and far]
    return any(own == far for own, far in sizes) and any(own > far for own, far in sizes)
