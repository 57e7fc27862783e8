"""What is usual in the rows of a table: how odd a figure would be where it stands.

Counted in some lines of the table itself: how often a figure is the same as another one of its row, how much rounder or
less round than the others figures are, how far outside of what stands next to them. A figure that is unlike those is
odd, the more so the fewer are like it: a round one sticks out among uneven amounts, an uneven one among round amounts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sxtdbv_cli.model.plan import Cell, Plan

MOST_LOOKED_AT = 24
"""So many lines are looked at."""

FARTHEST = 3
"""So many closing zeros more or less than others have are as odd as any more."""

QUARTERS = 4
"""How far a figure lies outside of others is counted in quarters of the larger."""

Likeness = tuple[str, bool, int]
"""In what a figure is like others (a key of ``ANYWHERE``), whether its line is no sum of lines, and how like it is."""

NOTHING, SAME, OTHER = range(3)

ANYWHERE = {
    "agrees": (1, 1, 2),
    "agrees with equals": (1, 2, 1),
    "zeros": (1, 1, 1, 2, 1, 1, 1),
    "zeros of all": (1, 1, 1, 2, 1, 1, 1),
    "between": (6, 2, 1, 1, 1),
    "beside": (3, 3, 2, 1, 1),
}
"""How often figures are like others in each way in any table: counted as figures that this one has besides its own."""


class Around(NamedTuple):
    """What a figure is compared with: the other parts of its row that are not nothing, the nearest first.

    ``total`` says that the figure is a sum of parts, ``inner`` that parts stand on both sides of it, ``equal`` that
    some of them are the same, ``zeros`` how many zeros the parts end with: the fewest where it is a sum, else what is
    middling; ``low`` and ``high`` are the two nearest parts.
    """

    leaf: bool
    total: bool
    inner: bool
    others: tuple[int, ...]
    equal: bool
    zeros: int
    low: int
    high: int


class Rare(dict[Likeness, int]):
    """How rare likenesses are, in quarters of a bit; worked out when they are asked for."""

    def __init__(self, often: Counter[Likeness]) -> None:
        super().__init__()
        self.often = often

    def __missing__(self, like: Likeness) -> int:
        found = self[like] = rarity(self.often, like)
        return found


class Usual:
    """What is usual in one table."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.rows = len(plan.lines) + 1
        self.parts = [at for at, column in enumerate(plan.columns) if not (column.plus or column.minus)]
        self._totals = frozenset(range(len(plan.columns))).difference(self.parts)
        self._near = [self._nearest(at) for at in range(len(plan.columns))]
        self._inner = [_inner(at, near) for at, near in enumerate(self._near)]
        self._around: dict[Cell, Around | None] = {}
        self._stated: dict[Cell, int] = {}
        self.lines = range(0, self.rows - 1, 1 + self.rows // MOST_LOOKED_AT)
        self.often = Counter([like for line in self.lines for like in self._met(line)])
        self.rare = Rare(self.often)

    def odd(self, cell: Cell, amount: int) -> int:
        """How odd an amount would be in a cell, in quarters of a bit."""
        around = self.around(cell)
        return sum(map(self.rare.__getitem__, likenesses(around, amount))) if around else 0

    def odd_stated(self, cell: Cell) -> int:
        """How odd the amount is that a cell states, a blank for nothing."""
        if cell not in self._stated:
            self._stated[cell] = self.odd(cell, self.plan.cells[cell] or 0)
        return self._stated[cell]

    def odd_row(self, line: int, row: Sequence[int]) -> int:
        """How odd the figures of a line would be all together, in quarters of a bit; what it has now tells nothing."""
        found = [(around, row[at]) for at in self.parts if (around := self._compared(at, line, row))]
        often = self.often - Counter(self._met(line)) if line in self.lines else self.often
        return sum([rarity(often, like) for around, amount in found for like in likenesses(around, amount)])

    def _met(self, line: int) -> Iterator[Likeness]:
        """What the figures of a line are like."""
        row = self.plan.cells[line :: self.rows]
        for at, amount in enumerate(row):
            if amount is not None and (around := self._compared(at, line, row)):
                self._around[at * self.rows + line] = around
                yield from likenesses(around, amount)

    def around(self, cell: Cell) -> Around | None:
        """What a cell is compared with, if there is anything."""
        if cell not in self._around:
            at, line = divmod(cell, self.rows)
            self._around[cell] = self._compared(at, line, self.plan.cells[line :: self.rows])
        return self._around[cell]

    def _nearest(self, at: int) -> list[int]:
        """The parts that a column is compared with, the nearest first."""
        return sorted([part for part in self.parts if part != at], key=lambda part: abs(part - at))

    def _compared(self, at: int, line: int, row: Sequence[int | None]) -> Around | None:
        near = self._near[at]
        others = tuple([figure for part in near if (figure := row[part])])
        if not others:
            return None
        total, ends = at in self._totals, list(map(zeros, others))
        inner = self._inner[at] if len(others) == len(near) else _inner(at, [part for part in near if row[part]])
        leaf = line < self.rows - 1 and not self.plan.children[line]
        low, high = others[0], others[-1 if len(others) < 2 else 1]
        if low > high:
            low, high = high, low
        usual = min(ends) if total else sorted(ends)[len(ends) // 2]
        return Around(leaf, total, inner, others, len({*others}) < len(others), usual, low, high)


def _inner(at: int, parts: Sequence[int]) -> bool:
    """Whether parts stand on both sides of a column."""
    return bool(parts) and min(parts) < at < max(parts)


def rarity(often: Counter[Likeness], like: Likeness) -> int:
    """How rare a likeness is among those counted, in quarters of a bit; what was not met may still be."""
    way, leaf, _ = like
    anywhere = ANYWHERE[way]
    every = sum([often[way, leaf, at] + count for at, count in enumerate(anywhere)])
    return rare(every, often[like] + anywhere[like[2]])


def rare(every: int, often: int) -> int:
    """How rare is what was counted so often among so many, in quarters of a bit."""
    return (every**4 // often**4).bit_length() - 1


def likenesses(around: Around, amount: int) -> list[Likeness]:
    """What an amount is like among the figures around it."""
    leaf, total, inner, others, equal, ends, low, high = around
    more = zeros(amount) - ends
    rounder = FARTHEST + (more if -FARTHEST <= more <= FARTHEST else FARTHEST if more > 0 else -FARTHEST)
    if total:
        return [("zeros of all", leaf, rounder)]
    agrees = "agrees with equals" if equal else "agrees"
    if not amount or amount in others:
        return [(agrees, leaf, SAME if amount else NOTHING)]
    outside = 0 if low <= amount <= high else _outside(amount, low if amount < low else high)
    return [
        (agrees, leaf, OTHER),
        ("zeros", leaf, rounder),
        ("between" if inner else "beside", leaf, outside),
    ]


def _outside(amount: int, bound: int) -> int:
    """How far an amount lies beyond another."""
    far, size = abs(amount - bound), max(abs(amount), abs(bound))
    return min(QUARTERS, 1 + QUARTERS * far // size)


@lru_cache(maxsize=4096)
def zeros(amount: int) -> int:
    """How many zeros an amount ends with."""
    digits = str(amount)
    return len(digits) - len(digits.rstrip("0")) if amount else 0
