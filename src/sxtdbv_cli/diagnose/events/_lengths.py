"""How many digits it takes to tell a row of a table: what is usual in the table takes few.

That another row agrees with a long one is no chance; that a row of few digits is met with again may well be one. Of the
figures of a row it is told which are nothing or the same as one before, by how often they are so in the table; of the
others how many zeros they end with, and their digits before these, or those by which they differ from the one before.
(Rissanen 1978, Modeling by shortest data description.)
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from sxtdbv_cli.diagnose.events._rows import Row
from sxtdbv_cli.diagnose.ranking.usual import NOTHING, OTHER, SAME, rare, zeros

DIGIT = 13
"""A digit in quarters of a bit."""

BESIDE = 8
"""To tell that a figure is told by its difference, and whether that is added, in quarters of a bit."""

MOST_ZEROS = 9


class Lengths:
    """How long rows are in one table, some of whose ``rows`` are given: their figures without sums of these."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.kinds = Counter({NOTHING: 1, SAME: 1, OTHER: 2})
        self.ends = Counter(range(MOST_ZEROS + 1))  # each once, for what was not met may still be
        for row in rows:
            for kind, amount, _ in _figures(row):
                self.kinds[kind] += 1
                if kind == OTHER:
                    self.ends[min(MOST_ZEROS, zeros(amount))] += 1
        self.every_kind, self.every_end = sum(self.kinds.values()), sum(self.ends.values())

    def digits(self, row: Row) -> int:
        """How many digits it takes to tell a row."""
        found = 0
        for kind, amount, before in _figures(row):
            found += rare(self.every_kind, self.kinds[kind])
            if kind == OTHER:
                found += rare(self.every_end, self.ends[min(MOST_ZEROS, zeros(amount))]) + _own(amount, before)
        return found // DIGIT


def _figures(row: Row) -> Iterator[tuple[int, int, int]]:
    """What kind of figure each is, the figure without its sign, and the last one before that was another (or 0)."""
    met = [0]
    for amount in map(abs, row):
        kind = NOTHING if not amount else SAME if amount in met else OTHER
        yield kind, amount, met[-1]
        if kind == OTHER:
            met.append(amount)


def _own(amount: int, before: int) -> int:
    """What it takes to tell a figure but for its zeros, in quarters of a bit."""
    ends = zeros(amount)
    whole = DIGIT * (len(str(amount)) - ends)
    if not before:
        return whole
    steps = abs(amount - before) // 10 ** min(ends, zeros(before))
    return min(whole, BESIDE + DIGIT * len(str(steps)))
