"""Which search explains a table: that of a graph, or of parts, and of all sums of a small one that these leave open."""

from sxtdbv_cli.diagnose.asked import Asked, Found
from sxtdbv_cli.diagnose.contradictions import contradictions, without
from sxtdbv_cli.diagnose.deeper.entire import over_all
from sxtdbv_cli.diagnose.deeper.general import General
from sxtdbv_cli.diagnose.forests.blocks import explained_blocks
from sxtdbv_cli.diagnose.forests.explained import blanks_only, explained
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.graph.hierarchy import is_graph
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.rounded.solving import solve as in_parts
from sxtdbv_cli.model.audit import Balance

PARTS_STEPS = 30_000
"""What the search of parts may spend, before less is claimed."""


def solved(asked: Asked) -> list[Found]:
    """The failing sums of a table in clusters, each with all its smallest explanations or what was proven.

    Raises:
        Spent: the time was over before any could be looked for.
    """
    if not asked.balances:
        return []
    asked.meter.check()
    said = contradictions(asked) if asked.trusted else []
    if not said:
        return searched(asked)
    right = asked.trusted.difference(*[one.cells for one in said])
    return without(asked, searched(asked._replace(trusted=right)), said)


def searched(asked: Asked) -> list[Found]:
    """The failing sums of a table whose trusted cells may all be right."""
    exact = asked.network.plan.unit.precision == 1
    if exact and is_graph(asked.network):
        return _graph(asked)
    found = in_parts(General(asked._replace(meter=asked.meter.part(PARTS_STEPS))))
    if exact and any(one.minimum is None for one in found):
        return over_all(General(asked), sum(one.lower_bound for one in found)) or found
    return found


def _graph(asked: Asked) -> list[Found]:
    """What the graph of a table says."""
    balances = asked.balances
    gaps = {key: balance.gap for key, balance in balances.items()}
    graph = Graph(asked.network, gaps, asked.trusted, asked.meter)
    values = _failing_nodes(graph, balances)
    blocks = explained_blocks(graph, values, asked.meter)
    return [explained(asked, graph, block) for block in blocks] + blanks_only(graph, balances, values, blocks)


def _failing_nodes(graph: Graph, balances: dict[Key, Balance]) -> dict[Node, int]:
    """What each failing node is off by, signs turned; a ground is off by what is left over in its tree."""
    # Sums that blank cells join may contradict each other though none of them can be checked alone.
    nodes = {graph.node(key) for key in balances if not graph.hierarchy.follows(key)}.union(graph.joined)
    values: dict[Node, int] = {}
    grounds: dict[Node, int] = {}
    for node in sorted(nodes):
        graph.meter.check()
        value = graph.residual(node)
        if node < 0:
            grounds.setdefault(node, 0)
        elif value:
            values[node] = value
            ground = graph.ground(node)
            grounds[ground] = grounds.get(ground, 0) - value
    return values | {ground: value for ground, value in grounds.items() if value}
