"""What is told of the values in a rounded table: within what bounds each cell may lie, and which slips are certain."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sxtdbv_cli.diagnose.hunt import Cells
from sxtdbv_cli.diagnose.intervals import FAR
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.polish import sure
from sxtdbv_cli.diagnose.slack import Slack
from sxtdbv_cli.model.diagnosis import Change, Cluster, EventKind, Explanation
from sxtdbv_cli.model.plan import Cell

AS_STATED = frozenset({EventKind.YEARS_SWAPPED, EventKind.WRONG_UNIT})
"""What these put right is stated elsewhere, or in another unit: it is that figure or none."""


def ranged(slack: Slack, clusters: Sequence[Cluster]) -> tuple[Cluster, ...]:
    """Clusters with the least and the most that each cell may hold where the best of the other clusters changes too."""
    best = [_stated(one.explanations[0]) if one.explanations else frozenset() for one in clusters]
    owners = _owners(slack, frozenset().union(*best))
    told = []
    for one, own in zip(clusters, best, strict=True):
        made = [_spanned(slack, each, _near(slack, _stated(each), owners, own)) for each in one.explanations]
        told.append(one._replace(explanations=tuple([sure(slack, each) for each in made])))
    return tuple(told)


def _stated(explanation: Explanation) -> Cells:
    """The stated cells that an explanation changes."""
    return frozenset(change.cell for change in explanation.changes if change.stated is not None)


def _owners(slack: Slack, cells: Iterable[Cell]) -> dict[Key, set[Cell]]:
    """Some cells by the sums they stand in, and by those that blank cells join to these."""
    found: dict[Key, set[Cell]] = {}
    for cell in cells:
        for key in _around(slack, cell):
            found.setdefault(key, set()).add(cell)
    return found


def _around(slack: Slack, cell: Cell) -> list[Key]:
    try:
        return slack.around((), (cell,))
    except Spent:
        return [key for key, _ in slack.network.sums_of(cell)]


def _near(slack: Slack, cells: Cells, owners: Mapping[Key, set[Cell]], own: Collection[Cell]) -> Cells:
    """Cells with those of other clusters' best explanations that stand in a sum with them, and so on."""
    found, left = set(cells), list(cells)
    while left:
        for key in _around(slack, left.pop()):
            more = owners.get(key, set()).difference(found, own)
            found |= more
            left += more
    return frozenset(found)


def _spanned(slack: Slack, explanation: Explanation, cells: Cells) -> Explanation:
    """An explanation with the least and the most that its cells may hold, where all of some cells may change."""
    if explanation.event is not None and explanation.event.kind in AS_STATED:
        return explanation
    fits: dict[Cell, tuple[int, int]] = {}
    try:
        for system in slack.systems(slack.around((), cells), cells):
            fits |= {cell: system.bounds(cell) for cell in system.rows_of}
    except Spent:
        return explanation
    return explanation._replace(changes=tuple([_with_range(one, fits, slack.step) for one in explanation.changes]))


def _with_range(made: Change, fits: Mapping[Cell, tuple[int, int]], step: int) -> Change:
    """A change with the least and the most that fit, where these are several, and not anything."""
    least, most = fits.get(made.cell, (0, 0))
    if least == most or -least > FAR // 2 or most > FAR // 2:
        return made
    before = made.stated or 0
    return made._replace(fits=(before + least * step, before + most * step))
