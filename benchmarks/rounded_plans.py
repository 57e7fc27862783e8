"""Plans that are consistent in đồng and stated in triệu: every figure is rounded by itself, so sums miss a little."""

from random import Random

import mistakes
from mistakes import Row, Spoiled, Table

from sxtdbv_cli.model.diagnosis import EventKind
from sxtdbv_cli.model.plan import NOWHERE

STEP = 1_000_000
FINE = (1, 1_000, 50_000, 100_000, 500_000)
"""What the figures in đồng are multiples of."""


def draw(random: Random, count: int, years: int, *, ragged: bool = False) -> Table:
    """A table of so many lines in triệu; what the lines without child lines hold is drawn in đồng."""
    table = mistakes.draw(random, count, years, ragged=ragged)
    fine, top = random.choice(FINE), random.choice((20, 200, 2_000, 20_000)) * STEP
    for line in table.leaves():
        figures = [random.randint(top // 40, top) // fine * fine if amount else 0 for amount in table.rows[line][1:]]
        if len({*table.rows[line][1:]}) == 1:
            figures = figures[:1] * years
        table.rows[line] = [sum(figures), *figures]
    for line in set(range(len(table.rows))).difference(table.leaves()):
        table.rows[line] = [0] * (years + 1)
    for line in reversed(range(len(table.rows))):
        if (parent := table.parents[line]) != NOWHERE:
            table.rows[parent] = _added(table.rows[parent], table.rows[line])
    if table.declared:
        table.declared = [0] * (years + 1)
        for line in table.children(NOWHERE):
            table.declared = _added(table.declared, table.rows[line])
    return _rounded(table)


def _added(one: Row, two: Row) -> Row:
    return [first + second for first, second in zip(one, two, strict=True)]


def _rounded(table: Table) -> Table:
    """The table with its figures in triệu."""
    table.rows = [list(map(in_steps, row)) for row in table.exact]
    table.declared = table.declared and list(map(in_steps, table.declared))
    table.step = STEP
    return table


def in_steps(amount: int) -> int:
    """An amount in triệu, rounded half away from zero."""
    return (2 * abs(amount) + STEP) // (2 * STEP) * (1 if amount >= 0 else -1)


def wrong_unit(random: Random, table: Table) -> Spoiled | None:
    """The figures of a line are stated in nghìn, with what the others have rounded away."""
    lines = [line for line in table.leaves() if any(True for _ in table.above(line))]
    if not lines:
        return None
    line = random.choice(lines)
    table.rows[line] = [(2 * amount + 1_000) // 2_000 for amount in table.exact[line]]
    return Spoiled(table.plan(), {}, EventKind.WRONG_UNIT, frozenset({line}))


EVENTS = (*mistakes.EVENTS[:-1], wrong_unit)
