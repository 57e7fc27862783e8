"""What is said of failing nodes that are explained by themselves."""

from typing import NamedTuple

from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.model.plan import Cell

Deltas = dict[Cell, int]
"""A forest: what must be added to each of its cells so that all its nodes hold."""


class Block(NamedTuple):
    """Failing nodes and all their smallest forests (``minimum`` None: none was found).

    ``lower_bound`` is what was proven, ``excess`` how far that is from what arithmetic alone proves, which holds of
    several blocks together, too: a tree that joins them has a cell for each of its nodes.
    """

    nodes: tuple[Node, ...]
    minimum: int | None
    lower_bound: int
    complete: bool
    excess: int
    forests: tuple[Deltas, ...]


def undecided(nodes: tuple[Node, ...], least: int = 0, excess: int = 0) -> Block:
    """A block for which no explanation was found: no cell stands in more than two sums."""
    return Block(nodes, None, max(least, (len(nodes) + 1) // 2), complete=False, excess=excess, forests=())
