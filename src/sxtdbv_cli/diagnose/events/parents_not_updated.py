"""A figure was changed with the total of its line; the lines above still have what they had."""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.events._failures import Failures, Reading, columns_of
from sxtdbv_cli.diagnose.rank import not_updated
from sxtdbv_cli.model.diagnosis import Event, EventKind


def readings(failures: Failures) -> Iterator[Reading]:
    """The lowest lines not updated, with all lines above them."""
    plan = failures.plan
    for line, row in failures.rows.items():
        if not failures.adds_up(row):
            continue
        changes = [
            not_updated(plan, cell, stated - sign * row[column])
            for above, sign in ((line, 1), *failures.above(line))
            for column in columns_of(row)
            if (stated := plan.cells[cell := plan.cell(above, column)]) is not None
        ]
        if changes:
            event = Event(EventKind.PARENTS_NOT_UPDATED, line, None, columns_of(row))
            yield failures.reading(event, [line], changes)
