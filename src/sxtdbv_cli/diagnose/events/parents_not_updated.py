"""A figure was changed with the total of its line; the lines above still have what they had, all or up to some line."""

from collections.abc import Iterator
from itertools import takewhile

from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._readings import Reading
from sxtdbv_cli.diagnose.events._rows import Row, columns_of
from sxtdbv_cli.diagnose.rank import not_updated
from sxtdbv_cli.model.diagnosis import Event, EventKind

TWO_YEARS, MORE_YEARS = 3, 8
"""Figures are mostly changed in one year at a time."""


def readings(failures: Failures) -> Iterator[Reading]:
    """The lowest lines not updated, with the lines above them up to one that was."""
    plan = failures.plan
    for line, row in failures.rows.items():
        if not failures.adds_up(line):
            continue
        updated = failures.right_above(line, row)
        changes = [
            not_updated(plan, cell, stated - sign * row[column])
            for above, sign in _stale(failures, line, updated)
            for column in columns_of(row)
            if (stated := plan.cells[cell := plan.cell(above, column)]) is not None
        ]
        if changes:
            event = Event(EventKind.PARENTS_NOT_UPDATED, line, updated, columns_of(row))
            doubt = _in_years(failures, row)
            yield failures.reading(event, [line] if updated is None else [line, updated], changes, doubt)


def _in_years(failures: Failures, row: Row) -> int:
    """What it costs that totals are out of date in so many years."""
    years = sum(map(bool, failures.typical.years(row)))
    return MORE_YEARS if years > 2 else failures.typical.plain(row) + (TWO_YEARS if years == 2 else 0)


def _stale(failures: Failures, line: int, updated: int | None) -> Iterator[tuple[int, int]]:
    """A line and those above it, with the weight of the line in each, as far as they were not updated."""
    above = ((line, 1), *failures.above(line))
    yield from takewhile(lambda one: one[0] != updated, above)
