"""Blanks that may be filled in many ways, which are not told one by one: what it costs that they make some sum hold."""

from collections.abc import Callable, Mapping, Sequence

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
        return lambda one: network.unlike(keys, one)
    return Untold(network, keys).cost


class Untold:
    """Weighs the explanations of some failing sums; sums that they do not move are looked at once."""

    def __init__(self, network: Network, keys: Sequence[Key]) -> None:
        self.network = network
        self._gaps = {key: network.off(key) for key in keys}
        self._blanks: dict[Key, list[Term]] = {}
        self._full: dict[Key, bool] = {}

    def cost(self, explanation: Explanation) -> int:
        """What it costs that untold blanks make sums hold."""
        deltas = explanation.deltas
        moved = self.network.moved(deltas)
        off = [(key, by) for key, gap in self._gaps.items() if (by := gap + moved.get(key, 0))]
        if not off:
            return 0
        below = any(self._below_nothing(key, by, deltas, moved) for key, by in off)
        return (FILLED if deltas else 0) + (NEGATIVE if below else 0)

    def _below_nothing(self, key: Key, off: int, deltas: Mapping[Cell, int], moved: Mapping[Key, int]) -> bool:
        """Whether no blank of a sum can make it hold unless some blank is less than nothing."""
        helping = [cell for cell, weight in self.blanks(key) if weight * off < 0 and cell not in deltas]
        others = ([other for other, _ in self.network.sums_of(cell) if other != key] for cell in helping)
        return all(any(self._is_full(other, deltas, moved) for other in found) for found in others)

    def _is_full(self, key: Key, deltas: Mapping[Cell, int], moved: Mapping[Key, int]) -> bool:
        """Whether a sum holds as it stands, and could not if any of its blanks were more than nothing."""
        if key in moved:
            weights = {weight for cell, weight in self.blanks(key) if cell not in deltas}
            return len(weights) == 1 and not self.network.off_after(key, moved)
        if key not in self._full:
            weights = {weight for _, weight in self.blanks(key)}
            self._full[key] = len(weights) == 1 and not self.network.off(key)
        return self._full[key]

    def blanks(self, key: Key) -> list[Term]:
        """The blank cells of a sum."""
        if key not in self._blanks:
            cells = self.network.plan.cells
            self._blanks[key] = [term for term in self.network.terms(key) if cells[term[0]] is None]
        return self._blanks[key]
