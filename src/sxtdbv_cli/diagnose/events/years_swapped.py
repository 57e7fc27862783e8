"""Two figures of a line stand in each other's column: of the same sum across, or of two that are off by as much.

Where years are sums of sources, two years may have changed places with all that they are made of.
"""

from collections.abc import Iterator
from itertools import combinations

from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._readings import Block, Reading, Row, below, columns_of, less
from sxtdbv_cli.model.diagnosis import Event, EventKind
from sxtdbv_cli.model.plan import Plan

MOST_DOUBT = 3


def readings(failures: Failures) -> Iterator[Reading]:
    """The lines of which two figures, or two years with their sources, change places."""
    for parent, row in failures.rows.items():
        for first, second in _pairs(failures.plan, columns_of(row)):
            yield from _exchanged(failures, parent, first, second)


def _exchanged(failures: Failures, parent: int, first: Block, second: Block) -> Iterator[Reading]:
    """The lines below a line in which some columns have the figures of others, and these have theirs."""
    for line, by, explained, branch in failures.shifts(parent):
        figures = failures.figures(line)
        right = _with_exchanged(figures, first, second)
        if branch or not failures.alike(parent, by, less(figures, right)) or failures.breaks_across(line, by):
            continue
        doubt = failures.typical.odder(line, right, MOST_DOUBT)
        event = Event(EventKind.YEARS_SWAPPED, line, None, (first[0], second[0]))
        found = failures.reading(event, explained, failures.changed(line, right), doubt)
        yield found._replace(keys=(*found.keys, *failures.across_less(line, by)))


def _with_exchanged(figures: Row, first: Block, second: Block) -> Row:
    """A row in which some columns have the figures of others."""
    right = [*figures]
    for one, two in zip(first, second, strict=True):
        right[one], right[two] = figures[two], figures[one]
    return right


def _pairs(plan: Plan, failing: tuple[int, ...]) -> Iterator[tuple[Block, Block]]:
    """Columns that may have changed places where just some columns fail."""
    if len(failing) == 2:
        yield failing[:1], failing[1:]
    elif len(failing) > 2:
        sums = [below(plan, at) for at, column in enumerate(plan.columns) if column.plus]
        for one, two in combinations(sums, 2):
            if len(one) == len(two) and set(one).isdisjoint(two) and {*one, *two}.issuperset(failing):
                yield one, two
