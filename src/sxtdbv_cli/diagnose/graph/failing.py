"""The nodes that fail, with what each is off by: where every diagnosis starts."""

from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.model.audit import Balance


def failing_nodes(graph: Graph, balances: dict[Key, Balance]) -> dict[Node, int]:
    """What each failing node is off by, signs turned; a ground is off by what is left over in its tree."""
    # Sums that blank cells join may contradict each other though none of them can be checked alone.
    nodes = {graph.node(key) for key in balances if not graph.hierarchy.follows(key)}.union(graph.joined)
    values: dict[Node, int] = {}
    grounds: dict[Node, int] = {}
    for node in sorted(nodes):
        graph.meter.check()
        value = graph.residual(node)
        if node < 0 and not graph.rounded:
            grounds.setdefault(node, 0)
        elif abs(value) > graph.tolerance(node):
            values[node] = value
            ground = graph.ground(node)
            grounds[ground] = grounds.get(ground, 0) - value
    if not graph.rounded:
        values.update({ground: value for ground, value in grounds.items() if value})
    return values
