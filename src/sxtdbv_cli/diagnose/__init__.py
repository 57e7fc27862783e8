"""Which amounts are wrong, what they should be, and how sure that is."""

from collections.abc import Callable, Sequence
from time import perf_counter

from sxtdbv_cli.collector import collector_paused
from sxtdbv_cli.diagnose.network import Network
from sxtdbv_cli.diagnose.protection import unprotected
from sxtdbv_cli.model.audit import Audit
from sxtdbv_cli.model.diagnosis import Cluster, Diagnosis, over_all
from sxtdbv_cli.model.plan import Cell, Plan
from sxtdbv_cli.model.sections import opened

SHARES = READING, SEARCHING, LOOKING = 0.3, 0.7, 0.9
"""The shares of the time after which no more events are looked for, no more cells, and nothing: the rest is for telling
it."""

ENOUGH, EACH = 8, 20
"""Where so many sums hold exactly, and so many more for each that holds only within rounding, nothing was rounded."""


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
    if audit.failing:
        _searches()
    start = perf_counter()
    with collector_paused():
        found = _diagnosed(plan, audit, trusted, limit, [start + share * budget for share in SHARES])
    return found._replace(seconds=perf_counter() - start)


def _diagnosed(plan: Plan, audit: Audit, trusted: frozenset[Cell], limit: int, deadlines: Sequence[float]) -> Diagnosis:
    """The diagnosis; all else that was built for it is gone before the collector looks again."""
    network = Network(opened(plan), exactly=audit.hold >= ENOUGH + EACH * audit.rounded)
    bare = unprotected(network)
    found: tuple[Cluster, ...] = ()
    if audit.failing:
        balances = {network.key(balance.sum): balance for balance in audit.failing}
        found = _searches()(network, balances, trusted, limit, deadlines)
    return over_all(len(audit.failing), found, bare)


def _searches() -> Callable[..., tuple[Cluster, ...]]:
    """The searches, loaded only where a sum fails; before the clock starts, for loading is no part of what they do."""
    from sxtdbv_cli.diagnose.engine import explained

    return explained
