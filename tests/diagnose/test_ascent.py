"""The bound on trees against the smallest trees, found by trying all sets of nodes between."""

from itertools import combinations
from random import Random
from typing import Any, cast

import pytest

from sxtdbv_cli.diagnose.forests.ascent import ascent
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.graph.near import Near
from sxtdbv_cli.diagnose.meter import Meter
from sxtdbv_cli.diagnose.pieces import parted


class Around(Near):
    """A graph given by its edges, as far as the bound asks."""

    def __init__(self, edges: set[tuple[Node, Node]], failing: range) -> None:
        super().__init__(cast("Graph", None), dict.fromkeys(failing, 1), {}, Meter(10**6, float("inf")))
        self.edges = edges

    def beside(self, node: Node) -> dict[Node, Any]:
        return dict.fromkeys([two if one == node else one for one, two in sorted(self.edges) if node in (one, two)])


def smallest(edges: set[tuple[Node, Node]], ends: frozenset[Node], others: range) -> int | None:
    """The edges of the smallest tree that joins some nodes."""
    for count in range(len(others) + 1):
        for through in combinations(others, count):
            nodes = ends.union(through)
            if len(parted(nodes, [edge for edge in edges if nodes.issuperset(edge)])) == 1:
                return len(nodes) - 1
    return None


@pytest.mark.parametrize("joined", [0, 1, 2], ids=["single", "a pair", "two pairs"])
def test_no_tree_is_smaller_than_the_bound_and_most_are_just_as_large(joined: int) -> None:
    exact = compared = 0
    inside = [(0, 1), (2, 3)][:joined]
    for seed in range(300):
        random = Random(f"ascent {seed}")
        failing, others = range(5), range(5, 13)
        pairs = [pair for pair in combinations(range(13), 2) if pair[1] >= 5]
        edges = set(random.sample(pairs, random.randint(9, 24))).union(inside)
        ends = frozenset(range(random.randint(4 if joined else 3, 5)))
        least = smallest(edges, ends, others)
        if least is not None:
            parts = [frozenset(part) for part in parted(ends, inside)]
            bound = max(ascent(Around(edges, failing), parts), default=0)
            assert bound <= least - joined
            compared += 1
            exact += bound == least - joined
    assert exact > compared * 0.7 > 70
