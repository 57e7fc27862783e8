"""Cells that are trusted though they contradict each other: whatever becomes of all other cells, some sums cannot hold.

From a failing sum the cells that may change lead to others, and so on. Every cell that may change is eliminated from
these; a combination of sums that is left with trusted cells alone, and is off, contradicts. None of its sums can be
spared, for what remains of fewer has a cell that may change.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from sxtdbv_cli.diagnose.asked import Asked, Found
from sxtdbv_cli.diagnose.deeper.elimination import Equation, Weights
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.model.audit import rounding
from sxtdbv_cli.model.diagnosis import Contradiction, Explanation
from sxtdbv_cli.model.plan import Cell
from sxtdbv_cli.model.sums import Sum, promised

MOST_SUMS = 400
"""More sums than this that hang together are not looked at."""


def contradictions(asked: Asked) -> list[Contradiction]:
    """Trusted cells that contradict each other: by the fewest sums first, as long as these tell of other cells.

    Raises:
        Spent: the time was over.
    """
    left = [of for keys in _apart(asked) for of in _left(asked, keys)]
    names = _named(asked.network, {key for of in left for key in of})
    found: list[Contradiction] = []
    told: set[Cell] = set()
    for of in sorted(left, key=lambda of: (len(of), sorted(of))):
        cells = _trusted(asked, of)
        if not told.issuperset(cells):
            told.update(cells)
            found.append(Contradiction(tuple(sum_ for key, sum_ in names.items() if key in of), cells))
    return found


def without(asked: Asked, found: Sequence[Found], said: Sequence[Contradiction]) -> list[Found]:
    """What is found when cells that contradict each other are not trusted, less what blames any of these.

    Where nothing else explains a cluster, it is told that they contradict each other.
    """
    doubtful = {cell for one in said for cell in one.cells}
    left: list[Found] = []
    for cluster in found:
        kept = tuple(one for one in cluster.explanations if doubtful.isdisjoint(_changed(one)))
        blamed = {cell for one in cluster.explanations for cell in _changed(one)}
        told = tuple(
            one
            for one in said
            if not blamed.isdisjoint(one.cells) or any(asked.network.key(sum_) in cluster.keys for sum_ in one.sums)
        )
        if kept or not told:
            left.append(cluster._replace(explanations=kept))
        else:
            left.append(Found(cluster.keys, None, 0, complete=False, explanations=(), contradictions=told))
    return left


def _changed(explanation: Explanation) -> set[Cell]:
    return {change.cell for change in explanation.changes}


def _apart(asked: Asked) -> Iterator[list[Key]]:
    """The sums that cells which may change join to a failing one, as far as they are few; each once."""
    seen: set[Key] = set()
    for start in sorted(asked.balances) if asked.trusted else ():
        if start not in seen:
            keys, waiting = {start}, [start]
            while waiting and len(keys) <= MOST_SUMS:
                asked.meter.check()
                fresh = {near for cell in _free(asked, waiting.pop()) for near, _ in asked.network.sums_of(cell)} - keys
                keys |= fresh
                waiting += sorted(fresh)
            seen |= keys
            if not waiting:
                yield sorted(keys)


def _free(asked: Asked, key: Key) -> Weights:
    """The cells of a sum that may change, with their weights."""
    cells, trusted = asked.network.plan.cells, asked.trusted
    terms = asked.network.terms(key)
    return {cell: weight for cell, weight in terms if cells[cell] is None or cell not in trusted}


def _left(asked: Asked, keys: Iterable[Key]) -> Iterator[Weights]:
    """The combinations of sums without a cell that may change which are off by more than rounding."""
    # Which sums a row is made of stands in it as if these were cells, by negative numbers.
    network = asked.network
    rows = [Equation(_free(asked, key) | {~key: 1}, -network.off(key)) for key in keys]
    while rows:
        asked.meter.check()
        cells, pivot = min([([at for at in row.terms if at >= 0], row) for row in rows], key=lambda one: len(one[0]))
        rows = [row for row in rows if row is not pivot]
        of = {~at: times for at, times in pivot.terms.items() if at < 0}
        if cells:
            rows = [row.without(pivot, cells[0]) if cells[0] in row.terms else row for row in rows]
        elif abs(pivot.wanted) > sum(
            abs(times) * rounding(network.plan, len(network.terms(key))) for key, times in of.items()
        ):
            yield of


def _trusted(asked: Asked, of: Weights) -> tuple[Cell, ...]:
    """The cells that a combination of sums is left with."""
    found: Weights = {}
    for key, times in of.items():
        for cell, weight in asked.network.terms(key):
            found[cell] = found.get(cell, 0) + times * weight
    return tuple(sorted(cell for cell, weight in found.items() if weight and cell in asked.trusted))


def _named(network: Network, keys: Collection[Key]) -> dict[Key, Sum]:
    """Some sums by their keys, in the order they are promised in."""
    every = ((network.key(sum_), sum_) for sum_ in (promised(network.plan) if keys else ()))
    return {key: sum_ for key, sum_ in every if key in keys}
