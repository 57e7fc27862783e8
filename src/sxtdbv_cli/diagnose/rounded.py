"""Rounded tables: the smallest sets of cells that bring all failing sums within rounding, and leave no other off.

Failing sums are parted where no cell stands in two parts. Every part needs at least the cells that its own sums need,
whatever becomes of the sums around it. Where sets of just that size leave the others within rounding too, these are the
smallest; parts whose sets reach into the same sums are taken together. A row that is a sum of rows must add up across
by itself here: what is rounded away in each of them adds up.
"""

from collections.abc import Sequence
from contextlib import suppress

from sxtdbv_cli.diagnose.cells import Found
from sxtdbv_cli.diagnose.general import General
from sxtdbv_cli.diagnose.hunt import Cells, Hunt
from sxtdbv_cli.diagnose.linking import Tried, linked, possible, tried
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.polish import polished, sure
from sxtdbv_cli.diagnose.rounded_parts import PART_STEPS, Part, parts_of
from sxtdbv_cli.diagnose.slack import Slack
from sxtdbv_cli.model.plan import Cell

MOST_WHOLE = 12
"""Parts that do not fit as they are and need no more cells than this are searched together."""

MOST_SETS = 200
"""So many sets of several parts together are found."""


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
        return polished(slack, keys, cells) if slack.fits(failing, cells) else None
    except Spent:
        return None


def _fitted(whole: General, slack: Slack, keys: Sequence[Key], parts: Sequence[Part]) -> list[Found]:
    """The clusters of all parts; those of parts that do not fit are searched once more, all together."""
    try:
        sets = possible([tried(slack, part) for part in parts])
        groups = linked(slack, parts, sets)
    except Spent:
        return [whole.open(part.failing, part.size) for part in parts]
    told: list[Found] = []
    stuck: list[Part] = []
    for group in groups:
        mine = [parts[at] for at in group]
        found = _alone(whole, slack, mine, sets[group[0]]) if len(group) == 1 else _together(whole, slack, mine)
        told += [found] if found else []
        stuck += () if found else mine
    if not stuck:
        return told
    least = sum(part.size for part in parts)
    if all(part.sets for part in parts) and (smallest := _smallest(slack, keys, least)):
        return [_found(whole, slack, tuple(whole.failing), smallest, complete=len(smallest) < MOST_SETS)]
    left = sorted(key for part in stuck for key in part.failing)
    return [*told, whole.open(left, sum(part.size for part in stuck))]


def _alone(whole: General, slack: Slack, parts: Sequence[Part], sets: Sequence[Tried]) -> Found | None:
    """The cluster of a part that no other one has to do with."""
    fitting = [one.cells for one in sets if one.fits]
    return _found(whole, slack, parts[0].failing, fitting, complete=True) if fitting else None


def _together(whole: General, slack: Slack, parts: Sequence[Part]) -> Found | None:
    """The cluster of parts that are linked: as many cells of each as it needs by itself, if that will do."""
    if not all(part.sets for part in parts):
        return None
    failing = tuple(sorted(key for part in parts for key in part.failing))
    keys, size = sorted(key for part in parts for key in part.keys), sum(part.size for part in parts)
    sets = _smallest(slack, keys, size, size)
    return _found(whole, slack, failing, sets, complete=len(sets) < MOST_SETS) if sets else None


def _smallest(slack: Slack, keys: Sequence[Key], least: int, most: int = MOST_WHOLE) -> list[Cells]:
    """The smallest sets for some sums and those around them; none where there are more cells in them than are tried."""
    with suppress(Spent), slack.spending(PART_STEPS):
        hunt = Hunt(slack, keys, beyond=True)
        for size in range(max(least, hunt.least()), most + 1):
            if sets := hunt.of_size(size, MOST_SETS):
                return sets
    return []


def _found(whole: General, slack: Slack, failing: tuple[Key, ...], sets: Sequence[Cells], *, complete: bool) -> Found:
    """Some failing sums with sets of cells that explain them, and what these should hold."""
    made = [polished(slack, slack.around(failing, cells), cells) for cells in sets]
    found = whole.found(failing, len(sets[0]), made, whole.limit, complete=complete)
    return found._replace(explanations=tuple([sure(slack, one) for one in found.explanations]))
