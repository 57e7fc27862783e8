"""Failing sums of a rounded table parted where no cell stands in two parts, each with the smallest sets for it."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import NamedTuple

from sxtdbv_cli.diagnose.deeper.factors import factors
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.diagnose.rounded.hunt import Cells, Hunt
from sxtdbv_cli.diagnose.rounded.slack import Slack
from sxtdbv_cli.model.plan import Cell

MOST = 24
"""No more cells than this are tried together for one part."""

MOST_SETS = 600
"""So many sets of one part are found."""

PART_STEPS = 1_500
"""What the search of one part may spend, and each look at several."""


class Part(NamedTuple):
    """Sums that share cells with each other and with no other part, and the smallest sets that mend them."""

    keys: tuple[Key, ...]
    failing: tuple[Key, ...]
    size: int
    sets: list[Cells]
    complete: bool = True


def parts_of(slack: Slack, keys: Sequence[Key], failing: Collection[Key]) -> list[Part]:
    """The parts of some sums, without those where blank cells make up for all that is off."""
    parts = [one for part in _parted(slack, keys) for one in _apart(slack, _part(slack, part, failing), failing)]
    return [part for part in parts if part.failing or part.size or not part.sets]


def bound(slack: Slack, keys: Sequence[Key]) -> int:
    """At least so many cells must change for some sums, as far as a look at each part of them tells."""
    least = 0
    with suppress(Spent), slack.spending(PART_STEPS):
        for part in _parted(slack, keys):
            least += Hunt(slack, part, beyond=False).least()
    return least


def _apart(slack: Slack, part: Part, failing: Collection[Key]) -> list[Part]:
    """A part whose sets are all combinations of choices that have no sum in common: a part for each choice."""
    if len(part.sets) < 2 or not part.complete:
        return [part]
    choices = [
        frozenset(cell for one in sets for cell, _ in one)
        for sets in factors([frozenset((cell, 0) for cell in cells) for cells in part.sets])
    ]
    first: dict[Key, int] = {}
    pairs = [
        (first.setdefault(key, at), at)
        for at, cells in enumerate(choices)
        for key in set(slack.around((), cells)).intersection(part.keys)
    ]
    groups = parted(range(len(choices)), pairs)
    cells = [frozenset[Cell]().union(*[choices[at] for at in group]) for group in groups]
    keys = [[key for key in part.keys if first.get(key, 0) in group] for group in groups]
    return [_choice(part, *one, failing) for one in zip(keys, cells, strict=True)]


def _choice(part: Part, keys: Sequence[Key], cells: Cells, failing: Collection[Key]) -> Part:
    """A part with some of the sums of another, and what its sets have of some cells."""
    sets = sorted({one & cells for one in part.sets}, key=sorted)
    return Part(tuple(keys), tuple(key for key in keys if key in failing), len(sets[0]), sets)


def _parted(slack: Slack, keys: Sequence[Key]) -> list[tuple[Key, ...]]:
    """Sums parted by the cells they share."""
    first: dict[Cell, Key] = {}
    pairs = [
        (first.setdefault(cell, key), key)
        for key in keys
        for cell, _ in slack.terms(key)
        if cell not in slack.trusted or slack.cells[cell] is None
    ]
    return parted(keys, pairs)


def _part(slack: Slack, keys: tuple[Key, ...], failing: Collection[Key]) -> Part:
    """The smallest sets for the sums of a part; without any what was proven of their size."""
    mine = tuple(key for key in keys if key in failing)
    size = 0
    with suppress(Spent), slack.spending(PART_STEPS):
        hunt = Hunt(slack, keys, beyond=False)
        size = hunt.least()
        while size <= MOST:
            sets, complete = hunt.of_size(size, MOST_SETS)
            if sets:
                return Part(keys, mine, size, sets, complete)
            size += 1
    return Part(keys, mine, size, [])
