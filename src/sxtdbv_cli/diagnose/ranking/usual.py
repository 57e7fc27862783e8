"""What is usual in the rows of a table: how odd a figure would be where it stands.

Counted in some lines of the table itself: how often a figure is the same as another one of its row, how much rounder or
less round than the others figures are, how far outside of what stands next to them. A figure that is unlike those is
odd, the more so the fewer are like it: a round one sticks out among uneven amounts, an uneven one among round amounts.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from sxtdbv_cli.diagnose.remembered import remembered
from sxtdbv_cli.model.plan import Cell, Plan

MOST_LOOKED_AT = 24
"""So many lines are looked at."""

FARTHEST = 3
"""So many closing zeros more or less than others have are as odd as any more."""

QUARTERS = 4
"""How far a figure lies outside of others is counted in quarters of the larger."""

Around = tuple[bool, tuple[int, ...], int, int, int, int, int, int]
"""What a figure is compared with: whether it is a sum of parts; the other parts of its row that are not nothing, the
nearest first; how many zeros they end with, the fewest where it is a sum, else what is middling; the lower and the
higher of the two nearest ones; the first likenesses of the ways in which it agrees, is round, and lies beside them."""

Likeness = int
"""A way in which a figure is like others, ``LEAF`` more where its line is no sum of lines, and how like it is."""

LEAF = 8
AGREES, EQUALS_AGREE, ZEROS, ZEROS_OF_ALL, BETWEEN, BESIDE = range(0, 12 * LEAF, 2 * LEAF)
NOTHING, SAME, OTHER = range(3)

ANYWHERE = {
    AGREES: (1, 1, 2),
    EQUALS_AGREE: (1, 2, 1),
    ZEROS: (1, 1, 1, 2, 1, 1, 1),
    ZEROS_OF_ALL: (1, 1, 1, 2, 1, 1, 1),
    BETWEEN: (6, 2, 1, 1, 1),
    BESIDE: (3, 3, 2, 1, 1),
}
"""How often figures are like others in each way in any table: counted as figures that this one has besides its own."""


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
        self.lines = range(0, self.rows - 1, 1 + self.rows // MOST_LOOKED_AT)
        self.often = Counter([like for line in self.lines for like in self._met(line)])
        self.rare = Rare(self.often)

    def odd(self, cell: Cell, amount: int) -> int:
        """How odd an amount would be in a cell, in quarters of a bit."""
        around = self.around(cell)
        return sum(map(self.rare.__getitem__, likenesses(around, amount))) if around else 0

    @remembered
    def odd_stated(self, cell: Cell) -> int:
        """How odd the amount is that a cell states, a blank for nothing."""
        return self.odd(cell, self.plan.cells[cell] or 0)

    def odd_row(self, line: int, row: Sequence[int]) -> int:
        """How odd the figures of a line would be all together, in quarters of a bit; what it has now tells nothing."""
        found = [(around, row[at]) for at in self.parts if (around := self._compared(at, line, row))]
        often = self.often - Counter(self._met(line)) if line in self.lines else self.often
        return sum([rarity(often, like) for around, amount in found for like in likenesses(around, amount)])

    def _met(self, line: int) -> list[Likeness]:
        """What the figures of a line are like."""
        row, found = self.plan.cells[line :: self.rows], list[Likeness]()
        for at, amount in enumerate(row):
            if amount is not None and (around := self._compared(at, line, row)):
                self._around[at * self.rows + line] = around
                found += likenesses(around, amount)
        return found

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
        ends = sorted(map(zeros, others))
        kind = LEAF if line < self.rows - 1 and not self.plan.children[line] else 0
        if at in self._totals:
            return True, others, ends[0], 0, 0, 0, kind + ZEROS_OF_ALL, 0
        inner = self._inner[at] if len(others) == len(near) else _inner(at, [part for part in near if row[part]])
        agrees, beside = EQUALS_AGREE if len({*others}) < len(others) else AGREES, BETWEEN if inner else BESIDE
        low, high = others[0], others[-1 if len(others) < 2 else 1]
        if low > high:
            low, high = high, low
        return False, others, ends[len(ends) // 2], low, high, kind + agrees, kind + ZEROS, kind + beside


def _inner(at: int, parts: Sequence[int]) -> bool:
    """Whether parts stand on both sides of a column."""
    return bool(parts) and min(parts) < at < max(parts)


def rarity(often: Counter[Likeness], like: Likeness) -> int:
    """How rare a likeness is among those counted, in quarters of a bit; what was not met may still be."""
    anywhere, first = ANYWHERE[like - like % (2 * LEAF)], like - like % LEAF
    every = sum([often[first + at] + count for at, count in enumerate(anywhere)])
    return rare(every, often[like] + anywhere[like - first])


def rare(every: int, often: int) -> int:
    """How rare is what was counted so often among so many, in quarters of a bit."""
    return (every**4 // often**4).bit_length() - 1


def likenesses(around: Around, amount: int) -> list[Likeness]:
    """What an amount is like among the figures around it."""
    total, others, ends, low, high, agrees, zeros_, beside = around
    if not total and (not amount or amount in others):
        return [agrees + (SAME if amount else NOTHING)]
    more = zeros(amount) - ends
    rounder = zeros_ + FARTHEST + (more if -FARTHEST <= more <= FARTHEST else FARTHEST if more > 0 else -FARTHEST)
    if total:
        return [rounder]
    outside = 0 if low <= amount <= high else _outside(amount, low if amount < low else high)
    return [agrees + OTHER, rounder, beside + outside]


def _outside(amount: int, bound: int) -> int:
    """How far an amount lies beyond another."""
    far, size = abs(amount - bound), max(abs(amount), abs(bound))
    return min(QUARTERS, 1 + QUARTERS * far // size)


@lru_cache(maxsize=4096)
def zeros(amount: int) -> int:
    """How many zeros an amount ends with."""
    digits = str(amount)
    return len(digits) - len(digits.rstrip("0")) if amount else 0
