"""Consistent random plans, and the mistakes that people make in them.

A table is drawn as lists (parents, rows of figures, declared totals), spoiled in one way, and frozen as a plan. The
plans differ in depth, branching, round and odd figures, equal and empty years, and, if they are ragged, in blanks and
declared totals.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from typing import NamedTuple

from sxtdbv_cli.model.diagnosis import EventKind
from sxtdbv_cli.model.plan import NOWHERE, Cell, Column, Document, Lines, Plan, Role, Unit

Row = list[int]

Likely = Callable[[Row], float]
"""How likely the row of a leaf was to be drawn."""

How = Callable[[Random, int], int]
"""A way to make a wrong figure from the right one."""


class Table:
    """A table that can still change: the parent and the row of every line, and what is declared for the whole."""

    def __init__(self, parents: list[int], rows: list[Row], declared: Row | None, step: int = 1) -> None:
        self.parents = parents
        self.rows = rows
        self.declared = declared
        self.step = step  # what the figures are rounded to, and stated in
        self.exact = rows  # what they were before they were rounded
        self.blank: set[tuple[int, int]] = set()
        self.likely: Likely | None = None

    def children(self, line: int) -> list[int]:
        """The child lines of a line; those at the top for NOWHERE."""
        return [child for child, parent in enumerate(self.parents) if parent == line]

    def leaves(self) -> list[int]:
        """The lines without child lines."""
        parents = set(self.parents)
        return [line for line in range(len(self.parents)) if line not in parents]

    def above(self, line: int) -> Iterator[Row]:
        """The rows that a line's figures are added up in, the nearest first."""
        while (line := self.parents[line]) != NOWHERE:
            yield self.rows[line]
        if self.declared is not None:
            yield self.declared

    def branch(self, line: int) -> set[int]:
        """A line with all lines below it."""
        found = {line}
        for child, parent in enumerate(self.parents):
            if parent in found:
                found.add(child)
        return found

    def plan(self) -> Plan:
        """The table as a plan, its lines in order, each parent before its children."""
        width = len(self.rows[0])
        count = len(self.rows)
        amounts = [
            tuple(
                None if (line, column) in self.blank else row[column] * self.step for line, row in enumerate(self.rows)
            )
            for column in range(width)
        ]
        years = tuple(Column(key=str(2021 + year), year=2021 + year) for year in range(1, width))
        return Plan(
            document=Document(),
            unit=Unit(precision=self.step),
            columns=(Column(key="total", plus=tuple(range(1, width))), *years),
            declared=tuple([amount * self.step for amount in self.declared] if self.declared else [None] * width),
            lines=Lines(
                parents=tuple(self.parents),
                codes=tuple(str(line) for line in range(count)),
                titles=("",) * count,
                schedules=(None,) * count,
                notes=(None,) * count,
                roles=(Role.PART,) * count,
                equals=(None,) * count,
                amounts=tuple(amounts),
            ),
        )


class Spoiled(NamedTuple):
    """A plan with known mistakes: the right figures of the wrong cells, or the event and the line it is about."""

    plan: Plan
    right: dict[Cell, int]
    kind: EventKind | None = None
    lines: frozenset[int] = frozenset()
    how: How | None = None
    likely: Likely | None = None


def draw(random: Random, count: int, years: int, *, ragged: bool = False) -> Table:
    """A consistent table of so many lines.

    Every cell is stated and stands in two sums. In a ragged table years without figures may be blank, and no total
    may be given for the lines at the top.
    """
    parents = _hierarchy(random, count)
    step = random.choice((1, 1_000, 100_000, 500_000, 1_000_000, 10_000_000))
    top = random.choice((20, 200, 2_000))
    empty, equal = random.choice((0, 0.1, 0.4)), random.choice((0, 0.3, 0.8))
    table = Table(parents, [[0] * (years + 1) for _ in parents], None)
    table.likely = partial(_likely, step=step, top=top, shares=(empty, equal))
    for line in table.leaves():
        table.rows[line] = _figures(random, years, step, top, shares=(empty, equal))
    for line in reversed(range(count)):
        if parents[line] != NOWHERE:
            table.rows[parents[line]] = _added(table.rows[parents[line]], table.rows[line])
    if len(table.children(NOWHERE)) > 1 if not ragged else random.random() < 0.6:
        table.declared = [
            sum(column) for column in zip(*[table.rows[line] for line in table.children(NOWHERE)], strict=True)
        ]
    if ragged and random.random() < 0.5:
        _leave_blank(random, table)
    return table


