"""Two figures of a line stand in each other's column."""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._readings import Reading
from sxtdbv_cli.diagnose.events._rows import Row, columns_of, less
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
                right = less(figures, by)
                doubt = _steady(failures.years(figures)) - _steady(failures.years(right))
                event = Event(EventKind.YEARS_SWAPPED, line, None, columns)
                yield failures.reading(event, explained, failures.changed(line, right), doubt)


def _steady(row: Row) -> bool:
    """Whether the figures of a row only rise, or only fall, as those of a steady plan do."""
    return row in (sorted(row), sorted(row, reverse=True))
