"""The smallest forests in which what every component is off by adds up to zero, and a proof that none is smaller.

A set of cells explains the failures exactly when it is such a forest (a zero-sum Steiner forest). The search takes
a node that fails, tries each cell that leads away from it, and joins the two ends; a cell that was tried is not
used again beside it, so each forest is met once. The bound of ``groups`` cuts off what cannot be small enough.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from sxtdbv_cli.diagnose.forests.groups import SMALL, most_anywhere, packed, zero_groups
from sxtdbv_cli.diagnose.meter import Meter


class Field(NamedTuple):
    """The nodes and edges that a search may use. Nodes and edges are counted from 0.

    ``incident`` lists for each node its edges with their other ends; ``near`` the mask of the nodes next to it.
    """

    values: Sequence[int]
    incident: Sequence[Sequence[tuple[int, int]]]
    near: Sequence[int]


class Knot(NamedTuple):
    """Nodes that chosen edges have joined: together they are off by ``value`` and have so many ends of edges."""

    value: int
    nodes: tuple[int, ...]
    mask: int
    near: int
    degree: int


class State(NamedTuple):
    """Where a search stands: the knots made so far, by name, and what each joined node belongs to."""

    knots: dict[int, Knot]
    homes: dict[int, int]
    failing: tuple[int, ...]


def make_field(values: Sequence[int], edges: Sequence[tuple[int, int]]) -> Field:
    """A field from its edges, each given by its two ends."""
    incident: list[list[tuple[int, int]]] = [[] for _ in values]
    near = [0] * len(values)
    for index, (one, two) in enumerate(edges):
        incident[one].append((index, two))
        incident[two].append((index, one))
        near[one] |= 1 << two
        near[two] |= 1 << one
    return Field(values, incident, near)


class Forests:
    """The search over one field."""

    def __init__(self, field: Field, meter: Meter) -> None:
        self.field = field
        self.meter = meter
        self.start = self._start()

    def _start(self) -> State:
        knots = {node: self._single(node) for node in range(len(self.field.values))}
        failing = tuple(node for node, knot in knots.items() if knot.value)
        return State({node: knots[node] for node in failing}, {}, failing)

    def _single(self, node: int) -> Knot:
        field = self.field
        degree = len(field.incident[node])
        return Knot(field.values[node], (node,), 1 << node, field.near[node], degree)

    def lower_bound(self) -> int:
        """No forest has fewer edges."""
        return len(self.start.failing) - self._most_groups(self.start)

    def of_size(self, size: int) -> Iterator[tuple[int, ...]]:
        """Every forest of so many edges, provided that none is smaller."""
        return self._grow(self.start, frozenset(), (), size)

    def _grow(
        self, state: State, barred: frozenset[int], chosen: tuple[int, ...], left: int
    ) -> Iterator[tuple[int, ...]]:
        self.meter.step()
        if not state.failing:
            yield chosen
            return
        spare = left - len(state.failing) + self._most_groups(state)
        if spare < 0:
            return
        _, name = min([(state.knots[failing].degree, failing) for failing in state.failing])
        for edge, to in self._leaving(state, name, barred):
            if to in state.knots or spare or self._links(state, name, to):
                yield from self._grow(self._joined(state, name, to), barred, (*chosen, edge), left - 1)
            barred |= {edge}

    def _leaving(self, state: State, name: int, barred: frozenset[int]) -> list[tuple[int, int]]:
        """The edges out of a knot that may be used, with the knots or nodes they lead to."""
        homes = state.homes
        found = [
            (edge, homes.get(to, to))
            for node in state.knots[name].nodes
            for edge, to in self.field.incident[node]
            if edge not in barred
        ]
        return [(edge, to) for edge, to in found if to != name]

    def _links(self, state: State, name: int, to: int) -> bool:
        """Whether a node that does not fail leads on to another one that does."""
        near = self.field.near[to]
        return any(near & state.knots[other].mask for other in state.failing if other != name)

    def _joined(self, state: State, name: int, to: int) -> State:
        one = state.knots[name]
        two = state.knots[to] if to in state.knots else self._single(to)
        knot = Knot(
            one.value + two.value,
            one.nodes + two.nodes,
            one.mask | two.mask,
            one.near | two.near,
            one.degree + two.degree,
        )
        knots = {**state.knots, name: knot}
        knots.pop(to, None)
        homes = {**state.homes, **dict.fromkeys(two.nodes, name)}
        failing = tuple([other for other in state.failing if other not in (name, to)])
        return State(knots, homes, (name, *failing) if knot.value else failing)

    def _most_groups(self, state: State) -> int:
        """At most so many groups of failing knots that hang together add up to zero."""
        return sum(map(self._most_in, _pieces([state.knots[name] for name in state.failing])))

    def _most_in(self, knots: Sequence[Knot]) -> int:
        if len(knots) == 1:
            return 0
        if len(knots) == 2:
            return int(not knots[0].value + knots[1].value)
        if len(knots) == 3:
            return int(not sum(knot.value for knot in knots) or any(map(_cancel, combinations(knots, 2))))
        values = [knot.value for knot in knots]
        if len(knots) > SMALL:
            return most_anywhere(values)
        near = [sum(1 << at for at, other in enumerate(knots) if knot.near & other.mask) for knot in knots]
        self.meter.step(1 << len(knots) >> 4)
        return packed(zero_groups(values, near), len(knots))


def _cancel(pair: tuple[Knot, Knot]) -> bool:
    return not pair[0].value + pair[1].value and bool(pair[0].near & pair[1].mask)


def _pieces(knots: list[Knot]) -> list[list[Knot]]:
    """The knots parted into those that hang together."""
    found: list[list[Knot]] = []
    while knots:
        piece, near = [knots[0]], knots[0].near
        rest = knots[1:]
        while fresh := [knot for knot in rest if near & knot.mask]:
            rest = [knot for knot in rest if not near & knot.mask]
            piece += fresh
            for knot in fresh:
                near |= knot.near
        found.append(piece)
        knots = rest
    return found