def _hierarchy(random: Random, count: int) -> list[int]:
    """Parents of lines in the order of a document, with few or many children each."""
    depth, branching = random.randint(2, 5), random.choice((2, 4, 8, 8, 20))
    single = random.random() < 0.3
    parents: list[int] = []
    path: list[int] = []
    for line in range(count):
        parents.append(path[-1] if path else NOWHERE)
        path.append(line)
        if len(path) >= depth or (line and random.random() > 2 / branching):
            fewest = 1 if single and random.random() < 0.3 else 2
            path.pop()
            while path and sum(parent == path[-1] for parent in parents[path[-1] :]) >= max(
                fewest, random.randint(2, branching)
            ):
                path.pop()
    return parents


def _figures(random: Random, years: int, step: int, top: int, *, shares: tuple[float, float]) -> Row:
    empty, equal = shares
    if random.random() < equal:
        parts = [random.randint(1, top) * step] * years
    else:
        parts = [random.randint(1, top) * step for _ in range(years)]
    parts = [0 if random.random() < empty else part for part in parts]
    if not any(parts):
        parts[random.randrange(years)] = random.randint(1, top) * step
    return [sum(parts), *parts]


def _likely(row: Row, step: int, top: int, *, shares: tuple[float, float]) -> float:
    """How likely ``_figures`` is to draw a row."""
    empty, equal = shares
    parts = [part for part in row[1:] if part]
    if row[0] != sum(parts) or not parts or any(not 0 < part <= top * step or part % step for part in parts):
        return 0
    gone = len(row) - 1 - len(parts)
    figures = (equal / top if len({*parts}) == 1 else 0) + (1 - equal) / top ** len(parts)
    again = empty ** (len(row) - 1) / (len(row) - 1) / top if len(parts) == 1 else 0  # all were empty, one drawn anew
    return empty**gone * (1 - empty) ** len(parts) * figures + again


def _leave_blank(random: Random, table: Table) -> None:
    """Some cells of leaves that are nothing are left blank instead of zero."""
    share = random.choice((0.3, 1.0))
    for line in table.leaves():
        for column, amount in enumerate(table.rows[line]):
            if column and not amount and random.random() < share:
                table.blank.add((line, column))


def _added(one: Row, two: Row, sign: int = 1) -> Row:
    return [first + sign * second for first, second in zip(one, two, strict=True)]


def mistyped(random: Random, table: Table, count: int, how: How) -> Spoiled:
    """So many wrong cells; only cells that a sum protects."""
    plan = table.plan()
    rows = len(plan.lines) + 1
    cells = [
        cell
        for cell, amount in enumerate(plan.cells)
        if amount and amount >= 10 * table.step and (cell % rows < rows - 1 or cell < rows)
    ]
    right: dict[Cell, int] = {}
    for cell in random.sample(cells, min(count, len(cells))):
        line, column = plan.position(cell)
        row = table.rows[line] if line < len(plan.lines) else table.declared
        assert row is not None
        wrong = row[column]
        while wrong == row[column]:
            wrong = how(random, row[column])
        right[cell], row[column] = row[column] * table.step, wrong
    return Spoiled(table.plan(), right, how=how)


