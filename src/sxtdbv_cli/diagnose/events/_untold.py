"""Blanks that may be filled in many ways, which are not told one by one: what it costs that they make some sum hold."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from sxtdbv_cli.diagnose.network import Key, Network, Term
from sxtdbv_cli.diagnose.ranking.rank import FILLED, NEGATIVE
from sxtdbv_cli.model.diagnosis import Cluster, Explanation
from sxtdbv_cli.model.plan import Cell


def left_open(network: Network, cluster: Cluster) -> Callable[[Explanation], int]:
    """What it costs beside the cells of an explanation of a cluster that untold blanks make sums hold.

    A set that tells nothing at all costs that much by itself; more where a blank would have to be less than nothing.
    """
    keys = [network.key(balance.sum) for balance in cluster.sums]
    if network.plan.unit.precision > 1 or not any(balance.blank for balance in cluster.sums):
        return lambda one: network.unlike(keys, one.deltas)
    return partial(_left_open, network, keys)


def _left_open(network: Network, keys: Sequence[Key], explanation: Explanation) -> int:
    deltas = explanation.deltas
    moved = network.moved(deltas)
    off = [key for key in keys if network.off_after(key, moved)]
    price = FILLED if off and explanation.changes else 0
    return price + NEGATIVE if any(_below_nothing(network, key, deltas, moved) for key in off) else price


def _below_nothing(network: Network, key: Key, deltas: Mapping[Cell, int], moved: Mapping[Key, int]) -> bool:
    """Whether no blank of a sum can make it hold unless some blank is less than nothing."""
    off = network.off_after(key, moved)
    helping = [cell for cell, weight in _blanks(network, key, deltas) if weight * off < 0]
    others = ([other for other, _ in network.sums_of(cell) if other != key] for cell in helping)
    return all(any(_full(network, other, deltas, moved) for other in found) for found in others)


def _full(network: Network, key: Key, deltas: Mapping[Cell, int], moved: Mapping[Key, int]) -> bool:
    """Whether a sum holds as it stands, and could not if any of its blanks were more than nothing."""
    if network.off_after(key, moved):
        return False
    return len({weight for _, weight in _blanks(network, key, deltas)}) == 1


def _blanks(network: Network, key: Key, deltas: Mapping[Cell, int]) -> list[Term]:
    """The cells of a sum that are left blank."""
    cells = network.plan.cells
    return [(cell, weight) for cell, weight in network.terms(key) if cells[cell] is None and cell not in deltas]
