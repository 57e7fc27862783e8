"""The figures of a line stand in the row of its sibling, too; what the sibling had follows from the sums.

Which of the two is the copy no sum can tell, so both are named, the lower one first. Two lines may also have the same
figures by chance, the likelier the fewer digits it takes to tell these and the more lines there are.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._readings import Reading, Row, Shift, columns_of, less
from sxtdbv_cli.model.diagnosis import Event, EventKind

LEAST_DOUBT, MOST_DOUBT = -2, 8
OFTEN = 1
"""Each time that there are twice as many pairs alike below a line, each tells so much less."""

LEFT = 2
"""For each year: what was written over another figure left it as it was."""

MOST_TWINS = 50
"""Of lines that all have the same figures so many are named: nothing tells which of them it was."""


def readings(failures: Failures) -> Iterator[Reading]:
    """The lines with the figures of a sibling, where other figures would make the sums hold."""
    for parent, row in failures.adding.items():
        pairs = _twins(failures, parent)
        usual = OFTEN * (len(pairs) - 1).bit_length()
        for figures, twins in pairs.items():
            lines = sorted([twin for twin, _ in twins])
            found = [failures.shift(parent, line, weight) for line, weight in twins[:MOST_TWINS]]
            shifts = [shift for shift in found if shift and not shift.branch]
            yield from _restored(failures, shifts, list(figures), lines, usual)
        if failures.uncounted(parent, row):
            figures_ = failures.figures(parent)
            twins_ = [line for line in failures.plan.children[-1] if failures.figures(line) == figures_]
            if len(twins_) > 1:
                yield from _restored(failures, [Shift(parent, row, (parent,))], figures_, twins_)


def _restored(
    failures: Failures, shifts: Iterable[Shift], figures: Row, twins: Sequence[int], usual: int = 0
) -> Iterator[Reading]:
    """Lines as copies of the nearest of those with their figures; most of them would be lower by the same."""
    doubts: dict[tuple[int, ...], int | None] = {}
    for line, by, explained, _ in shifts:
        right, key = less(figures, by), tuple(by)
        if key not in doubts:
            may = (
                min(right) >= -failures.rounding.usually(explained[0])
                and any(right)
                and failures.rounding.adds_across(right, explained[0], ())
            )
            chance = _by_chance(failures, explained[0], figures, right, len(twins)) + _left(failures, figures, by)
            doubts[key] = chance + usual if may else None
        if (doubt := doubts[key]) is not None:
            event = Event(EventKind.ROW_COPIED, line, _nearest(twins, line), columns_of(by))
            yield failures.reading(
                event, explained, failures.changed(line, [max(0, figure) for figure in right]), doubt
            )


def _nearest(twins: Sequence[int], line: int) -> int:
    """The line nearest to one of several, which are in order, the lower number first."""
    at = bisect_left(twins, line)
    return min([*twins[max(0, at - 1) : at], *twins[at + 1 : at + 2]], key=lambda twin: abs(twin - line))


def _by_chance(failures: Failures, parent: int, copy: Row, right: Row, alike: int) -> int:
    """How much likelier it is that lines have the same figures by chance than that one is a copy.

    As numbers of digits: a copy has to say which two lines it is about and what one of them had, but tells why they
    are the same; else it would have to be said what is missing. Where more than two are the same, chance was at work.
    """
    lines = 2 * len(str(len(failures.lowers(parent))))
    more = (
        failures.typical.telling(right)
        - failures.typical.telling(copy)
        - failures.typical.telling(failures.rows[parent])
        + lines
    )
    return max(LEAST_DOUBT, min(MOST_DOUBT, more)) + 2 * (alike - 2).bit_length()


def _left(failures: Failures, figures: Row, by: Row) -> int:
    """How much less likely a copy is that had figures of the other line already."""
    years = zip(failures.typical.years(figures), failures.typical.years(by), strict=True)
    return LEFT * sum(bool(figure) and not moved for figure, moved in years)


def _twins(failures: Failures, parent: int) -> dict[tuple[int, ...], list[tuple[int, int]]]:
    """The lines counted in a line that share their figures with others, by those figures."""
    lowers = failures.lowers(parent)
    amounts = failures.plan.lines.amounts[0]
    often = Counter([amounts[line] for line, _ in lowers])
    found = by_key((tuple(failures.figures(one[0])), one) for one in lowers if often[amounts[one[0]]] > 1)
    return {figures: twins for figures, twins in found.items() if len(twins) > 1 and any(figures)}
