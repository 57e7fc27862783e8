"""What is said of failing nodes that are explained by themselves."""

from typing import NamedTuple

from sxtdbv_cli.diagnose.edges import Node
from sxtdbv_cli.diagnose.near import Link

Forest = tuple[Link, ...]


class Block(NamedTuple):
    """Failing nodes and all their smallest forests (``minimum`` None: none was found).

    ``lower_bound`` is what was proven, ``excess`` how far the minimum is from what arithmetic alone proves.
    """

    nodes: tuple[Node, ...]
    minimum: int | None
    lower_bound: int
    complete: bool
    excess: int
    forests: tuple[Forest, ...]


def undecided(nodes: tuple[Node, ...], least: int = 0) -> Block:
    """A block for which no explanation was found: no cell stands in more than two sums."""
    return Block(nodes, None, max(least, (len(nodes) + 1) // 2), complete=False, excess=0, forests=())
