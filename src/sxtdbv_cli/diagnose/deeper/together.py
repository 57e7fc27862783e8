"""Parts of a table that put right what others upset: which hang together, and which of their sets do."""

from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.deeper.factors import Item
from sxtdbv_cli.diagnose.meter import Meter
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.pieces import parted

MOST_TOGETHER = 5_000
"""Of so many sets of several parts together it is looked which put right what others upset."""

Upset = frozenset[tuple[Key, int]]
"""The sums around a part that its changes would leave off, and by how much."""


Deltas = tuple[Item, ...]
"""Cells with what is added to them."""


class Candidate(NamedTuple):
    """Cells with what is added to them, and the sums outside their part that this upsets."""

    deltas: Deltas
    upset: Upset


class Part(NamedTuple):
    """Sums that share cells with each other and with no other part, those that fail, and what mends them."""

    keys: tuple[Key, ...]
    failing: tuple[Key, ...]
    size: int
    candidates: list[Candidate]


def linked(parts: list[Part]) -> list[list[Part]]:
    """The parts, those together that may put right what the others upset."""
    left = [list(part.candidates) for part in parts]
    while True:
        owners: dict[Key, set[int]] = {}
        for number, candidates in enumerate(left):
            for candidate in candidates:
                for key, _ in candidate.upset:
                    owners.setdefault(key, set()).add(number)
        kept = [[one for one in found if all(len(owners[key]) > 1 for key, _ in one.upset)] for found in left]
        if kept == left:
            break
        left = kept
    pairs = [(min(numbers), number) for numbers in owners.values() for number in sorted(numbers)]
    slim = [part._replace(candidates=candidates) for part, candidates in zip(parts, left, strict=True)]
    return [[slim[number] for number in group] for group in parted(range(len(parts)), pairs)]


def together(meter: Meter, parts: Sequence[Part]) -> list[Deltas] | None:
    """One set of each part that together upset nothing; None where these are too many to look at."""
    states: list[tuple[Deltas, dict[Key, int]]] = [((), {})]
    for number, part in enumerate(parts):
        later = {key for other in parts[number + 1 :] for one in other.candidates for key, _ in one.upset}
        # What no later part upsets must be put right by now.
        fitting: dict[Upset, list[Candidate]] = {}
        for one in part.candidates:
            fitting.setdefault(frozenset([(key, -by) for key, by in one.upset if key not in later]), []).append(one)
        following = [
            (deltas + candidate.deltas, _upset_after(off, candidate.upset))
            for deltas, off in states
            for candidate in fitting.get(frozenset([(key, by) for key, by in off.items() if key not in later]), ())
        ]
        if len(following) > MOST_TOGETHER or not meter.may(1 + len(states) * len(part.candidates) // 8):
            return None
        states = following
    return [deltas for deltas, _ in states]


def _upset_after(off: dict[Key, int], more: Upset) -> dict[Key, int]:
    """What sums are off by when more is upset."""
    after = dict(off)
    for key, amount in more:
        after[key] = after.get(key, 0) + amount
    return {key: amount for key, amount in after.items() if amount}
