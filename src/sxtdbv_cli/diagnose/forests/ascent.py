"""How many cells a tree through some parts has at least: a dual ascent over directed cuts.

Every cell is a pair of arcs of length 1. A tree leads from the part taken for its root to each other part, so it enters
every set of nodes that holds such a part and not the root. A set is raised by the length of the arcs that enter it and
are not used up yet; what all sets are raised by together, no tree can do without (Wong 1984, A dual ascent approach for
Steiner tree problems on a directed graph). Of length 1 all arcs into a set are used up at once, so it grows by a ring.
"""

from collections.abc import Iterator, Sequence
from itertools import count

from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.near import Near

RING_STEP = 16
"""Looking at so many nodes counts as a step of the search."""

Used = dict[int, int]
"""For a node those from which an arc to it is used up; nodes are bits of masks."""


def ascent(near: Near, parts: Sequence[frozenset[Node]]) -> Iterator[int]:
    """Count the cells that a tree needs to join some parts of failing nodes, as far as this bound can tell."""
    root, *sets = masks = [near.mask(part) for part in parts]
    closed = near.mask(near.values.keys() - frozenset().union(*parts))
    whole = [mask for mask in masks if mask & (mask - 1)]
    used: Used = {}
    for raised in count(1):
        sets = _leading([one for one in sets if not one & root])
        if not sets:
            return
        entered = _raise(near, sets[0], closed, used)
        yield raised
        sets = [_closed(one, entered, used, whole) if one & entered else one for one in sets]


def _leading(sets: list[int]) -> list[int]:
    """The smallest sets first, without those that hold another one: they need not be entered for themselves."""
    found: list[int] = []
    for one in sorted(sets, key=int.bit_count):
        for other in found:
            if other & one == other:
                break
        else:
            found.append(one)
    return found


def _raise(near: Near, within: int, closed: int, used: Used) -> int:
    """Use up all arcs into a set; the nodes that they lead to."""
    entered, looked, outside, left = 0, 0, ~(within | closed), within
    while left:
        node = left & -left
        left ^= node
        if fresh := near.ring(node) & outside:
            used[node] = used.get(node, 0) | fresh
            entered |= node
            looked += fresh.bit_count()
    near.meter.step(1 + looked // RING_STEP)
    return entered


def _closed(within: int, entered: int, used: Used, whole: Sequence[int]) -> int:
    """A set with all nodes from which arcs just used up lead into it; of a part that hangs together all."""
    waiting = entered & within
    while waiting:
        node = waiting & -waiting
        waiting ^= node
        if fresh := used.get(node, 0) & ~within:
            for part in whole:
                if part & fresh:
                    fresh |= part & ~within
            within |= fresh
            waiting |= fresh
    return within
