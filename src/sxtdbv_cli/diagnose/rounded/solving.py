"""The smallest sets of cells that bring all failing sums within rounding, if any was done, and leave no other off.

Failing sums are parted where no cell stands in two parts. Every part needs at least the cells that its own sums need,
whatever becomes of the sums around it. Where sets of just that size leave the others within rounding too, these are the
smallest; parts whose sets reach into the same sums are taken together. A row that is a sum of rows must add up across
by itself here: what is rounded away in each of them adds up.
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from sxtdbv_cli.diagnose.asked import Found
from sxtdbv_cli.diagnose.deeper.general import General
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.rounded.hunt import Cells, Hunt, Sets
from sxtdbv_cli.diagnose.rounded.linking import linked, possible, tried
from sxtdbv_cli.diagnose.rounded.parts import PART_STEPS, Part, bound, parts_of
from sxtdbv_cli.diagnose.rounded.polish import Polish
from sxtdbv_cli.diagnose.rounded.slack import Slack
from sxtdbv_cli.model.diagnosis import Explanation
from sxtdbv_cli.model.plan import Cell

MOST_WHOLE = 12
"""Parts that do not fit as they are and need no more cells than this are searched together."""

MOST_SETS = 200
"""So many sets of several parts together are found."""


class Table(NamedTuple):
    """What is asked of a table, its sums as inequalities, and the values that cells take."""

    whole: General
    slack: Slack
    polish: Polish

    def found(self, failing: Sequence[Key], sets: Sequence[Cells], *, complete: bool) -> Found:
        """Some failing sums with sets of cells that explain them, and what these should hold."""
        made = [self.polish.added(failing, cells) for cells in sets]
        return self.whole.found(tuple(failing), len(sets[0]), made, self.whole.limit, complete=complete)


def solve(whole: General) -> list[Found]:
    """The failing sums in clusters with all their smallest explanations, or with what was proven."""
    slack = Slack(whole.network, whole.trusted, whole.meter)
    try:
        keys = slack.joined([key for key in whole.start if not slack.holds(key)])
    except Spent:
        return [whole.open(whole.failing, 0)]
    if len(keys) > whole.worth and (least := bound(slack, keys)) > whole.worth:
        return [whole.open(whole.failing, least)]
    parts = parts_of(slack, keys, whole.failing)
    try:
        table = Table(whole, slack, Polish(slack))
        return _agreed(table, _fitted(table, keys, parts))
    except Spent:
        return [whole.open(part.failing, part.size) for part in parts]


def values(slack: Slack, failing: Sequence[Key], cells: Cells) -> dict[Cell, int] | None:
    """What must be added to some cells so that all sums hold; None where that is not known to be possible."""
    try:
        return Polish(slack).added(failing, cells) if slack.fits(failing, cells) else None
    except Spent:
        return None


def _fitted(table: Table, keys: Sequence[Key], parts: Sequence[Part]) -> list[Found]:
    """The clusters of all parts; those of parts that do not fit are searched once more, all together."""
    sets = possible([tried(table.slack, part) for part in parts])
    groups = linked(table.slack, parts, sets)
    told: list[Found] = []
    stuck: list[Part] = []
    for group in groups:
        mine = [parts[at] for at in group]
        found = None
        if len(group) == 1:
            fitting = [one.cells for one in sets[group[0]] if one.fits]
            found = table.found(mine[0].failing, fitting, complete=mine[0].complete) if fitting else None
        elif len(groups) > 1:
            found = _together(table, mine)
        told += [found] if found else []
        stuck += () if found else mine
    if not stuck:
        return told
    least = sum(part.size for part in parts)
    if all(part.sets for part in parts):
        smallest, complete = _smallest(table.slack, keys, least, max(least, min(MOST_WHOLE, table.whole.worth)))
        if smallest:
            return [table.found(table.whole.failing, smallest, complete=complete)]
    left = sorted(key for part in stuck for key in part.failing)
    return [*told, table.whole.open(left, sum(part.size for part in stuck))]


def _together(table: Table, parts: Sequence[Part]) -> Found | None:
    """The cluster of parts that are linked: as many cells of each as it needs by itself, if that will do."""
    if not all(part.sets for part in parts):
        return None
    failing = sorted(key for part in parts for key in part.failing)
    keys, size = sorted(key for part in parts for key in part.keys), sum(part.size for part in parts)
    sets, complete = _smallest(table.slack, keys, size, size)
    return table.found(failing, sets, complete=complete) if sets else None


def _smallest(slack: Slack, keys: Sequence[Key], least: int, most: int) -> Sets:
    """The smallest sets for some sums and those around them; none where there are more cells in them than are tried."""
    with suppress(Spent), slack.spending(PART_STEPS):
        hunt = Hunt(slack, keys, beyond=True)
        for size in range(max(least, hunt.least()), most + 1):
            sets = hunt.of_size(size, MOST_SETS)
            if sets.found:
                return sets
    return Sets([], complete=False)


def _agreed(table: Table, found: Sequence[Found]) -> list[Found]:
    """Clusters whose best explanations hold beside each other: other values, where these spoil a sum together."""
    best = [one.explanations[0] for one in found if one.explanations]
    proposed = {change.cell: change.proposed for one in best for change in one.changes}
    if len(best) < 2 or table.slack.held(table.whole.failing, proposed):
        return list(found)
    added = table.polish.added(
        table.whole.failing, frozenset(cell for cell in proposed if table.slack.cells[cell] is not None)
    )
    return [one._replace(explanations=_revalued(table, one.explanations, added)) for one in found]


def _revalued(table: Table, explanations: Sequence[Explanation], added: dict[Cell, int]) -> tuple[Explanation, ...]:
    """Explanations, the first with other values for its cells."""
    first = [
        {change.cell: added[change.cell] for change in one.changes if change.cell in added} for one in explanations[:1]
    ]
    return (*table.whole.explained(first), *explanations[1:])
