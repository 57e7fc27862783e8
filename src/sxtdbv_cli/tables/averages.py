"""Columns of averages or ratios that only their totals tell: each lies between the figures of its lines, and is no sum.

*So với cùng kỳ*, *Đạt*, *Hệ số* in a table whose other columns add up. Known only once the levels are.
"""

from collections.abc import Sequence

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.across import Across
from sxtdbv_cli.tables.across.rule import columns_in
from sxtdbv_cli.tables.columns.taken import BETWEEN, BY_HEADING, Taken
from sxtdbv_cli.tables.entries import Entry, by_parent, weigh
from sxtdbv_cli.tables.tree.structure import Structure

_FEW, _MORE = 2, 3
Group = tuple[Entry, list[Entry]]
"""A line and the lines that are added to it."""


def without_averages(taken: Sequence[Taken], across: Across, found: Structure) -> list[Taken] | None:
    """The columns without those of averages; None where there are none, or nothing else would be left."""
    amounts = [index for index, column in enumerate(taken) if column.use is Use.AMOUNT]
    summed = columns_in(across.rules)
    others = [place for place in range(len(amounts)) if place not in summed]
    groups = groups_of(found) if others else []
    means = [place for place in others if _is_averaged(groups, place, taken[amounts[place]])]
    if not means or not any(adds_up(groups, place, found.tally.step) for place in range(len(amounts))):
        return None
    kept = list(taken)
    for place in means:
        kept[amounts[place]] = taken[amounts[place]]._replace(use=Use.SKIP, why=BETWEEN)
    return kept


def groups_of(found: Structure) -> list[Group]:
    """Each line that has figures and lines below it, with those; the declared total with the lines at the top."""
    wholes = {parent: found.whole(parent) for parent in by_parent(found.parents, found.roles)}
    return [(whole, found.parts(parent)) for parent, whole in wholes.items() if whole is not None and whole.has_figures]


def _stated(group: Group, place: int) -> tuple[int, list[int]] | None:
    """The figures of a group in a column, where they can tell a sum from an average: none below nought, two that
    differ."""
    whole, parts = group
    stated = [figure for part in parts if (figure := part.figures[place]) is not None]
    figure = whole.figures[place]
    if figure is None or len(set(stated)) < _FEW or min(stated) < 0:
        return None
    return figure, stated


def _is_averaged(groups: Sequence[Group], place: int, column: Taken) -> bool:
    """Whether the figure above lies between those below it wherever that can be told, and enough groups say so: one of
    many lines where no heading calls the column amounts, else several."""
    told = [pair for group in groups if (pair := _stated(group, place))]
    sure = len(told) >= _FEW or (column.why != BY_HEADING and any(len(stated) >= _MORE for _, stated in told))
    return sure and all(min(stated) < figure < max(stated) for figure, stated in told)


def adds_up(groups: Sequence[Group], place: int, step: int) -> bool:
    """Whether the sums of a column hold, most of them."""
    holds = fails = 0
    for whole, parts in groups:
        one = weigh(whole, parts, step, column=place)
        holds, fails = holds + one.holds, fails + one.fails
    return holds > fails
