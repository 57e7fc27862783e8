"""Which amounts are wrong, what they should be, and how sure that is."""

from time import perf_counter

from sxtdbv_cli.collector import collector_paused
from sxtdbv_cli.diagnose.asked import Asked
from sxtdbv_cli.diagnose.cells import Found
from sxtdbv_cli.diagnose.clusters import clusters, diagnosis
from sxtdbv_cli.diagnose.events import with_events
from sxtdbv_cli.diagnose.meter import Meter, Spent
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.diagnose.protection import unprotected
from sxtdbv_cli.diagnose.ranges import ranged
from sxtdbv_cli.diagnose.slack import Slack
from sxtdbv_cli.diagnose.solving import solved
from sxtdbv_cli.model.audit import Audit, Balance
from sxtdbv_cli.model.diagnosis import Diagnosis
from sxtdbv_cli.model.plan import Cell, Plan
from sxtdbv_cli.model.sections import opened

STEPS = 400_000
"""What all searches of one table may spend, so that the answer is the same on a slow machine."""

SEARCHING, LOOKING = 0.7, 0.9
"""The shares of the time after which no more cells are looked for, and nothing: the rest is for telling it."""


def diagnose(
    plan: Plan, audit: Audit, *, trusted: frozenset[Cell] = frozenset(), budget: float = 2.0, limit: int = 40
) -> Diagnosis:
    """The smallest sets of cells whose change makes every sum hold, and the events that explain them better.

    Args:
        plan: the table.
        audit: how its sums came out.
        trusted: cells that are right.
        budget: seconds after which no more is looked for; the answer then says what was proven.
        limit: how many explanations to list for a cluster.
    """
    start = perf_counter()
    with collector_paused():
        found = _diagnosed(plan, audit, trusted, limit, (start + SEARCHING * budget, start + LOOKING * budget))
    return found._replace(seconds=perf_counter() - start)


def _diagnosed(
    plan: Plan, audit: Audit, trusted: frozenset[Cell], limit: int, deadlines: tuple[float, float]
) -> Diagnosis:
    """The diagnosis; all else that was built for it is gone before the collector looks again."""
    cells, events = [Meter(STEPS, deadline) for deadline in deadlines]
    network = Network(opened(plan))
    balances = {network.key(balance.sum): balance for balance in audit.failing}
    asked = Asked(network, balances, trusted, limit, cells)
    bare = unprotected(network)
    try:
        found = solved(asked)
    except Spent:
        found = [_nothing(balances)]
    told = with_events(asked._replace(meter=events), clusters(asked, found))
    if plan.unit.precision > 1:
        told = ranged(Slack(network, trusted, Meter(STEPS, events.deadline)), told)
    return diagnosis(len(balances), told, bare)


def _nothing(balances: dict[Key, Balance]) -> Found:
    """What is known of failing sums before any is looked at: where all cells are stated, one of them is wrong."""
    least = int(any(not balance.blank for balance in balances.values()))
    return Found(tuple(sorted(balances)), None, least, complete=False, explanations=())
