"""Two figures of a line stand in each other's column."""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.events._failures import Failures, Reading, columns_of, less
from sxtdbv_cli.model.diagnosis import Event, EventKind


def readings(failures: Failures) -> Iterator[Reading]:
    """The lines of which two figures change places."""
    for parent, row in failures.rows.items():
        columns = columns_of(row)
        if len(columns) != 2 or not failures.adds_up(parent):
            continue
        first, second = columns
        for line, by, explained, branch in failures.shifts(parent):
            figures = failures.figures(line)
            if not branch and by[first] == -by[second] == figures[first] - figures[second]:
                changes = failures.changed(line, less(figures, by))
                yield failures.reading(Event(EventKind.YEARS_SWAPPED, line, None, columns), explained, changes)
