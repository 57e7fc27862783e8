"""Groups of failing nodes that add up to zero, priced before a tree is looked for.

The price is one less than the number of other nodes that a tree of the group has to pass: of a group that hangs
together -1, of one that a single other node joins 0, of any other 1 or more.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from sxtdbv_cli.diagnose.forests.groups import packed, reached
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.near import Near

Prices = dict[int, int]
"""Groups as bit masks, with what each costs at least."""


class Priced:
    """The groups of some failing nodes.

    Args:
        near: the graph around the nodes.
        nodes: the nodes; their order is that of the bits.
        groups: every group that adds up to zero.
    """

    def __init__(self, near: Near, nodes: Sequence[Node], groups: Iterable[int]) -> None:
        self.near = near
        self.nodes = nodes
        beside = [near.joined.get(node, {}) for node in nodes]
        self._beside = [sum([1 << at for at, to in enumerate(nodes) if to in others]) for others in beside]
        self._first = {group: reached(group, self._beside) for group in groups}

    @cached_property
    def whole(self) -> Prices:
        """The groups that hang together."""
        return {group: -1 for group, first in self._first.items() if first == group}

    @cached_property
    def most(self) -> int:
        """The most groups that hang together and share no node."""
        return packed(list(self.whole), len(self.nodes))

    @cached_property
    def all(self) -> Prices:
        """All groups."""
        hubs = self.near.hubs(self.nodes) if len(self.whole) < len(self._first) else []
        self.near.meter.step((len(self._first) - len(self.whole)) * (1 + len(hubs)) >> 4)
        touching = _Touching(hubs)
        return {
            group: -1 if first == group else int(not self._one_joins(touching, group, first))
            for group, first in self._first.items()
        }

    def _one_joins(self, touching: "_Touching", group: int, part: int) -> int:
        """The other nodes that are next to all parts of a group, of which the first is known."""
        found = touching[part]
        while found and (group := group ^ part):
            part = reached(group, self._beside)
            found &= touching[part]
        return found


class _Touching(dict[int, int]):
    """For parts of groups the mask of the hubs that are next to them."""

    def __init__(self, hubs: Sequence[int]) -> None:
        super().__init__()
        self.hubs = hubs

    def __missing__(self, part: int) -> int:
        found = self[part] = sum([1 << at for at, hub in enumerate(self.hubs) if hub & part])
        return found
