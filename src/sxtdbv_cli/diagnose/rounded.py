"""Rounded tables: the smallest sets of cells that bring all failing sums within rounding, and leave no other off.

Failing sums are parted where no cell stands in two parts. Every part needs at least the cells that its own sums need,
whatever becomes of the sums around it. Where sets of just that size leave the others within rounding too, these are the
smallest; parts whose sets reach into the same sums are taken together. A row that is a sum of rows must add up across
by itself here: what is rounded away in each of them adds up.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import product
from math import prod
from typing import NamedTuple

from sxtdbv_cli.diagnose.cells import Found
from sxtdbv_cli.diagnose.general import General
from sxtdbv_cli.diagnose.intervals import Contradiction
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.diagnose.polish import polished, sure
from sxtdbv_cli.diagnose.slack import Slack
from sxtdbv_cli.model.plan import Cell

MOST = 8
"""No more cells than this are tried together for one part."""

MOST_WHOLE = 6
"""Parts that do not fit as they are and need fewer cells than this are searched all together."""

MOST_TOGETHER = 1_000
"""Of so many sets of several parts together it is looked which fit."""

Cells = frozenset[Cell]


class Part(NamedTuple):
    """Sums that share cells with each other and with no other part, and the smallest sets that mend them."""

    keys: tuple[Key, ...]
    failing: tuple[Key, ...]
    size: int
    sets: list[Cells]


def solve(whole: General) -> list[Found]:
    """The failing sums in clusters with all their smallest explanations, or with what was proven."""
    slack = Slack(whole.network, whole.trusted, whole.meter)
    parts: list[Part] = []
    try:
        keys = slack.joined([key for key in whole.start if not slack.holds(key)])
        for part in _parted(slack, keys):
            parts.append(_part(slack, whole, part))  # noqa: PERF401 - what was proven before it broke off still counts
        return _fitted(whole, slack, keys, [part for part in parts if part.failing or part.size])
    except Spent:
        return [_left(whole.failing, parts)]


def values(slack: Slack, failing: Sequence[Key], cells: Cells) -> dict[Cell, int] | None:
    """What must be added to some cells so that all sums hold; None where that is not known to be possible."""
    try:
        keys = slack.around(failing, cells)
        return polished(slack, keys, cells) if _fits(slack, failing, cells) else None
    except Spent:
        return None


def _fitted(whole: General, slack: Slack, keys: Sequence[Key], parts: Sequence[Part]) -> list[Found]:
    """The clusters of all parts; where some do not fit and are few they are searched once more, all together."""
    told: list[Found] = []
    stuck: list[Part] = []
    for group in _linked(slack, parts):
        found = list(_told(whole, slack, group))
        told += found
        stuck += () if found else group
    least = sum(part.size for part in parts)
    if stuck and least < MOST_WHOLE:
        with suppress(Spent):
            sets = slack.smallest(keys, least, MOST_WHOLE, beyond=True)
            if sets:
                return [_found(whole, slack, tuple(whole.failing), sets, complete=True)]
    return [*told, _left([key for part in stuck for key in part.failing], stuck)] if stuck else told


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


def _part(slack: Slack, whole: General, keys: tuple[Key, ...]) -> Part:
    sets = slack.smallest(keys, 0, MOST, beyond=False)
    failing = tuple(key for key in keys if key in whole.failing)
    return Part(keys, failing, len(sets[0]) if sets else MOST + 1, sets)


def _linked(slack: Slack, parts: Sequence[Part]) -> list[list[Part]]:
    """The parts, those together whose sets reach into the same sums around them."""
    around = [{key for cells in part.sets for key in slack.around((), cells)}.difference(part.keys) for part in parts]
    first: dict[Key, int] = {}
    pairs = [(first.setdefault(key, number), number) for number, keys in enumerate(around) for key in sorted(keys)]
    return [[parts[number] for number in group] for group in parted(range(len(parts)), pairs)]


def _told(whole: General, slack: Slack, parts: Sequence[Part]) -> Iterator[Found]:
    """The clusters of parts that are linked: each part by itself where its sets need no other part; or none."""
    alone = [[one for one in part.sets if _fits(slack, part.keys, one)] for part in parts]
    if len(parts) == 1:
        if alone[0]:
            yield _found(whole, slack, parts[0].failing, alone[0], complete=True)
        return
    if prod(len(part.sets) for part in parts) > MOST_TOGETHER:
        best = [sets[0] for sets in alone if sets]
        if len(best) == len(parts) and _fits(slack, _keys(parts), frozenset().union(*best)):
            for part, sets in zip(parts, alone, strict=True):
                yield _found(whole, slack, part.failing, sets, complete=False)
        return
    together = [frozenset[Cell]().union(*one) for one in product(*[part.sets for part in parts])]
    together = [one for one in together if _fits(slack, _keys(parts), one)]
    if together and len(together) == prod(map(len, alone)):
        for part, sets in zip(parts, alone, strict=True):
            yield _found(whole, slack, part.failing, sets, complete=True)
    elif together:
        failing = tuple(sorted(key for part in parts for key in part.failing))
        yield _found(whole, slack, failing, together, complete=True)


def _keys(parts: Sequence[Part]) -> list[Key]:
    return sorted(key for part in parts for key in part.keys)


def _fits(slack: Slack, keys: Iterable[Key], cells: Cells) -> bool:
    """Whether some sums, and all that the cells stand in, can hold when these change."""
    return not isinstance(slack.solved(slack.around(keys, cells), cells), Contradiction)


def _found(whole: General, slack: Slack, failing: tuple[Key, ...], sets: Sequence[Cells], *, complete: bool) -> Found:
    """Some failing sums with sets of cells that explain them, and what these should hold."""
    made = [polished(slack, slack.around(failing, cells), cells) for cells in sets]
    found = whole.found(failing, len(sets[0]), made, whole.limit, complete=complete)
    return found._replace(explanations=tuple([sure(slack, one) for one in found.explanations]))


def _left(failing: Iterable[Key], parts: Sequence[Part]) -> Found:
    """Failing sums whose parts do not fit together: more cells are needed, which ones was not found."""
    least = sum(part.size for part in parts)
    return Found(tuple(sorted(failing)), None, least, complete=False, explanations=())