def typing_error(random: Random, amount: int) -> int:
    """The figure with one digit replaced, added, dropped, or two swapped, with zeros lost or added, or the sign."""
    digits = str(amount)
    at = random.randrange(len(digits))
    how = random.randrange(8)
    if how < 3:
        other = random.choice([digit for digit in "0123456789" if digit != digits[at] and (at or digit != "0")])
        digits = digits[:at] + other + digits[at + 1 :]
    elif how == 3:
        digits = digits[: at + 1] + random.choice("0123456789") + digits[at + 1 :]
    elif how == 4 and len(digits) > 2:
        digits = (digits[:at] + digits[at + 1 :]).lstrip("0") or digits
    elif how == 5:
        swaps = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1] and (i or digits[1] != "0")]
        if swaps:
            i = random.choice(swaps)
            digits = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
    elif how == 6:
        digits += random.choice(("0", "000"))
    else:
        digits = digits[:-1] if digits.endswith("0") and len(digits) > 2 else "-" + digits
    return int(digits)


def round_value(random: Random, amount: int) -> int:
    """Another figure, as round as this one."""
    step = 10 ** (len(str(amount)) - len(str(amount).rstrip("0")))
    return max(step, amount + random.choice((-1, 1)) * random.randint(1, 30) * step)


def another_value(random: Random, amount: int) -> int:
    """Another figure of one to three digits before its zeros, from half of this one to twice as much."""
    step = 10 ** max(0, len(str(amount)) - random.choice(DIGITS))
    return max(step, random.randint(amount // 2, 2 * amount) // step * step)


DIGITS = (1, 2, 2, 3)
"""How many digits another value has, each as often as it stands here."""


def left_out(random: Random, table: Table) -> Spoiled | None:
    """A line is missing, with all lines below it; the totals above still count it."""
    lines = [line for line in _with_siblings(table) if any(True for _ in table.above(line))]
    if not lines:
        return None
    line = random.choice(lines)
    parent, gone = table.parents[line], table.branch(line)
    at = {old: new for new, old in enumerate(old for old in range(len(table.rows)) if old not in gone)}
    at[NOWHERE] = NOWHERE
    kept = Table(
        [at[table.parents[old]] for old in at if old >= 0],
        [table.rows[old] for old in at if old >= 0],
        table.declared,
        table.step,
    )
    kept.blank = {(at[old], column) for old, column in table.blank if old in at}
    where = len(kept.rows) if parent == NOWHERE else at[parent]
    return Spoiled(kept.plan(), {}, EventKind.LEFT_OUT, frozenset({where}))


def _with_siblings(table: Table) -> list[int]:
    """The lines that are not the only child line of their parent."""
    often = Counter(table.parents)
    return [line for line, parent in enumerate(table.parents) if often[parent] > 1]


def counted_twice(random: Random, table: Table) -> Spoiled | None:
    """A total counts one of its lines twice, and the totals above it do so too, or not; or the line is listed twice."""
    lines = [line for line in range(len(table.rows)) if any(True for _ in table.above(line))]
    if not lines:
        return None
    line = random.choice(lines)
    row = table.rows[line]
    if random.random() < 0.5:
        return _listed_twice(table, line)
    for above in list(table.above(line))[: random.choice((1, 1, 99))]:
        above[:] = _added(above, row)
    return Spoiled(table.plan(), {}, EventKind.COUNTED_TWICE, frozenset({line}))


def _listed_twice(table: Table, line: int) -> Spoiled:
    """A line stands once more below the same total, after the lines that are below it."""
    at = max(table.branch(line)) + 1
    table.parents = [parent + (parent >= at) for parent in table.parents]
    table.parents.insert(at, table.parents[line])
    table.rows.insert(at, list(table.rows[line]))
    table.blank = {(old + (old >= at), column) for old, column in table.blank}
    table.blank |= {(at, column) for old, column in table.blank if old == line}
    return Spoiled(table.plan(), {}, EventKind.COUNTED_TWICE, frozenset({line, at}))


def misplaced(random: Random, table: Table) -> Spoiled | None:
    """A line, with the lines below it, stands under another parent; the totals are as they were."""
    homes = sorted(set(table.parents) - {NOWHERE})
    lines = [line for line in _with_siblings(table) if table.parents[line] != NOWHERE]
    if not lines:
        return None
    line = random.choice(lines)
    below = table.branch(line)
    others = [home for home in homes if home != table.parents[line] and home not in below]
    if not others:
        return None
    table.parents[line] = random.choice(others)
    order = list(_in_order(table))
    at = {old: new for new, old in enumerate(order)} | {NOWHERE: NOWHERE}
    parents, rows = [at[table.parents[old]] for old in order], [table.rows[old] for old in order]
    moved = Table(parents, rows, table.declared, table.step)
    moved.blank = {(at[old], column) for old, column in table.blank}
    return Spoiled(moved.plan(), {}, EventKind.MISPLACED, frozenset({at[line]}))


def _in_order(table: Table) -> Iterator[int]:
    """The lines, each followed by those below it."""
    below: dict[int, list[int]] = {}
    for line, parent in enumerate(table.parents):
        below.setdefault(parent, []).append(line)
    waiting = below[NOWHERE][::-1]
    while waiting:
        yield (line := waiting.pop())
        waiting += below.get(line, ())[::-1]


def years_swapped(random: Random, table: Table) -> Spoiled | None:
    """Two years of a line stand in each other's column."""
    parents = set(table.parents)
    lines = [line for line in range(len(table.rows)) if line in parents or any(True for _ in table.above(line))]
    if not lines:
        return None
    row = table.rows[line := random.choice(lines)]
    one, two = random.sample(range(1, len(row)), 2)
    if row[one] == row[two]:
        return None
    row[one], row[two] = row[two], row[one]
    table.blank -= {(line, one), (line, two)}
    return Spoiled(table.plan(), {}, EventKind.YEARS_SWAPPED, frozenset({line}))


def row_copied(random: Random, table: Table) -> Spoiled | None:
    """The figures of a line stand in the row of its sibling, too."""
    parents = set(table.parents)
    lines = [line for line in _with_siblings(table) if line not in parents]
    lines = [line for line in lines if any(True for _ in table.above(line))]
    if not lines:
        return None
    line = random.choice(lines)
    other = random.choice([child for child in table.children(table.parents[line]) if child != line])
    if table.rows[line] == table.rows[other]:
        return None
    table.rows[line] = list(table.rows[other])
    table.blank = {(at, column) for at, column in table.blank if at != line}
    table.blank |= {(line, column) for at, column in table.blank if at == other}
    return Spoiled(table.plan(), {}, EventKind.ROW_COPIED, frozenset({line, other}))


def parents_not_updated(random: Random, table: Table) -> Spoiled | None:
    """A leaf was changed in one year, and its total with it; all lines above were not, or those from or up to one."""
    lines = [line for line in table.leaves() if any(True for _ in table.above(line))]
    if not lines:
        return None
    row = table.rows[line := random.choice(lines)]
    year = random.choice([column for column in range(1, len(row)) if row[column]])
    old = list(row)
    row[year] = round_value(random, row[year])
    row[0] += row[year] - old[year]
    if row == old:
        return None
    chain = list(table.above(line))
    updated = random.choice((0, 0, 0, random.randrange(len(chain))))
    stale = random.randint(updated + 1, len(chain)) if random.random() < 0.2 else len(chain)
    for above in chain[:updated] + chain[stale:]:
        above[:] = _added(above, _added(row, old, -1))
    at = [line]
    while at[-1] != NOWHERE:
        at.append(table.parents[at[-1]])
    where = at[1 + updated]
    return Spoiled(
        table.plan(), {}, EventKind.PARENTS_NOT_UPDATED, frozenset({len(table.rows) if where == NOWHERE else where})
    )


def wrong_unit(random: Random, table: Table) -> Spoiled | None:
    """The figures of a line are stated in thousands."""
    lines = [line for line in table.leaves() if any(True for _ in table.above(line))]
    lines = [line for line in lines if all(amount % 1000 == 0 for amount in table.rows[line])]
    if not lines:
        return None
    line = random.choice(lines)
    table.rows[line] = [amount // 1000 for amount in table.rows[line]]
    return Spoiled(table.plan(), {}, EventKind.WRONG_UNIT, frozenset({line}))


EVENTS = (left_out, counted_twice, misplaced, years_swapped, row_copied, parents_not_updated, wrong_unit)
