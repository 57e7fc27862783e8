"""The ways between the nodes of a forest."""

from collections.abc import Iterable

from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.near import Link

Way = list[tuple[Link, int]]
"""Links from the end of a way back to its start, each with its sign at the node that is come to first."""


class Rooted:
    """A forest of which every node knows the way up to a root of its tree."""

    def __init__(self, links: Iterable[Link]) -> None:
        self.up: dict[Node, tuple[Node, Link, int]] = {}
        self.depth: dict[Node, int] = {}
        self.root: dict[Node, Node] = {}
        beside: dict[Node, list[Link]] = {}
        for link in links:
            beside.setdefault(link.one, []).append(link)
            beside.setdefault(link.two, []).append(link)
        for node in beside:
            if node not in self.root:
                self._grow(node, beside)

    def _grow(self, root: Node, beside: dict[Node, list[Link]]) -> None:
        """Take up the tree of a node."""
        self.root[root], self.depth[root] = root, 0
        waiting = [root]
        for node in waiting:
            for link in beside[node]:
                _, one, two, sign = link
                to = two if one == node else one
                if to not in self.root:
                    self.root[to], self.depth[to] = root, self.depth[node] + 1
                    self.up[to] = node, link, sign if one == to else -sign
                    waiting.append(to)

    def way(self, start: Node, end: Node) -> Way:
        """The links from one node to another; none where nothing joins them."""
        if start not in self.root or self.root[start] != self.root.get(end):
            return []
        last: Way = []
        first: Way = []
        while start != end:
            if self.depth[end] >= self.depth[start]:
                end, link, sign = self.up[end]
                last.append((link, -sign))
            else:
                start, link, sign = self.up[start]
                first.append((link, sign))
        return last + first[::-1]
