"""A line is in a total once more than it should be, or a partial listing (*trong đó*) was added to it.

The totals further above may have been worked out from the wrong one, or be right up to some line.
"""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.events._failures import Failures, Reading, columns_of
from sxtdbv_cli.model.diagnosis import Event, EventKind
from sxtdbv_cli.model.plan import Role


def readings(failures: Failures) -> Iterator[Reading]:
    """The lines that a total holds once more than it should."""
    for parent, row in failures.rows.items():
        column = next(column for column, gap in enumerate(row) if gap)
        figures = failures.plan.lines.amounts[column]
        right = next((above for above, sign in failures.above(parent) if _undone(failures, above, row, sign)), None)
        explained = [parent] if right is None else [parent, right]
        for line, weight in _candidates(failures, parent):
            if weight * (figures[line] or 0) == row[column] and _same(failures.figures(line), row, weight):
                columns = columns_of(row)
                amounts = tuple(abs(row[column]) for column in columns)
                yield failures.reading(Event(EventKind.COUNTED_TWICE, line, None, columns, amounts), explained)


def _candidates(failures: Failures, parent: int) -> Iterator[tuple[int, int]]:
    """The lines counted in a total, then the partial listings next to and below them."""
    yield from failures.lowers(parent)
    roles, children = failures.plan.lines.roles, failures.plan.children
    for near in (parent, *[line for line, _ in failures.lowers(parent)]):
        for line in children[near]:
            if roles[line] is Role.OF_WHICH:
                yield line, 1


def _same(figures: list[int], row: list[int], weight: int) -> bool:
    return all(weight * figure == gap for figure, gap in zip(figures, row, strict=True))


def _undone(failures: Failures, line: int, row: list[int], sign: int) -> bool:
    """Whether a line above is off by the same, so that it has the right figures."""
    return line in failures.rows and _same(failures.rows[line], row, -sign)
