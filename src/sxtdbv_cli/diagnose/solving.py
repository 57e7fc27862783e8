"""Which search explains a table: that of a graph or of parts, and one of its own where figures are rounded."""

from collections.abc import Sequence

from sxtdbv_cli.diagnose.asked import Asked, Found
from sxtdbv_cli.diagnose.contradictions import contradictions, without
from sxtdbv_cli.diagnose.deeper.general import General
from sxtdbv_cli.diagnose.deeper.parts import solve as deeper
from sxtdbv_cli.diagnose.forests.blocks import explained_blocks
from sxtdbv_cli.diagnose.forests.explained import blanks_only, explained
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.graph.hierarchy import is_graph
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.rounded.slack import Slack
from sxtdbv_cli.diagnose.rounded.solving import solve as rounded
from sxtdbv_cli.diagnose.rounded.solving import values
from sxtdbv_cli.model.audit import Balance
from sxtdbv_cli.model.diagnosis import Explanation
from sxtdbv_cli.model.plan import Cell

ROUNDED_STEPS = 30_000
"""What the exact search of a rounded table may spend, before less is claimed."""

GRAPH_STEPS = 3_000
"""What a graph may spend on a rounded table that this search leaves open."""


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
    graph, meter = is_graph(asked.network), asked.meter
    if asked.network.plan.unit.precision == 1:
        return _graph(asked) if graph else deeper(asked)
    whole = General(asked._replace(meter=meter.part(ROUNDED_STEPS)))
    found = rounded(whole)
    if graph and any(one.lower_bound <= asked.worth for one in found if one.minimum is None):
        other = _held(whole, _graph(asked._replace(meter=meter.part(GRAPH_STEPS))))
        return other if _known(other) > _known(found) else found
    return found


def _known(found: Sequence[Found]) -> int:
    """How many failing sums are explained."""
    return sum(len(one.keys) for one in found if one.minimum is not None)


def _graph(asked: Asked) -> list[Found]:
    """What the graph of a table says."""
    balances = asked.balances
    gaps = {key: balance.gap for key, balance in balances.items()}
    graph = Graph(asked.network, gaps, asked.trusted, asked.meter)
    values = _failing_nodes(graph, balances)
    blocks = explained_blocks(graph, values, asked.meter)
    return [explained(asked, graph, block) for block in blocks] + blanks_only(graph, balances, values, blocks)


def _held(whole: General, found: Sequence[Found]) -> list[Found]:
    """What a graph says of a rounded table, as far as it holds: rows that are sums of rows are no nodes of it.

    Its bounds stand, for it asks for no more than the table does; that there are no other sets it cannot tell.
    """
    slack = Slack(whole.network, whole.trusted, whole.meter.part(ROUNDED_STEPS))
    best = [frozenset(_proposed(each)) for one in found for each in one.explanations[:1]]
    added = values(slack, whole.failing, frozenset[Cell]().union(*best))
    if added is None:
        return [one._replace(minimum=None, explanations=()) for one in found]
    told = []
    for one in found:
        first = [{cell: added[cell] for cell in _proposed(each) if cell in added} for each in one.explanations[:1]]
        rest = [each for each in one.explanations[1:] if _holds(slack, one.keys, each)]
        told.append(one._replace(complete=False, explanations=(*whole.explained(first), *rest)))
    return told


def _holds(slack: Slack, keys: Sequence[Key], explanation: Explanation) -> bool:
    """Whether an explanation is known to make some sums hold."""
    try:
        return slack.held(keys, _proposed(explanation))
    except Spent:
        return False


def _proposed(explanation: Explanation) -> dict[Cell, int]:
    """What the stated cells of an explanation become."""
    return {change.cell: change.proposed for change in explanation.changes if change.stated is not None}


def _failing_nodes(graph: Graph, balances: dict[Key, Balance]) -> dict[Node, int]:
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
