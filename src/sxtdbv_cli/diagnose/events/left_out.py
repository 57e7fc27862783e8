"""A line is missing: the line above is off by figures that a line could have, and none of them negative.

It is the likelier, the more what is missing is like the other lines: in as many years, and no smaller.
"""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._readings import Reading, columns_of
from sxtdbv_cli.model.diagnosis import Event, EventKind


def readings(failures: Failures) -> Iterator[Reading]:
    """The parents that lack a child line, with its figures."""
    for line, row in failures.adding.items():
        if min(row) >= 0:
            columns = columns_of(row)
            amounts = tuple(row[column] for column in columns)
            doubt = failures.typical.plain(row) + failures.typical.unlike(row)
            yield failures.reading(Event(EventKind.LEFT_OUT, line, None, columns, amounts), [line], doubt=doubt)
