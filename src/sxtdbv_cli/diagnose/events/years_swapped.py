"""Two figures of a line stand in each other's column: of the same sum across, or of two that are off by as much."""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._readings import Reading
from sxtdbv_cli.diagnose.events._rows import columns_of, less
from sxtdbv_cli.model.diagnosis import Event, EventKind

MOST_DOUBT = 3


def readings(failures: Failures) -> Iterator[Reading]:
    """The lines of which two figures change places."""
    for parent, row in failures.rows.items():
        columns = columns_of(row)
        if len(columns) != 2:
            continue
        first, second = columns
        for line, by, explained, branch in failures.shifts(parent):
            figures = failures.figures(line)
            right = [*figures]
            right[first], right[second] = figures[second], figures[first]
            if branch or not failures.alike(parent, by, less(figures, right)) or failures.breaks_across(line, by):
                continue
            doubt = failures.typical.odder(line, right, MOST_DOUBT)
            event = Event(EventKind.YEARS_SWAPPED, line, None, columns)
            found = failures.reading(event, explained, failures.changed(line, right), doubt)
            yield found._replace(keys=(*found.keys, *failures.across_less(line, by)))
