"""The figures of a line stand in the row of its sibling, too; what the sibling had follows from the sums.

Which of the two is the copy no sum can tell, so both are named, the lower one first. Where many lines have the same
figures as others the reading would fit many of them by chance, and is the less likely.
"""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.events._failures import Failures, Reading, columns_of, less
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
    twins: dict[int, dict[tuple[int, ...], list[int]]] = {}
    for line, by, explained, branch in failures.shifts():
        upper = failures.upper(line)
        if branch or upper is None or not failures.adds_up(by):
            continue
        figures = failures.figures(line)
        right = less(figures, by)
        if min(right) < 0 or not any(right) or not any(figures):
            continue
        if upper[0] not in twins:
            twins[upper[0]] = _twins(failures, upper[0])
        for other in _nearest(line, twins[upper[0]][tuple(figures)]):
            changes = failures.changed(line, right)
            yield failures.reading(Event(EventKind.ROW_COPIED, line, other, columns_of(by)), explained, changes)


def _twins(failures: Failures, parent: int) -> dict[tuple[int, ...], list[int]]:
    """The lines counted in a line, by their figures."""
    found: dict[tuple[int, ...], list[int]] = {}
    for line, _ in failures.lowers(parent):
        found.setdefault(tuple(failures.figures(line)), []).append(line)
    return found


def _nearest(line: int, same: list[int]) -> list[int]:
    """The nearest of the lines with the same figures."""
    others = [other for other in same if other != line]
    return [min(others, key=lambda other: (abs(other - line), other))] if others else []
