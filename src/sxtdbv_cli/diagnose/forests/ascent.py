"""How many cells a tree through some parts has at least: a dual ascent over directed cuts.

Every cell is a pair of arcs of length 1. A tree leads from the part taken for its root to each other part, so it enters
every set of nodes that holds such a part and not the root. A set is raised by the length of the arcs that enter it and
are not used up yet; what all sets are raised by together, no tree can do without (Wong 1984, A dual ascent approach for
Steiner tree problems on a directed graph). Of length 1 all arcs into a set are used up at once, so it grows by a ring.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.near import Near

RING_STEP = 16
"""Looking at so many nodes counts as a step of the search."""

Used = dict[Node, set[Node]]
"""For each node those from which an arc to it is used up."""


def ascent(near: Near, parts: Sequence[frozenset[Node]]) -> Iterator[int]:
    """Count the cells that a tree needs to join some parts of failing nodes, as far as this bound can tell."""
    root = parts[0]
    closed = near.values.keys() - frozenset().union(*parts)
    whole = {node: part for part in parts if len(part) > 1 for node in part}
    used: Used = {}
    sets = [set(part) for part in parts[1:]]
    for raised in count(1):
        sets = _leading([one for one in sets if root.isdisjoint(one)])
        if not sets:
            return
        entered = _raise(near, sets[0], closed, used)
        yield raised
        for one in sets:
            _close(one, entered, used, whole)


def _leading(sets: list[set[Node]]) -> list[set[Node]]:
    """The smallest sets first, without those that hold another one: they need not be entered for themselves."""
    found: list[set[Node]] = []
    for one in sorted(sets, key=len):
        if not any(map(one.issuperset, found)):
            found.append(one)
    return found


def _raise(near: Near, within: set[Node], closed: set[Node], used: Used) -> set[Node]:
    """Use up all arcs into a set; the nodes that they lead to."""
    entered: set[Node] = set()
    looked = 0
    for node in within:
        fresh = near.beside(node).keys() - within - closed
        if fresh:
            used.setdefault(node, set()).update(fresh)
            entered.add(node)
            looked += len(fresh)
    near.meter.step(1 + looked // RING_STEP)
    return entered


def _close(within: set[Node], entered: set[Node], used: Used, whole: Mapping[Node, frozenset[Node]]) -> None:
    """Add to a set all nodes from which arcs just used up lead into it; of a part that hangs together all."""
    waiting = list(entered & within)
    while waiting:
        fresh = used[waiting.pop()] - within
        if fresh:
            fresh.update(*[whole[node] - within for node in fresh if node in whole])
            within |= fresh
            waiting += used.keys() & fresh
