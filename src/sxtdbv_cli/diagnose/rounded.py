"""Rounded tables: the smallest sets of cells that bring all failing sums within rounding, and leave no other off.

Failing sums are parted where no cell stands in two parts. Every part needs at least the cells that its own sums need,
whatever becomes of the sums around it. Where sets of just that size leave the others within rounding too, these are the
smallest; parts whose sets reach into the same sums are taken together. A row that is a sum of rows must add up across
by itself here: what is rounded away in each of them adds up.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from itertools import product
from math import prod

from sxtdbv_cli.diagnose.cells import Found
from sxtdbv_cli.diagnose.general import General
from sxtdbv_cli.diagnose.intervals import Contradiction
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.polish import polished, sure
from sxtdbv_cli.diagnose.rounded_parts import PART_STEPS, Cells, Part, linked, parts_of
from sxtdbv_cli.diagnose.slack import Slack
from sxtdbv_cli.model.plan import Cell

MOST_WHOLE = 6
"""Parts that do not fit as they are and need fewer cells than this are searched all together."""

MOST_TOGETHER = 1_000
"""Of so many sets of several parts together it is looked which fit."""


def solve(whole: General) -> list[Found]:
    """The failing sums in clusters with all their smallest explanations, or with what was proven."""
    slack = Slack(whole.network, whole.trusted, whole.meter)
    try:
        keys = slack.joined([key for key in whole.start if not slack.holds(key)])
    except Spent:
        return [whole.open(whole.failing, 0)]
    return _fitted(whole, slack, keys, parts_of(slack, keys, whole.failing))


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
    for group in linked(slack, parts):
        found = _told(whole, slack, group)
        told += found
        stuck += () if found else group
    least = sum(part.size for part in parts)
    if stuck and (sets := _together(slack, keys, least)):
        return [_found(whole, slack, tuple(whole.failing), sets, complete=True)]
    left = [key for part in stuck for key in part.failing]
    return [*told, whole.open(sorted(left), sum(part.size for part in stuck))] if stuck else told


def _together(slack: Slack, keys: Sequence[Key], least: int) -> list[Cells]:
    """All smallest sets for some sums and those around them; none where there are more cells in them than are tried."""
    with suppress(Spent), slack.spending(PART_STEPS):
        for size in range(least, MOST_WHOLE + 1):
            if sets := slack.of_size(keys, size, beyond=True):
                return sets
    return []


def _told(whole: General, slack: Slack, parts: Sequence[Part]) -> list[Found]:
    """The clusters of parts that are linked: each part by itself where its sets need no other part; or none."""
    if not all(part.sets for part in parts):
        return []
    with suppress(Spent), slack.spending(PART_STEPS):
        alone = [[one for one in part.sets if _fits(slack, part.keys, one)] for part in parts]
        each = partial(_each, whole, slack, parts, alone)
        if len(parts) == 1:
            return each(complete=True) if alone[0] else []
        if prod(len(part.sets) for part in parts) > MOST_TOGETHER:
            best = [sets[0] for sets in alone if sets]
            fits = len(best) == len(parts) and _fits(slack, _keys(parts), frozenset().union(*best))
            return each(complete=False) if fits else []
        sets = [frozenset[Cell]().union(*one) for one in product(*[part.sets for part in parts])]
        together = [one for one in sets if _fits(slack, _keys(parts), one)]
        if len(together) == prod(map(len, alone)):
            return each(complete=True) if together else []
        failing = tuple(sorted(key for part in parts for key in part.failing))
        return [_found(whole, slack, failing, together, complete=True)] if together else []
    return []


def _each(
    whole: General, slack: Slack, parts: Sequence[Part], sets: Sequence[list[Cells]], *, complete: bool
) -> list[Found]:
    """The clusters of parts that are explained one by one."""
    pairs = zip(parts, sets, strict=True)
    return [_found(whole, slack, part.failing, one, complete=complete) for part, one in pairs]


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
