"""The smallest forests over some failing nodes, put together from trees of groups that add up to zero.

A forest is one tree for each group of some parting of the nodes. No tree of a smallest forest could be smaller: where
a smaller one met another tree, the two together would be a tree of both groups with no more cells than they have. So
the price of a group is the size of its smallest trees, a parting with the lowest sum of prices gives the minimum,
and the smallest forests are those of such partings. A price starts as a bound and is raised where no trees are
found; what is proven at any time is the lowest sum of the prices so far.

Where no cell is blank or trusted, the graph looks the same from any column of a sum of columns: a leaf leads from its
sum across to the line above in each. So two groups that differ in columns only, of which the same lines fail, need
trees of the same size.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.diagnose.forests.block import Deltas
from sxtdbv_cli.diagnose.forests.partings import NEVER, Parting, Partings
from sxtdbv_cli.diagnose.forests.priced import Priced
from sxtdbv_cli.diagnose.forests.trees import Through, Tree, Trees
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.graph.near import Near
from sxtdbv_cli.diagnose.network import Network


class Covers:
    """The smallest forests over failing nodes.

    Args:
        near: the graph around them.
        groups: their groups that add up to zero.
        known: the trees of groups that were looked at before, by their nodes; those of others are added.
        inside: whether only groups that hang together are taken.
    """

    def __init__(self, near: Near, groups: Priced, known: dict[frozenset[Node], Trees], *, inside: bool) -> None:
        self.near = near
        self.nodes = groups.nodes
        self.groups = groups
        self.inside = inside
        self.proven = len(self.nodes) - groups.most
        self.complete = True
        self._known = known
        self._trees: dict[int, Trees] = {}

    def _least(self) -> int:
        """No forest has fewer cells, as far as is known."""
        least = len(self.nodes) + self._partings.least()
        if least < NEVER:
            self.proven = least
        return least

    def forests(self, most: int) -> Iterator[Deltas]:
        """All smallest forests, up to ``most`` cells; afterwards ``complete`` says whether all were listed."""
        if self.proven > most:
            return
        done: set[Parting] = set()
        raised = True
        while raised and self._least() <= most:
            raised = False
            for cover in self._partings.cheapest():
                if cover not in done:
                    raised = not self._settled(cover)
                    if raised:
                        break
                    done.add(cover)
                    for forest in self._of(cover):
                        most = len(forest)
                        yield forest

    @cached_property
    def _partings(self) -> Partings:
        """The partings of the nodes; only those into groups that no other node or a single one joins where they do.

        A parting with a group that has to pass two nodes is dearer than one that saves as much as groups can save.
        """
        count, meter = len(self.nodes), self.near.meter
        prices = self.groups.whole if self.inside else self.groups.all
        near = {group: price for group, price in prices.items() if price < 1}
        found = Partings(near, count, meter)
        if len(near) == len(prices) or found.least() == -self.groups.most:
            return found
        return Partings(prices, count, meter)

    @cached_property
    def _kin(self) -> dict[int, list[int]]:
        """For every group those that are alike."""
        alike = Alike(self.near.graph, self.near.values, self.nodes)
        kin = by_key((alike.sign(group), group) for group in self._partings.prices)
        return {group: groups for groups in kin.values() for group in groups}

    def _settled(self, cover: Parting) -> bool:
        """Whether the prices of all groups are those of trees; where not, one is raised."""
        for group in cover:
            trees = self._of_group(group)
            if trees.least - 1 > self._partings.prices[group] or not trees.look():
                self._partings.raise_prices(self._kin[group], trees.least - 1)
                return False
        return True

    def _of_group(self, group: int) -> Trees:
        if group not in self._trees:
            nodes = frozenset([node for at, node in enumerate(self.nodes) if group >> at & 1])
            if nodes not in self._known:
                self._known[nodes] = Trees(self.near, nodes)
            self._trees[group] = self._known[nodes]
        trees = self._trees[group]
        trees.least = max(trees.least, 1 + self._partings.prices[group])
        return trees

    def _of(self, cover: Parting) -> Iterator[Deltas]:
        """The forests of one parting: a tree for each group, no two of which meet."""
        choices: list[list[Tree]] = []
        for group in cover:
            trees, complete = self._of_group(group).listed()
            self.complete = self.complete and complete
            choices.append(trees)
        return self._beside(choices, {}, frozenset())

    def _beside(self, choices: Sequence[list[Tree]], added: Deltas, passed: Through) -> Iterator[Deltas]:
        """The forests of a tree of each choice beside those chosen before."""
        trees, *rest = choices
        while rest and len(trees) == 1:  # nothing to choose
            tree, through = trees[0]
            self.near.meter.step()
            if not passed.isdisjoint(through):
                return
            added, passed = added | tree, passed | through
            trees, *rest = rest
        for tree, through in trees:
            self.near.meter.step()
            if passed.isdisjoint(through):
                if rest:
                    yield from self._beside(rest, added | tree, passed | through)
                else:
                    yield added | tree


class Alike:
    """What groups of some ``nodes`` have in common with those that are alike, where all of ``values`` fail.

    Groups are bit masks over the nodes, which are in order: those of a column of lines stand together.
    """

    def __init__(self, graph: Graph, values: Iterable[Node], nodes: Sequence[Node]) -> None:
        network = graph.network
        self.known = not graph.trusted and not graph.joined and not network.plan.line_rules
        failing, ours = _lines(network, sorted(values)), _lines(network, nodes)
        kinds: dict[Hashable, int] = {}
        self.columns: list[tuple[int, int, int]] = []  # what kind each is of, its first bit, a mask of its bits
        first = len(nodes) - sum(map(len, ours))
        self.others = (1 << first) - 1
        for at, lines in enumerate(ours):
            whole = [of for of, _ in network.column_sums[at][:1]]
            kind = (tuple(whole), network.plan.declared[at] is None, tuple(failing[at]), tuple(lines))
            self.columns.append((kinds.setdefault(kind, at), first, (1 << len(lines)) - 1))
            first += len(lines)

    def sign(self, group: int) -> Hashable:
        """The same for groups that are alike."""
        if not self.known:
            return group
        kinds = sorted([(kind, part) for kind, first, mask in self.columns if (part := group >> first & mask)])
        return group & self.others, tuple(kinds)


def _lines(network: Network, nodes: Iterable[Node]) -> list[list[int]]:
    """The lines that some nodes sum up in each column."""
    found: list[list[int]] = [[] for _ in range(network.width)]
    for node in nodes:
        if network.size <= node < 2 * network.size:
            column, line = divmod(node - network.size, network.rows)
            found[column].append(line)
    return found
