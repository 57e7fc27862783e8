"""Failing sums of a rounded table parted where no cell stands in two parts, each with the smallest sets for it."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import NamedTuple

from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.diagnose.slack import Slack
from sxtdbv_cli.model.plan import Cell

MOST = 8
"""No more cells than this are tried together for one part."""

PART_STEPS = 1_500
"""What the search of one part may spend, and each look at several."""

Cells = frozenset[Cell]


class Part(NamedTuple):
    """Sums that share cells with each other and with no other part, and the smallest sets that mend them."""

    keys: tuple[Key, ...]
    failing: tuple[Key, ...]
    size: int
    sets: list[Cells]


def parts_of(slack: Slack, keys: Sequence[Key], failing: Collection[Key]) -> list[Part]:
    """The parts of some sums, without those where blank cells make up for all that is off."""
    parts = [_part(slack, part, failing) for part in _parted(slack, keys)]
    return [part for part in parts if part.failing or part.size or not part.sets]


def _parted(slack: Slack, keys: Sequence[Key]) -> list[tuple[Key, ...]]:
    """Sums parted by the cells they share."""
    first: dict[Cell, Key] = {}
    pairs = [
        (first.setdefault(cell, key), key)
        for key in keys
        for cell, _ in slack.network.terms(key)
        if cell not in slack.trusted
    ]
    return parted(keys, pairs)


def _part(slack: Slack, keys: tuple[Key, ...], failing: Collection[Key]) -> Part:
    """The smallest sets for the sums of a part; without any what was proven of their size."""
    mine = tuple(key for key in keys if key in failing)
    size = slack.least(keys)
    with suppress(Spent), slack.spending(PART_STEPS):
        while size <= MOST:
            if sets := slack.of_size(keys, size, beyond=False):
                return Part(keys, mine, size, sets)
            size += 1
    return Part(keys, mine, size, [])


def linked(slack: Slack, parts: Sequence[Part]) -> list[list[Part]]:
    """The parts, those together whose sets reach into the same sums around them."""
    first: dict[Key, int] = {}
    pairs = []
    for number, part in enumerate(parts):
        try:
            around = slack.around((), _cells(slack, part))
        except Spent:
            return [list(parts)]
        pairs += [(first.setdefault(key, number), number) for key in sorted({*around}.difference(part.keys))]
    return [[parts[number] for number in group] for group in parted(range(len(parts)), pairs)]


def _cells(slack: Slack, part: Part) -> Cells:
    """The cells of all sets of a part; of one that has none it could be any."""
    if part.sets:
        return frozenset().union(*part.sets)
    return frozenset(cell for key in part.keys for cell, _ in slack.network.terms(key)).difference(slack.trusted)
