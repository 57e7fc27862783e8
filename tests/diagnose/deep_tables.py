"""Small rounded tables that are no graph: columns of three levels, sums of columns that cross, rules of lines."""

from random import Random

from adversarial import consistent, mistakes
from tables import ROLES, renewed, table, with_cells

from sxtdbv_cli.model.plan import NOWHERE, Cell, Column, LineRule, Plan, Unit

STEP = 10


def _columns(*parts: tuple[int, ...]) -> tuple[Column, ...]:
    return tuple(Column(key=f"c{at}", plus=plus) for at, plus in enumerate(parts))


SHAPES = (
    _columns((1, 2), (), ()),
    _columns((1, 2), (3, 4), (), (5, 6), (), (), ()),
    _columns((1, 2), (5, 6), (7, 8), (5, 7), (6, 8), (), (), (), ()),
)
"""A total and two years; sources of a source of a year; years by sources, added up both ways."""


def draw(random: Random) -> tuple[Plan, frozenset[Cell]]:
    """A table with mistakes, some figures a step off, and the cells to be trusted."""
    columns = random.choice(SHAPES)
    count = random.randint(2, 7 if len(columns) == 3 else 4)
    parents = [NOWHERE if line == 0 or random.random() < 0.2 else random.randrange(line) for line in range(count)]
    roles = [random.choice((*ROLES, *[""] * 7)) for _ in parents]
    row = [0] * len(columns)
    lines = [(parent, row, role) if role else (parent, row) for parent, role in zip(parents, roles, strict=True)]
    declared = random.choice((None, row))
    rules = _rules(random, count) if random.random() < 0.5 else ()
    plan = table(lines, declared, columns=columns, complete=random.random() < 0.9, rules=rules)
    plan = with_cells(plan, consistent(plan, random))
    plan = with_cells(plan, mistakes(plan, random))
    stated = {cell: amount * STEP for cell, amount in enumerate(plan.cells) if amount is not None}
    for cell in random.sample(sorted(stated), len(stated) // 4):
        stated[cell] += random.choice((-STEP, STEP))
    share = random.choice((0, 0.1, 0.2))
    trusted = frozenset(cell for cell in sorted(stated) if random.random() < share)
    return renewed(with_cells(plan, dict(stated)), unit=Unit(precision=STEP)), trusted


def _rules(random: Random, count: int) -> tuple[LineRule, ...]:
    """One line, or two, that state rules of their own, which may cross."""
    found = []
    for whole in random.sample(range(count), random.choice((1, min(2, count)))):
        parts = random.sample([line for line in range(count) if line != whole], random.randint(1, min(3, count - 1)))
        minus = tuple(part for part in parts[1:] if random.random() < 0.3)
        found.append(LineRule(whole=whole, plus=tuple(part for part in parts if part not in minus), minus=minus))
    return tuple(found)
