"""Which sets of cells of one part of a rounded table can stand beside which of another: what they do to sums around.

A set that leaves sums in contradiction can only be helped by a part that reaches into one of these. Sets that leave all
sums within rounding may spoil a sum together; they do not where there is room for the largest moves of all of them.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.diagnose.rounded.hunt import Cells
from sxtdbv_cli.diagnose.rounded.parts import Part
from sxtdbv_cli.diagnose.rounded.slack import Slack
from sxtdbv_cli.model.plan import Cell


class Tried(NamedTuple):
    """A set of cells of a part: by how much it moves each sum around, or sums that contradict each other then."""

    cells: Cells
    moves: dict[Key, int]
    conflict: frozenset[Key] | None

    @property
    def fits(self) -> bool:
        """Whether all sums around may hold."""
        return self.conflict is None


def tried(slack: Slack, part: Part) -> list[Tried]:
    """What each set of a part does to the sums around it.

    Raises:
        Spent: it takes too much to know.
    """
    return [_tried(slack, part, cells) for cells in part.sets]


def _tried(slack: Slack, part: Part, cells: Cells) -> Tried:
    slack.meter.check()
    systems, meter = slack.systems(part.keys, cells), slack.meter
    beside = {row.key for system in systems for row in system.rows}.difference(part.keys)
    if not beside:
        return Tried(cells, {}, None)
    conflict = next((found for system in systems if (found := system.conflict(meter)) is not None), None)
    if conflict is not None:
        return Tried(cells, dict.fromkeys(sorted(beside), 0), conflict)
    steps = {cell: count for system in systems for cell, count in system.near_nothing(meter).items()}
    moves = {key: _moved(slack, key, steps) for key in sorted(beside)}
    return Tried(cells, moves, None)


def _moved(slack: Slack, key: Key, steps: dict[Cell, int]) -> int:
    """By how much some changes move a sum."""
    weights = slack.weights(key)
    return sum([weights[cell] * count for cell, count in steps.items() if cell in weights])


def possible(sets: Sequence[Sequence[Tried]]) -> list[list[Tried]]:
    """For each part its sets without those that no other part can help."""
    found = [list(one) for one in sets]
    while True:
        reach = _reach(found)
        kept = [
            [one for one in mine if one.fits or any(reach.get(key, {at}) != {at} for key in one.conflict or ())]
            for at, mine in enumerate(found)
        ]
        if kept == found:
            return found
        found = kept


def _reach(sets: Sequence[Sequence[Tried]]) -> dict[Key, set[int]]:
    """For each sum around the parts of which a set moves it."""
    found: dict[Key, set[int]] = {}
    for at, mine in enumerate(sets):
        for key in {key for one in mine for key in one.moves}:
            found.setdefault(key, set()).add(at)
    return found


def linked(slack: Slack, parts: Sequence[Part], sets: Sequence[Sequence[Tried]]) -> list[tuple[int, ...]]:
    """The numbers of the parts, those together whose sets cannot be chosen each by itself."""
    pairs = [
        (min(among), other)
        for key, among in sorted(_reach(sets).items())
        if len(among) > 1 and not _roomy(slack, key, [sets[at] for at in sorted(among)])
        for other in among
    ]
    return parted(range(len(parts)), pairs)


def _roomy(slack: Slack, key: Key, sets: Iterable[Sequence[Tried]]) -> bool:
    """Whether a sum has room for all that sets of several parts move it by; a blank in it might take up any of that."""
    if slack.blank(key):
        return False
    least, most = slack.room(key)
    for mine in sets:
        if not all(one.fits for one in mine if key in one.moves):
            return False
        moves = [one.moves.get(key, 0) for one in mine]
        least, most = least - min(0, *moves), most - max(0, *moves)
    return least <= 0 <= most
