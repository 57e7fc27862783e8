"""A line is added once more than it should be: in the figures of a total, or in the list of what the total holds.

A total may hold a line twice, or a partial listing (*trong đó*) beside its parts; the totals further above may have
been worked out from the wrong one, or be right up to some line. Or the total is right, and below it a line is listed
twice, or a partial listing among the parts: then ``other`` is the same line listed before, or the total itself.
"""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._readings import Reading, Row, columns_of, negative
from sxtdbv_cli.model.diagnosis import Event, EventKind
from sxtdbv_cli.model.plan import Role

APART = 4
"""A line that is listed twice stands mostly next to itself: lines farther apart may be the same by chance."""


def readings(failures: Failures) -> Iterator[Reading]:
    """The lines that are once too often in a total, or in its list."""
    for parent, row in failures.rows.items():
        right = failures.right_above(parent, row)
        held = list(_held(failures, parent, row))
        for line in held:
            found = _reading(failures, line, None, row, [parent] if right is None else [parent, right])
            found = found._replace(doubt=found.doubt + (len(held) - 1).bit_length())  # each of them is less likely
            across = failures.across_less(parent, _signed(failures.figures(line), row))
            yield found._replace(keys=(*found.keys, *across)) if across else found
        for line, other, apart in _listed(failures, parent, row):
            found = _reading(failures, line, other, row, [parent])
            yield found._replace(doubt=found.doubt + APART * apart)


def _reading(failures: Failures, line: int, other: int | None, row: Row, explained: list[int]) -> Reading:
    columns = columns_of(row)
    amounts = tuple(abs(row[column]) for column in columns)
    event = Event(EventKind.COUNTED_TWICE, line, other, columns, amounts)
    return failures.reading(event, explained, doubt=_by_chance(failures, explained[0], row))


def _signed(figures: Row, row: Row) -> Row:
    """The figures of a line with the signs of what a total is off by."""
    return [-abs(figure) if off < 0 else abs(figure) for figure, off in zip(figures, row, strict=True)]


def _by_chance(failures: Failures, parent: int, row: Row) -> int:
    """How easily one of many lines has just the figures that a total is off by, where these are of one year or two."""
    if not failures.typical.sparse(row):
        return 0
    return 2 * max(0, 1 + len(str(len(failures.lowers(parent)))) - failures.typical.telling(row))


def _held(failures: Failures, parent: int, row: Row) -> Iterator[int]:
    """The lines counted in a total that are what it is off by, then the partial listings next to and below them."""
    yield from (line for line, weight in failures.holding(parent, row) if weight > 0)
    yield from (line for line, weight in failures.holding(parent, negative(row)) if weight < 0)
    roles, children = failures.plan.lines.roles, failures.plan.children
    for near in (parent, *[line for line, _ in failures.lowers(parent)]):
        for line in children[near]:
            if roles[line] is Role.OF_WHICH and failures.alike(parent, failures.figures(line), row):
                yield line


def _listed(failures: Failures, parent: int, row: Row) -> Iterator[tuple[int, int, bool]]:
    """The lines that a total does not hold, the last first, each with the line before it that has its figures, and
    whether others stand between these."""
    found = [line for line, weight in failures.holding(parent, negative(row)) if weight > 0]
    order = {line: at for at, (line, _) in enumerate(failures.lowers(parent))} if found else {}
    for at in range(len(found) - 1, -1, -1):
        line, other = found[at], (found[at - 1] if at else found[-1]) if len(found) > 1 else parent
        yield line, other, other != parent and order[line] - order[other] != 1
