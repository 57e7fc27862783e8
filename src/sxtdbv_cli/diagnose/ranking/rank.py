"""Which of several explanations a person is likelier to have brought about: the lower the cost, the likelier.

A wrong cell costs something by itself, so that one event is likelier than several unrelated cells; how the mistake
was made and what kind of figure it would leave costs more or less: is there a slip that explains it, or is the wrong
figure one that could have been meant, as round as the right one and about as large; is the right figure more like the
others of its row than the wrong one (``usual``).
"""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.ranking.usual import Usual, zeros
from sxtdbv_cli.model.diagnosis import Change, EventKind, Explanation, Slip
from sxtdbv_cli.model.plan import Cell, Plan

CELL, FILLED = 12, 14
"""A wrong cell; a blank that should not be one."""

UNLIKE = 10
"""That a sum of a rounded table misses, where its other sums hold exactly."""

SLIP_COSTS: dict[Slip | None, int] = {
    Slip.ZEROS_ADDED: 0,
    Slip.ZEROS_DROPPED: 0,
    Slip.DIGIT_REPLACED: 1,
    Slip.DIGITS_SWAPPED: 0,
    Slip.DIGIT_ADDED: 1,
    Slip.DIGIT_DROPPED: 1,
    Slip.SIGN: 1,
    Slip.UNIT: 1,
}
NO_SLIP, NEGATIVE = 3, 20
"""A figure that no slip explains (the neighbour's is one by chance as often as not); one less than nothing."""

ODD, LEAST_ODD = (2, 5), -8
"""Quarters of a bit as costs; being odd as it stands makes a figure no likelier than by so much."""

LEAST_CELL = CELL + 1 + LEAST_ODD
"""No wrong cell costs less: it is a known slip, off by one digit, and odd as it stands."""

STEPS_APART, TIMES_APART, QUARTERS = 2, 3, 4
"""Quarters of what a figure costs that no slip explains: for each doubling of the steps it is off by, and each time
that the larger of the two figures is 1.4 times as large."""

MOST_TIMES = 8
"""Sixteen times as large is as far apart as any more."""

EVENT_COSTS = {
    EventKind.YEARS_SWAPPED: 12,
    EventKind.FIGURE_MOVED: 12,
    EventKind.COUNTED_TWICE: 12,
    EventKind.MISPLACED: 12,
    EventKind.WRONG_UNIT: 12,
    EventKind.ROW_COPIED: 14,
    EventKind.PARENTS_NOT_UPDATED: 16,
    EventKind.LEFT_OUT: 17,
}
ONE_FIGURE = 4
"""An event that a single figure speaks for."""

NO_EVIDENCE = 8
"""An event that would explain any single failing sum."""


def event_cost(plan: Plan, explanation: Explanation) -> int:
    """How unlikely the event of an explanation is."""
    return sum(_event_costs(plan, explanation))


def _event_costs(plan: Plan, explanation: Explanation) -> Iterator[int]:
    event = explanation.event
    assert event is not None
    yield EVENT_COSTS[event.kind]
    parts = sum(not plan.columns[column].plus for column in event.columns)
    if len(event.columns) == 1:
        yield NO_EVIDENCE if event.kind in (EventKind.LEFT_OUT, EventKind.PARENTS_NOT_UPDATED) else ONE_FIGURE
    if event.kind is EventKind.ROW_COPIED:
        yield ONE_FIGURE if parts == 1 else 0
        yield abs(event.line - (event.other or 0)) > 1
        yield event.line < (event.other or 0)
    if event.kind is EventKind.MISPLACED and event.other is not None:
        yield event.other < 0
    if any(change.proposed < 0 <= (change.stated or 0) for change in explanation.changes):
        yield NEGATIVE


def change_cost(usual: Usual, change: Change) -> int:
    """How unlikely it is that a cell should have been what is proposed."""
    cell, stated, proposed, made, _ = change
    if stated is None:
        return FILLED + (NEGATIVE if proposed < 0 else 0)
    found = CELL + odder(usual, cell, proposed)
    if made in SLIP_COSTS:
        found += SLIP_COSTS[made] + digits(proposed - stated)
    else:
        found += NO_SLIP + apart(stated, proposed)
    return found + NEGATIVE if proposed < 0 <= stated else found


def apart(stated: int, proposed: int) -> int:
    """How far apart two figures are: in steps of the last digit that either has, and how many times as large one is."""
    step: int = 10 ** min(zeros(stated or proposed), zeros(proposed or stated))
    low, high = abs(stated), abs(proposed)
    if low > high:
        low, high = high, low
    steps = (abs(proposed - stated) // step).bit_length()
    times = (high**2 // max(1, low) ** 2).bit_length() - 1
    return (STEPS_APART * steps + TIMES_APART * min(MOST_TIMES, times)) // QUARTERS


def odder(usual: Usual, cell: Cell, proposed: int) -> int:
    """How much odder the figure that is proposed would be in its row than the one that is stated."""
    return max(LEAST_ODD, (usual.odd(cell, proposed) - usual.odd_stated(cell)) * ODD[0] // ODD[1])


def least_cost(usual: Usual, cell: Cell) -> int:
    """No figure that a stated cell could have been costs less: it is a known slip and not odd, off by one digit."""
    return CELL + 1 + max(LEAST_ODD, -usual.odd_stated(cell) * ODD[0] // ODD[1])


def digits(amount: int) -> int:
    """How many digits an amount has before its closing zeros: the fewer, the rounder."""
    return len(str(abs(amount)).rstrip("0"))
