"""Blanks that may be filled in many ways, which are not told one by one: what it costs that they make some sum hold."""

from collections.abc import Mapping

from sxtdbv_cli.diagnose.network import Key, Network, Term
from sxtdbv_cli.diagnose.ranking.rank import FILLED, NEGATIVE
from sxtdbv_cli.model.diagnosis import Cluster, Explanation
from sxtdbv_cli.model.plan import Cell


def left_open(network: Network, cluster: Cluster, explanation: Explanation) -> int:
    """What it costs beside the cells of an explanation that untold blanks make sums hold.

    A set that tells nothing at all costs that much by itself; more where a blank would have to be less than nothing.
    """
    deltas = explanation.deltas
    keys = [network.key(balance.sum) for balance in cluster.sums]
    if network.plan.unit.precision > 1 or not any(balance.blank for balance in cluster.sums):
        return network.unlike(keys, deltas)
    off = [key for key in keys if network.off_after(key, deltas)]
    price = FILLED if off and explanation.changes else 0
    return price + NEGATIVE if any(_below_nothing(network, key, deltas) for key in off) else price


def _below_nothing(network: Network, key: Key, deltas: Mapping[Cell, int]) -> bool:
    """Whether no blank of a sum can make it hold unless some blank is less than nothing."""
    off = network.off_after(key, deltas)
    helping = [cell for cell, weight in _blanks(network, key, deltas) if weight * off < 0]
    others = ([other for other, _ in network.sums_of(cell) if other != key] for cell in helping)
    return all(any(_full(network, other, deltas) for other in found) for found in others)


def _full(network: Network, key: Key, deltas: Mapping[Cell, int]) -> bool:
    """Whether a sum holds as it stands, and could not if any of its blanks were more than nothing."""
    weights = {weight for _, weight in _blanks(network, key, deltas)}
    return len(weights) == 1 and not network.off_after(key, deltas)


def _blanks(network: Network, key: Key, deltas: Mapping[Cell, int]) -> list[Term]:
    """The cells of a sum that are left blank."""
    cells = network.plan.cells
    return [(cell, weight) for cell, weight in network.terms(key) if cells[cell] is None and cell not in deltas]
