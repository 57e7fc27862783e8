"""Failing sums of a rounded table parted where no cell stands in two parts, each with the smallest sets for it."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import NamedTuple

from sxtdbv_cli.diagnose.hunt import Cells, Hunt
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.diagnose.slack import Slack
from sxtdbv_cli.model.plan import Cell

MOST = 14
"""No more cells than this are tried together for one part."""

PART_STEPS = 1_500
"""What the search of one part may spend, and each look at several."""


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
            if sets := hunt.of_size(size):
                return Part(keys, mine, size, sets)
            size += 1
    return Part(keys, mine, size, [])
