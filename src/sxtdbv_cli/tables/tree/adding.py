"""Lines side by side of which some add up those right before or behind them: a tree of sums that nothing shows."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.tables.entries import Tally, digits_of, sums
from sxtdbv_cli.tables.tree.structure import Structure

TELLING, SURE = 3, 6
"""So many digits that agree are no chance; so many wherever the lines begin that are added."""
FEW = 2
"""So many lines are a group."""
ROUNDED = 2
"""The step of whole figures that may be rounded: their sums may be off."""


def figures_of(found: Structure, line: int) -> tuple[Sequence[Amount], int]:
    """What a line states, or those below it where it states nothing; and how many lines it is made of."""
    own = found.entries[line].figures
    if found.entries[line].has_figures:
        return own, max(1, len(found.added.get(line, ()))) * any(own)
    parts = [figures_of(found, child) for child in found.added.get(line, ())]
    return sums(figures for figures, _ in parts) or own, sum(count for _, count in parts)


def is_telling(figures: Sequence[Amount], digits: int = TELLING) -> bool:
    """Whether figures have so many digits that they agree with others by no chance."""
    return digits_of(figures) >= digits


def is_result(found: Structure, line: int, beside: Sequence[int]) -> bool:
    """Whether a line is what is left of one of the two right before it beside it when the other is taken away, as in a
    statement: what is behind it is no part of it."""
    at = beside.index(line)
    if at < FEW or not is_telling(figures_of(found, line)[0]):
        return False
    own, first, second = (figures_of(found, one)[0] for one in (line, *beside[at - FEW : at]))
    trios = [trio for trio in zip(own, first, second, strict=True) if trio[0] is not None]
    gaps = ((stated or 0) - (one or 0) + (other or 0) for stated, one, other in trios)
    return any(trio[2] for trio in trios) and all(found.tally.agrees(gap, len(trios[0])) for gap in gaps)


def several(figures: Sequence[Amount]) -> bool:
    """Whether several columns tell; one alone may be a sum by chance, unless from the first line or another sum on."""
    return sum(map(bool, figures)) >= FEW


class Added(NamedTuple):
    """A line that is the sum of others, how many these are, and which; whether they are all there are, or begin where
    another sum ends; whether the figures agree wherever the lines begin."""

    line: int
    made_of: int
    parts: Sequence[int]
    begins: bool
    sure: bool


def _agree(figures: Sequence[Amount], after: Sequence[int], before: Sequence[int], count: int, tally: Tally) -> bool:
    """Whether figures are what lines come to, from what was there before them to after, in every column that any state
    or in some that agree by many digits."""
    columns = zip(figures, after, before, strict=True)
    told = [(own, own - whole + rest) for own, whole, rest in columns if own is not None and whole != rest]
    right = [own for own, gap in told if tally.agrees(gap, count)]
    return len(right) == len(told) or is_telling(right, 2 * SURE)


def _may_add(rows: Sequence[tuple[Sequence[Amount], int]], tally: Tally) -> bool:
    """Whether any of some lines is the sum of those right before it, while no sum stands for others: asked column by
    column, which takes a fifth of the time. Where none is, as in most lists, nothing else can be."""
    columns = [*zip(*(figures for figures, _ in rows), strict=True)]
    sums_ = [[*accumulate([amount or 0 for amount in column], initial=0)] for column in columns]
    counts = [*accumulate([count for _, count in rows], initial=0)]
    for totals, column in zip(sums_, columns, strict=True):
        at: dict[int, int] = {}
        for place, amount in enumerate(column):
            total = totals[place]
            at[total] = place
            if amount and (start := at.get(total - amount)) is not None:
                after, before = [one[place] for one in sums_], [one[start] for one in sums_]
                if _agree(rows[place][0], after, before, counts[place] - counts[start] + 1, tally):
                    return True
    return False


class _Open:
    """The lines that no line adds up yet, with what they came to up to each, and how many lines those are made of."""

    def __init__(self, width: int) -> None:
        self.lines: list[int] = []
        self.counts = [0]
        self.sums: list[tuple[int, ...]] = [(0,) * width]
        self.at: list[dict[int, int]] = [{0: 0} for _ in range(width)]  # where a column came to a sum

    def push(self, line: int, figures: Sequence[Amount], count: int) -> None:
        """Put a line behind the others."""
        self.lines.append(line)
        self.counts.append(self.counts[-1] + count)
        self.sums.append(tuple([total + (amount or 0) for total, amount in zip(self.sums[-1], figures, strict=True)]))
        for column, total in enumerate(self.sums[-1]):
            self.at[column][total] = len(self.lines)

    def start_of(self, figures: Sequence[Amount], tally: Tally) -> int:
        """From where on the lines come to some figures; behind the last if nowhere."""
        for column, amount in enumerate(figures):
            start = self.at[column].get(self.sums[-1][column] - amount) if amount else None
            if start is not None and _agree(
                figures, self.sums[-1], self.sums[start], self.counts[-1] - self.counts[start] + 1, tally
            ):
                return start
        return len(self.lines)

    def drop(self, start: int) -> None:
        """Take away the lines from one on: another stands for them now."""
        while len(self.lines) > start:
            for column, total in enumerate(self.sums.pop()):
                if self.at[column].get(total) == len(self.lines):
                    del self.at[column][total]
            self.lines.pop()
            self.counts.pop()


def added_up(found: Structure, lines: Sequence[int], *, fewest: int = FEW, rounded: bool = False) -> Iterator[Added]:
    """The lines that are the sum of those right before them, sums standing for ``fewest`` lines at least; in some
    columns off by what whole figures may be that are ``rounded``."""
    tally = Tally(ROUNDED) if rounded and found.tally.step == 1 else found.tally
    rows = [figures_of(found, line) for line in lines]
    if not _may_add(rows, tally):
        return
    open_, told = _Open(len(found.entries[0].figures)), {-1}
    for line, (figures, count) in zip(lines, rows, strict=True):
        start = open_.start_of(figures, tally)
        if start < len(open_.lines) and not (found.entries[line].has_figures and is_telling(figures)):
            start = len(open_.lines)
        parts, made = open_.lines[start:], open_.counts[-1] - open_.counts[start]
        if parts:
            begins = (open_.lines[start - 1] if start else -1) in told
            sure = several(figures) or is_telling(figures, SURE)
            if made >= FEW and line not in found.added:
                yield Added(line, made, parts, begins, sure)
                told.add(line)
            if made >= (fewest if sure else FEW):
                open_.drop(start)
        open_.push(line, figures, count)
