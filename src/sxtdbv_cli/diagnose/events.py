"""One mistake that is no mistyped cell: readings of a cluster whose failing sums all stand under one line.

A line left out, a line counted twice, two years of a line exchanged, and totals not updated after a change below leave
footings of one parent that are off by a row which itself adds up across. Left out and not updated leave the very same
figures, so both are named: a change in one year looks more like totals not updated, in several like a line left out.
"""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.rank import change
from sxtdbv_cli.model.diagnosis import Cluster, Event, EventKind, Explanation
from sxtdbv_cli.model.plan import NOWHERE, Cell, Plan, Role
from sxtdbv_cli.model.sums import Kind

_WEIGHTS = {Role.PART: 1, Role.DEDUCTION: -1}

Row = list[int]
"""What the footings of one parent are off by (stated less computed), a figure a column."""


def with_events(plan: Plan, cluster: Cluster, trusted: frozenset[Cell]) -> Cluster:
    """A cluster with the readings of one event: first, unless its cells are certain already."""
    if cluster.minimum in (0, 1) or plan.unit.precision > 1:
        return cluster
    readings = _readings(plan, cluster)
    found = tuple(one for one in readings if trusted.isdisjoint(change.cell for change in one.changes))
    certain = cluster.unique and all(one.slip for one in cluster.explanations[0].changes)
    explanations = (*cluster.explanations, *found) if certain else (*found, *cluster.explanations)
    return cluster._replace(explanations=explanations)


def _readings(plan: Plan, cluster: Cluster) -> Iterator[Explanation]:
    places = [plan.position(balance.sum.whole) for balance in cluster.sums]
    parents = {line for line, _ in places}
    if len(parents) != 1 or any(balance.sum.kind not in (Kind.FOOTING, Kind.DECLARED) for balance in cluster.sums):
        return
    parent = parents.pop()
    row = [0] * len(plan.columns)
    for (_, column), balance in zip(places, cluster.sums, strict=True):
        row[column] = balance.gap
    yield from _swapped(plan, parent, row)
    if not _adds_up(plan, row):
        return
    twice = list(_twice(plan, parent, row))
    yield from twice
    above = _not_updated(plan, parent, row)
    one_year = sum(bool(gap) for gap, column in zip(row, plan.columns, strict=True) if not column.plus) == 1
    if above and one_year and not twice:
        yield above
    if min(row) >= 0:
        columns = _columns(row)
        yield Explanation((), Event(EventKind.LEFT_OUT, parent, None, columns, tuple(row[at] for at in columns)))
    if above and (twice or not one_year):
        yield above


def _columns(row: Row) -> tuple[int, ...]:
    return tuple(column for column, gap in enumerate(row) if gap)


def _adds_up(plan: Plan, row: Row) -> bool:
    """Whether a row of gaps is one that a line could have."""
    return all(
        row[at] == sum(row[part] for part in column.plus) - sum(row[part] for part in column.minus)
        for at, column in enumerate(plan.columns)
        if column.plus or column.minus
    )


def _counted(plan: Plan, parent: int) -> Iterator[tuple[int, int]]:
    """The child lines of a line that count, with their weights."""
    for child in plan.children[parent]:
        if weight := _WEIGHTS.get(plan.lines.roles[child]):
            yield child, weight


def _swapped(plan: Plan, parent: int, row: Row) -> Iterator[Explanation]:
    """A child line without lines below it, two of whose figures change places."""
    columns = _columns(row)
    if len(columns) != 2 or row[columns[0]] != -row[columns[1]]:
        return
    first, second = columns
    for child, weight in _counted(plan, parent):
        one, two = (plan.lines.amounts[column][child] for column in columns)
        if one is None or two is None or plan.children[child] or weight * (two - one) != row[first]:
            continue
        changes = (change(plan, plan.cell(child, first), two), change(plan, plan.cell(child, second), one))
        yield Explanation(changes, Event(EventKind.YEARS_SWAPPED, child, None, columns))


def _twice(plan: Plan, parent: int, row: Row) -> Iterator[Explanation]:
    """A child line that the parent holds once more than it should."""
    for child, weight in _counted(plan, parent):
        figures = [weight * (amounts[child] or 0) for amounts in plan.lines.amounts]
        if figures == row:
            columns = _columns(row)
            amounts = tuple(abs(row[at]) for at in columns)
            yield Explanation((), Event(EventKind.COUNTED_TWICE, child, None, columns, amounts))


def _not_updated(plan: Plan, parent: int, row: Row) -> Explanation | None:
    """The line and all lines above it with the change that was made below."""
    changes = []
    line, sign, last = parent, 1, len(plan.lines)
    while line != NOWHERE and sign:
        for column in _columns(row):
            stated = plan.cells[plan.cell(line, column)]
            if stated is not None:
                changes.append(change(plan, plan.cell(line, column), stated - sign * row[column]))
        if line == last:
            break
        sign *= _WEIGHTS.get(plan.lines.roles[line], 0)
        line = plan.lines.parents[line]
        if line == NOWHERE and plan.source.complete:
            line = last
    event = Event(EventKind.PARENTS_NOT_UPDATED, parent, None, _columns(row))
    return Explanation(tuple(sorted(changes)), event) if changes else None
