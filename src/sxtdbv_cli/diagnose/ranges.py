"""Within what bounds each cell that an explanation of a rounded table changes may lie, beside other clusters."""

from collections.abc import Collection, Mapping, Sequence

from sxtdbv_cli.diagnose.cells import Found
from sxtdbv_cli.diagnose.hunt import Cells
from sxtdbv_cli.diagnose.intervals import FAR
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.slack import Slack
from sxtdbv_cli.model.diagnosis import Change, Explanation
from sxtdbv_cli.model.plan import Cell


def ranged(slack: Slack, found: Sequence[Found]) -> list[Found]:
    """Clusters with the least and the most that each cell may hold, as far as it takes not too much to know."""
    best = [stated(explanation) for one in found for explanation in one.explanations[:1]]
    owners: dict[Key, set[Cell]] = {}
    for cell in {cell for cells in best for cell in cells}:
        for key, _ in slack.network.sums_of(cell):
            owners.setdefault(key, set()).add(cell)
    told = []
    for one in found:
        own = stated(one.explanations[0]) if one.explanations else frozenset()
        made = [_with_ranges(slack, each, owners, own) for each in one.explanations]
        told.append(one._replace(explanations=tuple(made)))
    return told


def stated(explanation: Explanation) -> Cells:
    """The stated cells that an explanation changes."""
    return frozenset(change.cell for change in explanation.changes if change.stated is not None)


def spanned(slack: Slack, explanation: Explanation, cells: Cells) -> Explanation:
    """An explanation with the least and the most that its cells may hold, where all of some cells may change."""
    fits: dict[Cell, tuple[int, int]] = {}
    try:
        for system in slack.systems(slack.around((), cells), cells):
            fits |= {cell: system.bounds(cell) for cell in system.rows_of}
    except Spent:
        return explanation
    return explanation._replace(changes=tuple([_spanned(one, fits, slack.step) for one in explanation.changes]))


def _with_ranges(
    slack: Slack, explanation: Explanation, owners: Mapping[Key, set[Cell]], own: Collection[Cell]
) -> Explanation:
    return spanned(slack, explanation, _near(slack, stated(explanation), owners, own))


def _near(slack: Slack, cells: Cells, owners: Mapping[Key, set[Cell]], own: Collection[Cell]) -> Cells:
    """Cells with those of other clusters' best explanations that stand in a sum with them, and so on."""
    found, left = set(cells), list(cells)
    while left:
        for key, _ in slack.network.sums_of(left.pop()):
            more = owners.get(key, set()).difference(found, own)
            found |= more
            left += more
    return frozenset(found)


def _spanned(made: Change, fits: Mapping[Cell, tuple[int, int]], step: int) -> Change:
    """A change with the least and the most that fit, where these are several, and not anything."""
    least, most = fits.get(made.cell, (0, 0))
    if least == most or -least > FAR // 2 or most > FAR // 2:
        return made
    before = made.stated or 0
    return made._replace(fits=(before + least * step, before + most * step))
