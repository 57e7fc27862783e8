"""The figures of a line stand in the row of its sibling, too; what the sibling had follows from the sums.

Which of the two is the copy no sum can tell, so both are named, the lower one first. Where many lines have the same
figures as others the reading would fit many of them by chance, and is the less likely.
"""

from collections import Counter
from collections.abc import Iterator

from sxtdbv_cli.diagnose.events._failures import Failures, Reading, Row, Shift, columns_of, less
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.model.diagnosis import Event, EventKind

MOST_DOUBT = 8


def readings(failures: Failures) -> Iterator[Reading]:
    """The lines with the figures of a sibling, where other figures would make the sums hold."""
    found: dict[tuple[Key, ...], list[Reading]] = {}
    for reading in _anywhere(failures):
        found.setdefault(reading.keys, []).append(reading)
    for rivals in found.values():
        doubt = max(0, min(MOST_DOUBT, len(rivals) - 2))
        yield from (reading._replace(doubt=doubt) for reading in rivals)


def _anywhere(failures: Failures) -> Iterator[Reading]:
    for parent, row in failures.rows.items():
        if not failures.adds_up(parent):
            continue
        for figures, twins in _twins(failures, parent).items():
            for line, weight in twins:
                shift = failures.shift(parent, line, weight)
                if shift and not shift.branch:
                    yield from _restored(failures, shift, list(figures), [twin for twin, _ in twins])


def _restored(failures: Failures, shift: Shift, figures: Row, twins: list[int]) -> Iterator[Reading]:
    """A line as a copy of the nearest of the lines with its figures."""
    line, by, explained, _ = shift
    right = less(figures, by)
    if min(right) >= 0 and any(right) and failures.adds_across(right):
        other = min((twin for twin in twins if twin != line), key=lambda twin: (abs(twin - line), twin))
        event = Event(EventKind.ROW_COPIED, line, other, columns_of(by))
        yield failures.reading(event, explained, failures.changed(line, right))


def _twins(failures: Failures, parent: int) -> dict[tuple[int, ...], list[tuple[int, int]]]:
    """The lines counted in a line that share their figures with others, by those figures."""
    lowers = failures.lowers(parent)
    amounts = failures.plan.lines.amounts[0]
    often = Counter([amounts[line] for line, _ in lowers])
    found: dict[tuple[int, ...], list[tuple[int, int]]] = {}
    for lower in lowers:
        if often[amounts[lower[0]]] > 1:
            found.setdefault(tuple(failures.figures(lower[0])), []).append(lower)
    return {figures: twins for figures, twins in found.items() if len(twins) > 1 and any(figures)}
