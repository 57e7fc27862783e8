"""Parts of a table that put right what others upset: which hang together, and which of their sets do."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.deeper.factors import Item
from sxtdbv_cli.diagnose.meter import Meter
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.pieces import parted

MOST_TOGETHER = 1_000
"""Of so many sets of several parts together it is looked which put right what others upset."""

MOST_FIGURES = 500
"""No more figures than this are listed that later parts may put a sum right by."""

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
    for part, later in zip(parts, _later(parts), strict=True):
        # What no later part upsets must be put right by now.
        fitting: dict[Upset, list[Candidate]] = {}
        for one in part.candidates:
            fitting.setdefault(frozenset([(key, -by) for key, by in one.upset if key not in later]), []).append(one)
        following = [
            (deltas + candidate.deltas, after)
            for deltas, off in states
            for candidate in fitting.get(frozenset([(key, by) for key, by in off.items() if key not in later]), ())
            if (after := _upset_after(off, candidate.upset, later)) is not None
        ]
        if len(following) > MOST_TOGETHER or not meter.may(1 + len(states) * len(part.candidates) // 8):
            return None
        states = following
    return [deltas for deltas, _ in states]


def _later(parts: Sequence[Part]) -> list[dict[Key, set[int]]]:
    """For each part what the parts after it may put a sum right by; no figures where these are too many."""
    found: list[dict[Key, set[int]]] = [{}]
    for part in parts[:0:-1]:
        upset = [dict(one.upset) for one in part.candidates]
        before = found[-1]
        mine = {key: {-one.get(key, 0) for one in upset} for one_ in upset for key in one_}
        found.append(before | {key: _added(more, before.get(key, {0})) for key, more in mine.items()})
    return found[::-1]


def _added(some: set[int], more: set[int]) -> set[int]:
    """What may come of two figures, one of each set; nothing is known of more than are listed."""
    known = more and len(some) * len(more) <= MOST_FIGURES
    return {one + two for one in some for two in more} if known else set()


def _upset_after(off: dict[Key, int], more: Upset, later: Mapping[Key, set[int]]) -> dict[Key, int] | None:
    """What sums are off by when more is upset; None where that cannot be put right any more."""
    after = dict(off)
    for key, amount in more:
        after[key] = after.get(key, 0) + amount
    left = {key: amount for key, amount in after.items() if amount}
    if any((may := later[key]) and amount not in may for key, amount in left.items()):
        return None
    return left
