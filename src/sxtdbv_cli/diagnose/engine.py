"""The searches, one after the other: which cells, which events, what range. Loaded only where a sum fails."""

from collections.abc import Iterable, Sequence

from sxtdbv_cli.diagnose.asked import Asked, Found
from sxtdbv_cli.diagnose.events import one_column, read, with_events, worth
from sxtdbv_cli.diagnose.meter import Meter, Spent
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.diagnose.rounded.ranges import ranged
from sxtdbv_cli.diagnose.rounded.slack import Slack
from sxtdbv_cli.diagnose.solving import solved
from sxtdbv_cli.model.audit import Balance
from sxtdbv_cli.model.diagnosis import Cluster
from sxtdbv_cli.model.plan import Cell

STEPS = 400_000
"""What all searches of one table may spend, so that the answer is the same on a slow machine."""


def explained(
    network: Network, balances: dict[Key, Balance], trusted: frozenset[Cell], limit: int, deadlines: Sequence[float]
) -> tuple[Cluster, ...]:
    """The clusters of the failing sums with their explanations. ``deadlines`` are the moments after which no more
    events are looked for, no more cells, and nothing any more."""
    reading, cells, events = [Meter(STEPS, deadline) for deadline in deadlines]
    asked = Asked(network, balances, trusted, limit, reading)
    readings = read(asked)
    asked = asked._replace(meter=cells, worth=worth(asked, readings or ()))
    try:
        found = [_nothing(balances)] if one_column(asked, readings or ()) else solved(asked)
    except Spent:
        found = [_nothing(balances)]
    told = with_events(asked._replace(meter=events), _clusters(asked, found), readings)
    if network.plan.unit.precision > 1:
        told = ranged(Slack(network, trusted, Meter(STEPS, events.deadline)), told)
    return told


def _nothing(balances: dict[Key, Balance]) -> Found:
    """What is known of failing sums before any is looked at: where all cells are stated, one of them is wrong."""
    least = int(any(not balance.blank for balance in balances.values()))
    return Found(tuple(sorted(balances)), None, least, complete=False, explanations=())


def _clusters(asked: Asked, found: Sequence[Found]) -> tuple[Cluster, ...]:
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
