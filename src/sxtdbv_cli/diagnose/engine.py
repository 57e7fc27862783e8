"""The searches, one after the other: which cells, which events, what range. Loaded only where a sum fails."""

from collections.abc import Sequence

from sxtdbv_cli.diagnose.asked import Asked
from sxtdbv_cli.diagnose.clusters import clusters
from sxtdbv_cli.diagnose.events import one_column, read, with_events, worth
from sxtdbv_cli.diagnose.found import Found
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
    told = with_events(asked._replace(meter=events), clusters(asked, found), readings)
    if network.plan.unit.precision > 1:
        told = ranged(Slack(network, trusted, Meter(STEPS, events.deadline)), told)
    return told


def _nothing(balances: dict[Key, Balance]) -> Found:
    """What is known of failing sums before any is looked at: where all cells are stated, one of them is wrong."""
    least = int(any(not balance.blank for balance in balances.values()))
    return Found(tuple(sorted(balances)), None, least, complete=False, explanations=())
