"""The smallest forests over some failing nodes, put together from trees of groups that add up to zero.

A forest is one tree for each group of some parting of the nodes. No tree of a smallest forest could be smaller: where
a smaller one met another tree, the two together would be a tree of both groups with no more cells than they have. So
the price of a group is the size of its smallest trees, a parting with the lowest sum of prices gives the minimum,
and the smallest forests are those of such partings. A price starts as a bound and is raised where no trees are
found; what is proven at any time is the lowest sum of the prices so far.
"""

from collections.abc import Hashable, Iterator, Sequence
from functools import cached_property

from sxtdbv_cli.diagnose.alike import Alike
from sxtdbv_cli.diagnose.edges import Node
from sxtdbv_cli.diagnose.groups import connected, packed
from sxtdbv_cli.diagnose.near import Link, Near
from sxtdbv_cli.diagnose.trees import Tree, Trees

NEVER = 10**9
"""The price of what cannot be parted."""


class Covers:
    """The smallest forests over failing nodes.

    Args:
        near: the graph around them.
        nodes: the nodes, at least two.
        groups: every group (a bit mask) of them that adds up to zero.
    """

    def __init__(self, near: Near, nodes: Sequence[Node], groups: Sequence[int]) -> None:
        self.near = near
        self.nodes = nodes
        self.everything = (1 << len(nodes)) - 1
        self.starting: list[list[int]] = [[] for _ in nodes]
        for group in groups:
            self.starting[(group & -group).bit_length() - 1].append(group)
        self.beside = [sum(1 << at for at, to in enumerate(nodes) if to in near.joined.get(node, ())) for node in nodes]
        self.prices = {group: -int(connected(group, self.beside)) for group in groups}
        self.joined_groups = packed([group for group in groups if self.prices[group] < 0], len(nodes))
        self.proven = len(nodes) - self.joined_groups
        self.complete = True
        self._trees: dict[int, Trees] = {}
        self._known: dict[int, int] = {0: 0}

    def _least(self) -> int:
        """No forest has fewer cells, as far as is known."""
        least = len(self.nodes) + self._cheapest(self.everything)
        if least < NEVER:
            self.proven = least
        return least

    def forests(self, most: int) -> Iterator[tuple[Link, ...]]:
        """All smallest forests, up to ``most`` cells; afterwards ``complete`` says whether all were listed."""
        if self._least() < most:
            self._look_around()
        done: set[tuple[int, ...]] = set()
        raised = True
        while raised and self._least() <= most:
            raised = False
            for cover in self._cheap(self.everything):
                if cover not in done:
                    raised = not self._settled(cover)
                    if raised:
                        break
                    done.add(cover)
                    for forest in self._of(cover):
                        most = len(forest)
                        yield forest

    def _look_around(self) -> None:
        """Raise the prices of groups that no single other node joins."""
        hubs = self.near.hubs(self.nodes)
        self.near.meter.step(len(self.prices) * (1 + len(hubs)) >> 4)
        for group, price in self.prices.items():
            if price == 0:
                self.prices[group] = int(not any(connected(group, self.beside, hub) for hub in hubs))
        self._known = {0: 0}

    @cached_property
    def _kin(self) -> dict[int, list[int]]:
        """For every group those that are alike."""
        alike = Alike(self.near.graph, self.near.values)
        kin: dict[Hashable, list[int]] = {}
        for group in self.prices:
            kin.setdefault(alike.sign(self._nodes_of(group)), []).append(group)
        return {group: groups for groups in kin.values() for group in groups}

    def _cheapest(self, free: int) -> int:
        if free not in self._known:
            low = (free & -free).bit_length() - 1
            self.near.meter.step(1 + len(self.starting[low]) // 64)
            prices = [
                self.prices[group] + self._cheapest(free ^ group)
                for group in self.starting[low]
                if group & free == group
            ]
            self._known[free] = min(prices, default=NEVER)
        return self._known[free]

    def _cheap(self, free: int) -> Iterator[tuple[int, ...]]:
        """Every parting of the lowest price."""
        self.near.meter.step()
        if not free:
            yield ()
            return
        least = self._cheapest(free)
        for group in self.starting[(free & -free).bit_length() - 1]:
            if group & free == group and self.prices[group] + self._cheapest(free ^ group) == least:
                for rest in self._cheap(free ^ group):
                    yield (group, *rest)

    def _settled(self, cover: tuple[int, ...]) -> bool:
        """Whether the prices of all groups are those of trees; where not, one is raised."""
        for group in cover:
            trees = self._of_group(group)
            if not trees.look():
                self.prices.update(dict.fromkeys(self._kin[group], trees.least - 1))
                self._known = {0: 0}
                return False
        return True

    def _of_group(self, group: int) -> Trees:
        if group not in self._trees:
            self._trees[group] = Trees(self.near, self._nodes_of(group))
        trees = self._trees[group]
        trees.least = max(trees.least, 1 + self.prices[group])
        return trees

    def _nodes_of(self, group: int) -> frozenset[Node]:
        return frozenset(node for at, node in enumerate(self.nodes) if group >> at & 1)

    def _of(self, cover: tuple[int, ...]) -> Iterator[tuple[Link, ...]]:
        """The forests of one parting: a tree for each group, no two of which meet."""
        choices: list[list[Tree]] = []
        for group in cover:
            trees, complete = self._of_group(group).listed()
            self.complete = self.complete and complete
            choices.append(trees)
        return self._beside(choices, (), frozenset())

    def _beside(
        self, choices: Sequence[list[Tree]], chosen: tuple[Link, ...], passed: frozenset[Node]
    ) -> Iterator[tuple[Link, ...]]:
        if not choices:
            yield tuple(sorted(chosen))
            return
        for tree in choices[0]:
            self.near.meter.step()
            if passed.isdisjoint(tree.through):
                yield from self._beside(choices[1:], chosen + tree.links, passed | tree.through)
