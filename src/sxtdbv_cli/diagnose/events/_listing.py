"""The explanations of a cluster as one list: sets of cells and events, the likeliest first.

Blanks that may be filled in many ways are not told one by one: it costs that they make some sum hold."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter

from sxtdbv_cli.diagnose.network import Key, Network, Term
from sxtdbv_cli.diagnose.ranking.rank import FILLED, NEGATIVE
from sxtdbv_cli.model.diagnosis import Cluster, EventKind, Explanation
from sxtdbv_cli.model.plan import Cell

Costed = tuple[int, Explanation]
"""An explanation with what it costs."""

RIVAL = 2
"""Each time that there are twice as many lines to choose from, one of them is so much less likely."""


def together(clusters: Sequence[Cluster], limit: int) -> Cluster:
    """Several clusters as one: every explanation of one beside every explanation of the others."""
    if len(clusters) == 1:
        return clusters[0]
    sets, complete = [Explanation(())], all(cluster.complete for cluster in clusters)
    for cluster in clusters:
        pairs = [(one, two) for one in sets for two in cluster.explanations]
        complete = complete and len(pairs) <= limit
        sets = [Explanation(tuple(sorted((*one.changes, *two.changes)))) for one, two in pairs[:limit]]
    known = [cluster.minimum for cluster in clusters if cluster.minimum is not None]
    return Cluster(
        tuple(balance for cluster in clusters for balance in cluster.sums),
        sum(known) if len(known) == len(clusters) else None,
        sum(cluster.lower_bound for cluster in clusters),
        all(cluster.proven for cluster in clusters),
        all(cluster.unique for cluster in clusters),
        complete,
        tuple(sets),
        tuple(one for cluster in clusters for one in cluster.contradictions),
    )


def ranked(network: Network, cluster: Cluster, events: Sequence[Costed]) -> Cluster:
    """A cluster with its readings among its explanations; a set of cells that an event explains is that event.

    Where all smallest sets are known, an event with as few cells is one of them: any other would leave blank cells
    that contradict each other.
    """
    exact = network.plan.unit.precision == 1
    open_ = left_open(network, cluster)
    sets = [(network.judge.cost(one) + open_(one), one) for one in cluster.explanations]
    asked = any(event.changes for _, event in events)
    costs = {_stated(one, exact=exact): cost for cost, one in sets} if asked else {}
    known = cluster.complete and cluster.minimum is not None
    kept: list[Costed] = []
    named: set[frozenset[tuple[Cell, int]]] = set()
    for price, event in events:
        cells = _stated(event, exact=exact)
        if cells and cells in costs:
            if costs[cells] < price:
                continue
            named.add(cells)
        elif event.event is None:
            if not _rivals(network, cluster, sets, (price, event)):
                continue
        elif known and 0 < len(cells) <= (cluster.minimum or 0):
            continue
        kept.append((price, event))
    plain = [one for one in sets if _stated(one[1], exact=exact) not in named] if named else sets
    ordered = sorted([*_spread(kept), *plain], key=itemgetter(0))
    beside = any(event.event is None and _stated(event, exact=exact) not in named for _, event in kept)
    return cluster._replace(unique=cluster.unique and not beside, explanations=tuple(one for _, one in ordered))


def _rivals(network: Network, cluster: Cluster, sets: Sequence[Costed], stated: Costed) -> bool:
    """Whether stated cells alone are likelier than the sets that fill blanks, or fewer than all the likeliest needs.

    Of a set that tells nothing they are rivals wherever there are more sums than cells: there each sum bears them out.
    """
    if not sets:
        return True
    price, best = min(sets, key=itemgetter(0))
    untold = bool(left_open(network, cluster)(best))
    needed = len(best.changes) + untold if best.changes else len(cluster.sums)
    return stated[0] < price or len(stated[1].changes) < needed


def _spread(events: Sequence[Costed]) -> Iterator[Costed]:
    """Events, the likeliest first, those of one kind spread out so that they do not hide the others.

    The first stands for all of its kind; the more there are, the less likely is each of them.
    """
    often: Counter[EventKind] = Counter()
    for price, explanation in events:
        if explanation.event is None:
            yield price, explanation
            continue
        kind = explanation.event.kind
        at_once = 2 if kind is EventKind.ROW_COPIED else 1  # either of two lines may be the copy
        yield price + RIVAL * (often[kind] // at_once).bit_length(), explanation
        often[kind] += 1


def _stated(explanation: Explanation, *, exact: bool) -> frozenset[tuple[Cell, int]]:
    """The stated cells that an explanation changes, and to what; of rounded figures only which, for several may fit."""
    stated = [one for one in explanation.changes if one.stated is not None]
    return frozenset([(one.cell, one.proposed if exact else 0) for one in stated])


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
