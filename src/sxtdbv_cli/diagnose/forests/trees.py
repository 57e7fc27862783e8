"""The smallest trees that join failing nodes: directly, or through as few nodes as possible that do not fail."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice, product

from sxtdbv_cli.diagnose.forests.ascent import ascent
from sxtdbv_cli.diagnose.forests.block import Deltas
from sxtdbv_cli.diagnose.forests.forests import Forests, make_field
from sxtdbv_cli.diagnose.forests.spanning import Spanning
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.near import Ball, Near
from sxtdbv_cli.diagnose.graph.region import region
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.diagnose.remembered import remembered

MOST, FEWEST, MOST_CELLS = 200, 80, 400
"""So many trees or forests are looked at; of those that pass other nodes fewer, the more cells they have."""

Through = frozenset[Node]
"""Nodes that do not fail and that a tree passes."""

Tree = tuple[Deltas, Through]
"""A tree and the nodes it passes."""


def enough(cells: int, nodes: int) -> int:
    """How many trees or forests of so many cells over so many failing nodes are looked at.

    With no fewer cells than nodes they pass nodes that do not fail. Where that can be done in many ways, any line that
    a sum adds up will do: the likeliest of those are no likelier than the others, so a few stand for them.
    """
    return MOST if cells < nodes else max(FEWEST, min(MOST, MOST_CELLS // cells))


class Trees:
    """The smallest trees of one group of failing nodes that adds up to zero.

    ``least`` says how many other nodes a tree has to pass at least, ``settled`` that no tree has to pass more.
    """

    def __init__(self, near: Near, nodes: frozenset[Node]) -> None:
        self.near = near
        self.nodes = nodes
        self.inside = near.links(nodes, frozenset())
        pairs = [(link.one, link.two) for link in self.inside]
        self.parts = [frozenset(part) for part in parted(nodes, pairs)]
        self.settled = len(self.parts) == 1
        self.least = int(not self.settled)
        self._ways: Iterable[Through] = [frozenset()] if self.settled else ()
        self._ascent = ascent(near, self.parts)
        self._fewest = 0
        self._listed: tuple[list[Tree], bool] | None = None

    @cached_property
    def balls(self) -> list[Ball]:
        """What lies around each part."""
        return [self.near.ball(part) for part in self.parts]

    def look(self) -> bool:
        """Whether trees that pass ``least`` nodes are enough; where not, a tree must pass more."""
        if not self.settled:
            self.near.meter.step(4)
            farther = self._apart_at_least() if len(self.parts) > 2 else 0
            if farther > self.least:
                self.least = farther
                return False
            ways = iter(self._passing(self.least))
            first = next(ways, None)
            if first is None:
                self.least += 1
            else:
                self.settled, self._ways = True, chain((first,), ways)
        return self.settled

    def listed(self) -> tuple[list[Tree], bool]:
        """The smallest trees, and whether these are all."""
        if self._listed is None:
            most = enough(len(self.nodes) + self.least - 1, len(self.nodes))
            found = list(islice(self._all(), most + 1))
            self._listed = found[:most], len(found) <= most
        return self._listed

    def _all(self) -> Iterator[Tree]:
        seen: set[Through] = set()
        for through in self._ways:
            if through in seen:
                continue
            seen.add(through)
            links = self.near.links(self.nodes, through) if through else self.inside
            for tree in Spanning([*self.nodes, *through], links, self.near.values).trees():
                self.near.meter.step()
                yield tree, through

    def _passing(self, count: int) -> Iterable[Through]:
        """The sets of so many other nodes that a tree can pass, if none can pass fewer."""
        if len(self.parts) == 2:
            return self._on_the_way(count + 1)
        return self._around_a_middle(count)

    def _on_the_way(self, steps: int) -> Iterator[Through]:
        """The nodes on every way of so many steps from one of two parts to the other."""
        one, two = self.balls
        for node in sorted(one.ring(steps - steps // 2) & two.ring(steps // 2)):
            yield from (frozenset(way | back) for way, back in product(one.ways(node), two.ways(node)))

    def _apart_at_least(self) -> int:
        """How many nodes a tree of three parts or more has to pass at least, for the ways between them.

        Each part needs half the way to the next one for itself, for no tree can serve two of them nearer than that.
        Nodes farther than a look at so many shows are taken for just beyond it.
        """
        parts = len(self.parts)
        radius = (parts + self.least - 1) // parts
        apart = self._apart(radius)
        return min((sum(apart) + max(apart) + 1) // 2, parts * (radius + 1)) - parts + 1

    def _around_a_middle(self, count: int) -> Iterable[Through]:
        """The same for three parts or more. Where all are as far from each other, their tree is a star."""
        total = len(self.parts) + count - 1
        radius = total // len(self.parts)
        if total == radius * len(self.parts) and min(self._apart(radius)) >= 2 * radius:
            middles = set.intersection(*[ball.ring(radius) for ball in self.balls])
            return (
                frozenset[Node]().union(*ways)
                for node in sorted(middles)
                for ways in product(*[ball.ways(node) for ball in self.balls])
            )
        return () if self._needs_more(total) else self._searched(count)

    def _needs_more(self, total: int) -> bool:
        """Whether no tree of so many cells joins the parts, as far as a bound can tell."""
        while self._fewest <= total and (raised := next(self._ascent, None)):
            self._fewest = raised
        return self._fewest > total

    @remembered
    def _apart(self, radius: int) -> list[int]:
        """How far the parts are apart, along the shortest tree of ways between them; what is farther is just beyond."""
        balls, most = self.balls, 2 * radius + 2
        left, found = dict.fromkeys(balls[1:], most), []
        last = balls[0]
        while left:
            for ball, steps in left.items():
                left[ball] = last.steps_to(ball, steps)
            last = min(left, key=left.__getitem__)
            found.append(left.pop(last))
        return found

    def _searched(self, count: int) -> Iterator[Through]:
        """The same for parts of which nothing is known: a search over forests, in figures that make every one a tree.

        Which trees there are does not depend on the figures; with these no nodes but all together add up to zero.
        """
        near, ends = self.near, sorted(self.nodes)
        avoid = frozenset(near.values.keys() - self.nodes)
        nodes, found = region(near.graph, ends, count - 1, avoid, near.meter)
        at = {node: index for index, node in enumerate(nodes)}
        off = [0] * len(nodes)
        for power, node in enumerate(ends):
            off[at[node]] = 1 << power
        off[at[ends[-1]]] -= (1 << len(ends)) - 1
        field = make_field(off, [(at[one], at[two]) for _, one, two, _ in found])
        for forest in Forests(field, near.meter).of_size(len(self.nodes) + count - 1):
            yield frozenset(node for edge in forest for node in found[edge][1:3]) - self.nodes
