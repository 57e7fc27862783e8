"""How far apart rounding may have put figures that are the same: mostly little, at most half a step for each figure."""

from collections.abc import Collection, Sequence
from math import isqrt

from sxtdbv_cli.diagnose.events._readings import Row
from sxtdbv_cli.diagnose.network import Network
from sxtdbv_cli.model.audit import rounding

CLOSE = 8
"""Figures farther apart than is usual are the same if no more than an eighth of them is between them."""


class Rounding:
    """What rounding does to the sums of lines of one table; nothing where it is exact."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.plan = network.plan

    def usually(self, line: int) -> int:
        """By how much the sums of a line hardly ever miss more: what is rounded away mostly cancels out."""
        return self._mostly(self._figures(line))

    def at_most(self, line: int) -> int:
        """By how much the sums of a line may miss."""
        return rounding(self.plan, self._figures(line))

    def same(self, one: Row, two: Row, lines: Sequence[int], unseen: Collection[int]) -> bool:
        """Whether two rows are the same as far as the sums of some lines can tell, but for columns that are not seen.

        What is usual for a sum is taken for nothing, so there it may be as much again.
        """
        usual = sum(map(self.usually, lines))
        if not usual:
            return one == two or all(one[at] == two[at] for at in range(len(one)) if at not in unseen)
        may = sum(map(self.at_most, lines))
        return all(
            abs(one[at] - two[at]) <= (_near(min(abs(one[at]), abs(two[at])), usual, may) or 2 * usual)
            for at in range(len(one))
            if at not in unseen
        )

    def adds_across(self, row: Row, line: int, unseen: Collection[int]) -> bool:
        """Whether what the sums of a line are off by adds up across, as far as it is seen."""
        for at, column in enumerate(self.plan.columns):
            terms = (at, *column.plus, *column.minus)
            if len(terms) > 1 and not any(one in unseen for one in terms):
                figures = self._figures(line) * len(terms)
                usual = self._mostly(figures)
                may = max(usual, _near(abs(row[at]), usual, rounding(self.plan, figures)))
                added = sum([row[part] for part in column.plus]) - sum([row[part] for part in column.minus])
                if abs(row[at] - added) > may:
                    return False
        return True

    def _figures(self, line: int) -> int:
        return 1 + len(self.network.lowers(line))

    def _mostly(self, figures: int) -> int:
        """What so many figures hardly ever add up to more than: the square root of what they may."""
        step = self.plan.unit.precision
        return min(rounding(self.plan, figures), step * (1 + isqrt(figures))) if step > 1 else 0


def _near(figure: int, usual: int, may: int) -> int:
    """How far from a figure another is that is the same but for rounding; nothing of nothing."""
    return max(usual, min(may, figure // CLOSE)) if figure else 0
