"""A line is in a total once more than it should be, or a partial listing (*trong đó*) was added to it.

The totals further above may have been worked out from the wrong one, or be right up to some line.
"""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.events._failures import Failures, Reading, Row, columns_of, negative
from sxtdbv_cli.model.diagnosis import Event, EventKind
from sxtdbv_cli.model.plan import Role


def readings(failures: Failures) -> Iterator[Reading]:
    """The lines that a total holds once more than it should."""
    for parent, row in failures.rows.items():
        right = next((above for above, sign in failures.above(parent) if _undone(failures, above, row, sign)), None)
        explained = [parent] if right is None else [parent, right]
        columns = columns_of(row)
        amounts = tuple(abs(row[column]) for column in columns)
        for line in _lines(failures, parent, row):
            yield failures.reading(Event(EventKind.COUNTED_TWICE, line, None, columns, amounts), explained)


def _lines(failures: Failures, parent: int, row: Row) -> Iterator[int]:
    """The lines counted in a total that are what it is off by, then the partial listings next to and below them."""
    yield from (line for line, weight in failures.holding(parent, row) if weight > 0)
    yield from (line for line, weight in failures.holding(parent, negative(row)) if weight < 0)
    roles, children = failures.plan.lines.roles, failures.plan.children
    for near in (parent, *[line for line, _ in failures.lowers(parent)]):
        for line in children[near]:
            if roles[line] is Role.OF_WHICH and failures.figures(line) == row:
                yield line


def _undone(failures: Failures, line: int, row: Row, sign: int) -> bool:
    """Whether a line above is off by the same, so that it has the right figures."""
    return failures.rows.get(line) == (negative(row) if sign > 0 else row)
