"""Sets of stated cells alone, where the smallest sets fill blank cells.

A blank is free, so a smallest set may change no stated cell and fill blanks, with less than nothing if need be. That a
figure is mistyped and blank cells are rightly blank is another reading, and often a likelier one. It is found by the
same search over the same sums, once the blanks in failing sums are stated as nothing, and trusted.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.asked import Asked, Found
from sxtdbv_cli.diagnose.events._readings import Reading
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.diagnose.solving import searched
from sxtdbv_cli.model.diagnosis import Change, Cluster, Explanation
from sxtdbv_cli.model.plan import Cell

STEPS = 10_000
"""What this search may spend besides."""

MOST = 3
"""So many sets are told beside those that fill blanks."""


class Part(NamedTuple):
    """Failing sums that hang together, and the sets of stated cells that explain them, the likeliest first."""

    keys: frozenset[Key]
    sets: tuple[Explanation, ...]


def stated_alone(asked: Asked, clusters: Sequence[Cluster]) -> list[Reading] | None:
    """The sets that change stated cells only, for clusters that belong together by them; None where the search for
    them broke off, so that a set that fills blanks may not be the only one."""
    network = asked.network
    if network.plan.unit.precision > 1 or all(blankless(network, cluster) for cluster in clusters):
        return []
    blanks = _blanks(network, asked.balances)
    # Where nothing was found there is nothing to be told beside.
    if not blanks or not any(cluster.explanations for cluster in clusters):
        return []
    other = network.filling(blanks)
    try:
        right = asked.trusted | blanks
        found = searched(asked._replace(network=other, trusted=right, limit=MOST, meter=asked.meter.part(STEPS)))
    except Spent:
        return None
    if any(one.minimum is None for one in found):
        return None
    parts = [part for one in found if (part := _part(asked, one)).keys]
    return [*dict.fromkeys(_told(network, parts, clusters))]


def _told(network: Network, parts: Sequence[Part], clusters: Sequence[Cluster]) -> Iterator[Reading]:
    """What sets of stated cells say of clusters, of several together and of each by itself."""
    keys = [frozenset(network.key(balance.sum) for balance in cluster.sums) for cluster in clusters]
    for several in _belonging(keys, parts):
        for reading in _readings(several):
            parted = [own for one in keys if one < set(reading.keys) and (own := _own(network, reading, one)).keys]
            yield from (each for each in (reading, *parted) if _mends(network, each))


def blankless(network: Network, cluster: Cluster) -> bool:
    """Whether no set that explains a cluster fills a blank, also none that is not told."""
    if not any(balance.blank for balance in cluster.sums):
        return True
    keys = [network.key(balance.sum) for balance in cluster.sums]
    return bool(cluster.explanations) and all(_alone(network, one, keys) for one in cluster.explanations)


def _alone(network: Network, explanation: Explanation, keys: Iterable[Key]) -> bool:
    """Whether the stated cells of a set are all that must change for some sums."""
    if any(change.stated is None for change in explanation.changes):
        return False
    moved = network.moved(explanation.deltas)
    return not any(network.off_after(key, moved) for key in keys)


def _part(asked: Asked, found: Found) -> Part:
    """A cluster with all failing sums that its cells stand in, also those that follow from others."""
    sets = tuple([one for one in found.explanations if all(change.stated is not None for change in one.changes)])
    touched = {key for one in sets[:1] for change in one.changes for key, _ in asked.network.sums_of(change.cell)}
    return Part(frozenset(found.keys) | (touched & asked.balances.keys()), sets)


def _blanks(network: Network, failing: Iterable[Key]) -> frozenset[Cell]:
    """The blank cells in failing sums that may be stated as nothing, so that no other sum fails by that."""
    cells = network.plan.cells
    fails: dict[Key, tuple[bool, bool]] = {}

    def would(key: Key, cell: Cell) -> bool:
        """Whether a sum that cannot be checked would fail if it could be, with the cell as its whole or as a part."""
        if key not in fails:
            (whole, _), *parts = network.terms(key)
            off, some = bool(network.off(key)), any(cells[part] is not None for part, _ in parts)
            fails[key] = off and some, off and not some and cells[whole] is not None
        as_whole, as_part = fails[key]
        return as_whole if key % network.size == cell else as_part

    found = {cell for key in failing for cell, _ in network.terms(key) if cells[cell] is None}
    return frozenset([cell for cell in sorted(found) if not any(would(key, cell) for key, _ in network.sums_of(cell))])


def _belonging(clusters: Sequence[frozenset[Key]], parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Parts together with all others about the same clusters, where they explain all sums of these."""
    left = list(parts)
    while left:
        group = [left.pop(0)]
        while True:
            mine = frozenset[Key]().union(*(one.keys for one in group))
            keys = mine.union(*(cluster for cluster in clusters if not mine.isdisjoint(cluster)))
            more = [one for one in left if not keys.isdisjoint(one.keys)]
            if not more:
                break
            group += more
            left = [one for one in left if one not in more]
        if keys == mine:
            yield group


def _readings(parts: Sequence[Part]) -> Iterator[Reading]:
    """The likeliest sets of several parts as one; of one part more than the likeliest."""
    if not all(one.sets for one in parts):
        return
    keys = tuple(sorted(frozenset[Key]().union(*(one.keys for one in parts))))
    for rank in range(min(MOST, len(parts[0].sets)) if len(parts) == 1 else 1):
        changes: set[Change] = {change for one in parts for change in one.sets[rank].changes}
        yield Reading(Explanation(tuple(sorted(changes))), keys)


def _own(network: Network, reading: Reading, keys: frozenset[Key]) -> Reading:
    """What a set says of one cluster among several."""
    own = [
        change
        for change in reading.explanation.changes
        if all(key in keys or key not in reading.keys for key, _ in network.sums_of(change.cell))
    ]
    return Reading(Explanation(tuple(own)), tuple(sorted(keys)) if own else ())


def _mends(network: Network, reading: Reading) -> bool:
    """Whether the sums hold with some cells changed, and all others that these stand in, blanks taken for nothing.

    They have to be two, and as many as the cells: one alone says nothing against a figure where a blank would do,
    unless it would have to be less than nothing among figures of which none is.
    """
    by = reading.explanation.deltas
    if len(reading.keys) < (len(by) if _below_nothing(network, reading.keys) else max(2, len(by))):
        return False
    moved = network.moved(by)
    left = {key for key in moved.keys() | reading.keys if network.off_after(key, moved)}
    return left.isdisjoint(reading.keys) and not any(map(network.checkable, left))


def _below_nothing(network: Network, keys: Iterable[Key]) -> bool:
    """Whether any blank of some sums that makes them hold would be below zero, where no figure of theirs is."""
    cells = network.plan.cells
    stated = [amount for key in keys for cell, _ in network.terms(key) if (amount := cells[cell]) is not None]
    return min(stated, default=-1) >= 0 and all(
        network.off(key) * weight > 0 for key in keys for cell, weight in network.terms(key) if cells[cell] is None
    )
