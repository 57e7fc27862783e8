"""Whether columns that no heading calls amounts come out from columns of amounts, and so are of their kind."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, permutations, product

from sxtdbv_cli.tables.across.rule import Rule, holds_on
from sxtdbv_cli.tables.entries import Entry, Tally
from sxtdbv_cli.tables.reading import Reading

FEW, FEWEST = 4, 2
"""A balance is told from so many lines on, a difference from so many."""
MOST, FIRST = 14, 100
"""Of so many columns at most it is asked how they go together, and so many lines tell."""


def akin(reading: Reading, bare: Sequence[int], sure: Sequence[int]) -> set[int]:
    """The bare columns that are the difference or the sum of a sure one and another on every line; or now the same as a
    sure one and now more, as neither a price nor a quantity is. What a bare one comes out from is sure with it."""
    entries, step = reading.structure.entries[:FIRST], reading.structure.tally.step
    width = len(reading.plan.columns)
    found: set[int] = set()
    for place, one in product(bare if width <= MOST else (), sure):
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
    return held >= FEWEST


def _is_same_or_more(entries: Sequence[Entry], place: int, one: int) -> bool:
    pairs = [*_pairs(entries, place, one)]
    return any(own == far for own, far in pairs) and any(own > far for own, far in pairs)


def _pairs(entries: Sequence[Entry], place: int, one: int) -> Iterator[tuple[int, int]]:
    """The sizes of two columns on the lines that state both."""
    for entry in entries:
        own, far = entry.figures[place], entry.figures[one]
        if own and far:
            yield abs(own), abs(far)


def is_carried(reading: Reading, place: int) -> bool:
    """Whether a column is a balance from line to line: what stood above, and one column less another."""
    rows = [[Decimal(value or 0) for value in row.figures] for row in reading.body.rows if row.figures[place]]
    pairs = permutations((other for other in range(len(rows[0]) if rows else 0) if other != place), 2)
    return len(rows) >= FEW and any(
        all(above[place] + row[plus] - row[minus] == row[place] for above, row in pairwise(rows))
        for plus, minus in pairs
    )
