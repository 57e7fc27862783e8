"""Which amounts are wrong, what they should be, and how sure that is."""

from time import perf_counter

from sxtdbv_cli.collector import collector_paused
from sxtdbv_cli.diagnose.blocks import explained_blocks
from sxtdbv_cli.diagnose.cells import Found, blanks_only, explained
from sxtdbv_cli.diagnose.clusters import clusters, diagnosis
from sxtdbv_cli.diagnose.events import with_events
from sxtdbv_cli.diagnose.failing import failing_nodes
from sxtdbv_cli.diagnose.graph import Graph
from sxtdbv_cli.diagnose.hierarchy import is_graph
from sxtdbv_cli.diagnose.meter import Meter
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.diagnose.parts import solve
from sxtdbv_cli.diagnose.protection import unprotected
from sxtdbv_cli.model.diagnosis import Diagnosis
from sxtdbv_cli.model.plan import Cell, Plan
from sxtdbv_cli.model.sums import Audit, Balance

STEPS = 400_000
"""What all searches of one table may spend, so that the answer is the same on a slow machine."""


def diagnose(
    plan: Plan, audit: Audit, *, trusted: frozenset[Cell] = frozenset(), budget: float = 2.0, limit: int = 40
) -> Diagnosis:
    """The smallest sets of cells whose change makes every sum hold, and the events that explain them better.

    Args:
        plan: the table.
        audit: how its sums came out.
        trusted: cells that are right.
        budget: seconds after which the searches stop; the answer then says what was proven.
        limit: how many explanations to list for a cluster.
    """
    start = perf_counter()
    with collector_paused():
        found = _diagnosed(plan, audit, trusted, limit, Meter(STEPS, start + budget))
    return found._replace(seconds=perf_counter() - start)


def _diagnosed(plan: Plan, audit: Audit, trusted: frozenset[Cell], limit: int, meter: Meter) -> Diagnosis:
    """The diagnosis; all else that was built for it is gone before the collector looks again."""
    network = Network(plan)
    balances = {network.key(balance.sum): balance for balance in audit.failing}
    found = _found(network, balances, trusted, limit, meter) if balances else []
    listed = with_events(network, balances, clusters(network, balances, found, limit), trusted, limit)
    return diagnosis(len(balances), listed, unprotected(network))


def _found(
    network: Network, balances: dict[Key, Balance], trusted: frozenset[Cell], limit: int, meter: Meter
) -> list[Found]:
    gaps = {key: balance.gap for key, balance in balances.items()}
    if not is_graph(network):
        return solve(network, balances, trusted, limit, meter)
    graph = Graph(network, gaps, trusted)
    values = failing_nodes(graph, balances)
    blocks = explained_blocks(graph, values, meter)
    return [explained(graph, block, values, limit) for block in blocks] + blanks_only(graph, balances, values, blocks)
