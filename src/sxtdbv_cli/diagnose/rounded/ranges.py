"""What is told of the values in a rounded table: within what bounds each cell may lie, and which slips are certain."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.rounded.hunt import Cells
from sxtdbv_cli.diagnose.rounded.intervals import FAR
from sxtdbv_cli.diagnose.rounded.polish import Moves, sure
from sxtdbv_cli.diagnose.rounded.slack import Slack
from sxtdbv_cli.model.diagnosis import Change, Cluster, EventKind, Explanation
from sxtdbv_cli.model.plan import Cell

AS_STATED = frozenset({EventKind.YEARS_SWAPPED, EventKind.WRONG_UNIT})
"""What these put right is stated elsewhere, or in another unit: it is that figure or none."""

FIRST_STEPS, OTHER_STEPS = 2_000, 200
"""What may be spent on the ranges of the best explanations, and on those of all others."""


def ranged(slack: Slack, clusters: Sequence[Cluster]) -> tuple[Cluster, ...]:
    """Clusters with the least and the most that each cell may hold where the best of the other clusters changes too."""
    best = [_stated(one.explanations[0]) if one.explanations else frozenset() for one in clusters]
    owners = _owners(slack, frozenset().union(*best))
    near = [
        [_near(slack, _stated(each), owners, own) for each in one.explanations]
        for one, own in zip(clusters, best, strict=True)
    ]
    with slack.spending(FIRST_STEPS):
        first = [_spanned(slack, one.explanations[:1], cells[:1]) for one, cells in zip(clusters, near, strict=True)]
    with slack.spending(OTHER_STEPS):
        rest = [_spanned(slack, one.explanations[1:], cells[1:]) for one, cells in zip(clusters, near, strict=True)]
    pairs = zip(clusters, first, rest, strict=True)
    return tuple([one._replace(explanations=(*leading, *others)) for one, leading, others in pairs])


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
        return sorted(slack.reach(cell))
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


def _spanned(slack: Slack, explanations: Sequence[Explanation], near: Sequence[Cells]) -> list[Explanation]:
    """Explanations with the least and the most that their cells may hold where some cells may change."""
    return [sure(slack, _one_spanned(slack, one, cells)) for one, cells in zip(explanations, near, strict=True)]


def _one_spanned(slack: Slack, explanation: Explanation, cells: Cells) -> Explanation:
    if explanation.event is not None and explanation.event.kind in AS_STATED:
        return explanation
    fits: dict[Cell, tuple[int, int]] = {}
    known = True
    try:
        slack.meter.check()
        for system in slack.systems((), cells):
            fits |= {cell: system.bounds(cell, slack.meter) for cell in system.rows_of}
    except Spent:
        fits, known = _beside(slack, explanation), False
    changes = [_with_range(one, fits, slack.step, known=known) for one in explanation.changes]
    return explanation._replace(changes=tuple(changes))


def _beside(slack: Slack, explanation: Explanation) -> dict[Cell, tuple[int, int]]:
    """The least and the most by which each cell may change where the others have what is proposed for them."""
    changes = [change for change in explanation.changes if slack.network.sums_of(change.cell)]
    moves = Moves.made(slack, changes)
    steps, rooms = moves.steps, {cell: moves.rooms(cell) for cell in moves.steps}
    ends = {cell: (max(one.least for one in found), min(one.most for one in found)) for cell, found in rooms.items()}
    return {cell: (least, most) for cell, (least, most) in ends.items() if least <= steps[cell] <= most}


def _with_range(made: Change, fits: Mapping[Cell, tuple[int, int]], step: int, *, known: bool) -> Change:
    """A change with the least and the most that fit, where these are several, or may be, and not anything."""
    if made.cell not in fits:
        return made
    least, most = fits[made.cell]
    if (known and least == most) or -least > FAR // 2 or most > FAR // 2:
        return made
    before = made.stated or 0
    return made._replace(fits=(before + least * step, before + most * step))
