"""Found clusters made ready to be shown, their failing sums listed."""

from collections.abc import Iterable, Sequence

from sxtdbv_cli.diagnose.asked import Asked
from sxtdbv_cli.diagnose.found import Found
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.model.audit import Balance
from sxtdbv_cli.model.diagnosis import Cluster
from sxtdbv_cli.model.plan import Cell


def clusters(asked: Asked, found: Sequence[Found]) -> tuple[Cluster, ...]:
    """The clusters in the order of their sums; every failing sum stands in one of them."""
    balances = asked.balances
    owners = _owners(asked, found)
    ready: list[tuple[int, Cluster]] = []
    order = {key: at for at, key in enumerate(balances)}
    owned: list[list[Key]] = [[] for _ in found]
    for key in balances:
        if key in owners:
            owned[owners[key]].append(key)
    for keys, cluster in zip(owned, found, strict=True):
        first = order[keys[0]] if keys else len(order)
        ready.append((first, _cluster(tuple(balances[key] for key in keys), cluster, asked.limit)))
    ready.sort(key=lambda item: item[0])
    return tuple(cluster for _, cluster in ready)


def _owners(asked: Asked, found: Sequence[Found]) -> dict[Key, int]:
    """The cluster of every failing sum: the one that explained it, or the first whose best changes touch it."""
    network, balances = asked.network, asked.balances
    owners = {key: index for index, cluster in enumerate(found) for key in cluster.keys if key in balances}
    if len(owners) == len(balances):
        return owners
    suspects: dict[Cell, int] = {}
    for index, cluster in enumerate(found if not asked.meter.late else ()):
        for cell in _suspects(network, cluster):
            suspects.setdefault(cell, index)
    for key in balances:
        if key not in owners and found:
            touched = [suspects[cell] for cell, _ in network.terms(key) if cell in suspects] if suspects else []
            owners[key] = min(touched, default=0)
    return owners


def _suspects(network: Network, cluster: Found) -> Iterable[Cell]:
    """The cells of the best explanation that changes any; without one, all cells of the cluster's sums."""
    for explanation in cluster.explanations:
        if explanation.changes:
            return [change.cell for change in explanation.changes]
    return [cell for key in cluster.keys for cell, _ in network.terms(key)]


def _cluster(sums: tuple[Balance, ...], found: Found, limit: int) -> Cluster:
    sets = sum(explanation.event is None for explanation in found.explanations)
    proven = found.minimum is not None and found.minimum == found.lower_bound
    return Cluster(
        sums,
        found.minimum,
        found.lower_bound,
        proven,
        proven and found.complete and sets == 1,
        found.complete and sets <= limit,
        found.explanations[:limit],
        found.contradictions,
    )
