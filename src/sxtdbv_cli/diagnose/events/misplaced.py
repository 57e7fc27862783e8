"""A line stands under another parent than the one whose total counts it."""

from collections.abc import Iterator

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._readings import Reading, Row, columns_of, negative
from sxtdbv_cli.model.diagnosis import Event, EventKind
from sxtdbv_cli.model.plan import NOWHERE


def readings(failures: Failures) -> Iterator[Reading]:
    """The lines that one parent does not count and another does."""
    missing = by_key((tuple(row), line) for line, row in failures.rows.items())
    for parent, row in failures.rows.items():
        for line in _uncounted(failures, parent, row):
            figures = failures.figures(line)
            lacking = [*missing.get(tuple(figures), ()), *_nearly(failures, figures)]
            homes = [(home, [parent, home]) for home in lacking] or [(home, [parent]) for home in _unheld(failures)]
            for home, explained in homes:
                if home not in (line, parent) and not _below(failures, home, line):
                    yield _reading(failures, line, home, explained)
    if not failures.network.declares:
        yield from _at_the_top(failures)


def _nearly(failures: Failures, figures: Row) -> Iterator[int]:
    """The lines that lack some figures as far as can be seen: they do not state all of theirs, or rounded ones."""
    for line in failures.rows if failures.plan.unit.precision > 1 else failures.unseen:
        row = failures.rows[line]
        if row != figures and failures.alike(line, row, figures):
            yield line


def _reading(failures: Failures, line: int, home: int, explained: list[int]) -> Reading:
    columns = columns_of(failures.figures(line))
    amounts = tuple(filter(None, failures.figures(line)))
    return failures.reading(Event(EventKind.MISPLACED, line, home, columns, amounts), explained)


def _uncounted(failures: Failures, parent: int, row: Row) -> Iterator[int]:
    """The lines below a parent that its total does not hold."""
    yield from (line for line, weight in failures.holding(parent, negative(row)) if weight > 0)
    yield from (line for line, weight in failures.holding(parent, row) if weight < 0)


def _unheld(failures: Failures) -> Iterator[int]:
    """Where a line may stand without any sum that would show it: among others at the top, if no total is declared."""
    if not failures.network.declares and len(failures.plan.children[-1]) > 1:
        yield NOWHERE


def _at_the_top(failures: Failures) -> Iterator[Reading]:
    """The lines at the top that a total below counts, where no sum says what stands at the top."""
    alike = by_key((tuple(failures.figures(line)), line) for line in failures.plan.children[-1])
    for home, row in failures.rows.items():
        for line in alike.get(tuple(row), ()):
            if line != home and not _below(failures, home, line):
                yield _reading(failures, line, home, [home])


def _below(failures: Failures, line: int, top: int) -> bool:
    """Whether a line stands below another."""
    parents = failures.plan.lines.parents
    while 0 <= line < len(parents):
        line = parents[line]
        if line == top:
            return True
    return False
