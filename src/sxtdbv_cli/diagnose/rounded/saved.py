"""How few cells sums that are off may need: the groups of them that cells of their own make hold.

Sums of which no cell stands in more than two are looked at as nodes, cells as edges. Cells that serve t of them are t
or more, but one less for each group that some of these cells join to a tree and that no other touches. What the cells
of such a group add to its sums cancels out, signs turned; so these sums are off by nothing together, within rounding.
Groups are listed up to some size, in two halves that meet; any other sums may be larger ones. A chosen cell rules out
those that it joins to a sum beside them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.forests.groups import connected, packed
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.rounded.slack import Slack
from sxtdbv_cli.model.plan import Cell

MOST_SUMS = {8: 24, 6: 26, 4: 32}
"""Groups of so many sums at most are listed of no more sums than this."""

MOST_LOOKED, MOST_HOLDING, LOOKED = 20_000, 5_000, 256
"""So many groups are looked at, of which so many may hold, whether or not they hang together; so many in a step."""

Room = tuple[int, int]
"""By how much some sums must change together, at least and at most."""


class State(NamedTuple):
    """What chosen cells leave: the groups that may still hold by themselves, the sums that cells join, and how many
    cells stand in none of the sums."""

    chosen: frozenset[Cell]
    groups: tuple[int, ...]
    joined: tuple[int, ...] = ()
    beside: int = 0


class Saved:
    """Counts the cells that sums need of those that may change in each."""

    def __init__(self, slack: Slack, sums: Mapping[Key, frozenset[Cell]]) -> None:
        signs = _signs(slack, sums)
        self.count = len(signs)
        self._masks: dict[Cell, int] = {}
        for at, key in enumerate(signs):
            for cell in sums[key]:
                self._masks[cell] = self._masks.get(cell, 0) | 1 << at
        rooms = [slack.room(key) for key in signs]
        turned = [room if sign > 0 else (-room[1], -room[0]) for room, sign in zip(rooms, signs.values(), strict=True)]
        near = [0] * self.count
        for mask in self._masks.values():
            for at in range(self.count):
                near[at] |= mask if mask >> at & 1 else 0
        self._packed: dict[tuple[int, ...], int] = {}
        self.largest, groups = _groups(slack, turned, near)
        self.start = State(frozenset(), groups)

    def least(self, state: State) -> int:
        """At least so many cells are needed in all, those that are chosen among them."""
        if state.groups not in self._packed:
            self._packed[state.groups] = packed(state.groups, self.count)
        listed = self._packed[state.groups]
        return state.beside + self.count - listed - (self.count - 2 * listed) // (self.largest + 1)

    def after(self, state: State, cell: Cell) -> State:
        """What is left with one more cell."""
        chosen, groups, joined, beside = state
        chosen |= {cell}
        mask = self._masks.get(cell, 0)
        if not mask:
            return State(chosen, groups, joined, beside + 1)
        whole = sum([one for one in joined if one & mask])
        # A cell of one sum makes up for anything, as does one that closes a circle.
        free = not mask & (mask - 1) or any(one & mask == mask for one in joined)
        whole |= mask
        kept = [one for one in groups if not one & whole or (not free and one & whole == whole)]
        return State(chosen, tuple(kept), (*[one for one in joined if not one & mask], whole), beside)


def _signs(slack: Slack, sums: Mapping[Key, frozenset[Cell]]) -> dict[Key, int]:
    """Sums of which no cell stands in more than two, with signs that let what each cell adds to two of them cancel out.

    Rows that are sums of rows come last, for their cells stand in three.
    """
    found: dict[Key, int] = {}
    of: dict[Cell, list[Key]] = {}
    trees: dict[Key, list[Key]] = {}
    network = slack.network
    for key in sorted(sums, key=lambda key: (key < network.size and bool(network.lowers(key % network.rows)), key)):
        weights = slack.weights(key)
        turns: dict[int, set[int]] = {}
        for cell in sums[key]:
            for other in of.get(cell, ()):
                sign = -weights[cell] * slack.weights(other)[cell] * found[other]
                turns.setdefault(trees[other][0], set()).add(sign)
        if any(len(of.get(cell, ())) > 1 for cell in sums[key]) or not all(
            one in ({1}, {-1}) for one in turns.values()
        ):
            continue
        found[key], trees[key] = 1, [key]
        for first, (sign,) in turns.items():
            for other in trees[first]:
                found[other] *= sign
            trees[key] += trees[first]
        trees |= dict.fromkeys(trees[key], trees[key])
        for cell in sums[key]:
            of.setdefault(cell, []).append(key)
    return found


def _groups(slack: Slack, rooms: Sequence[Room], near: Sequence[int]) -> tuple[int, tuple[int, ...]]:
    """The groups that hang together and may hold by themselves, of up to so many sums; others are larger.

    Raises:
        Spent: it takes too much to list them.
    """
    for largest, most in MOST_SUMS.items():
        if len(rooms) <= most and (found := _holding(slack, rooms, largest)) is not None:
            return largest, tuple([mask for mask in found if connected(mask, near)])
    return 1, ()


def _holding(slack: Slack, rooms: Sequence[Room], largest: int) -> list[int] | None:
    """The masks of up to so many sums that can be off by nothing together; None where these are too many."""
    half = len(rooms) // 2
    upper = sorted([(least, most, mask << half) for least, most, mask in _added(rooms[half:], largest)])
    leasts = [least for least, _, _ in upper]
    widest = max(most - least for least, most, _ in upper)
    found: list[int] = []
    looked = 0
    for least, most, mask in _added(rooms[:half], largest):
        met = upper[bisect_left(leasts, -most - widest) : bisect_right(leasts, -least)]
        looked += len(met)
        if looked > MOST_LOOKED:
            return None
        found += [mask | other for _, high, other in met if high >= -most]
    slack.meter.step(1 + looked // LOOKED)
    found = [mask for mask in found if 1 < mask.bit_count() <= largest]
    return found if len(found) <= MOST_HOLDING else None


def _added(rooms: Sequence[Room], largest: int) -> list[tuple[int, int, int]]:
    """The rooms of up to so many sums together, with their masks."""
    found = [(0, 0, 0)]
    for at, (low, high) in enumerate(rooms):
        found += [
            (least + low, most + high, mask | 1 << at) for least, most, mask in found if mask.bit_count() < largest
        ]
    return found
