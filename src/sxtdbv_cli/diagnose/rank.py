"""Which of several explanations a person is likelier to have brought about: the lower the cost, the likelier.

A wrong cell costs something by itself, so that one event is likelier than several unrelated cells; how the mistake
was made and what kind of figure it would leave costs more or less. In that order: is there a slip that explains it; is
the right figure more like the others of its row than the wrong one (``usual``); how many digits has the difference.
"""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.slips import slip
from sxtdbv_cli.diagnose.usual import Usual
from sxtdbv_cli.model.diagnosis import Change, EventKind, Explanation, Slip
from sxtdbv_cli.model.plan import Amount, Cell, Plan

CELL, FILLED = 12, 14
"""A wrong cell; a blank that should not be one."""

SLIP_COSTS = {
    Slip.ZEROS_ADDED: 0,
    Slip.ZEROS_DROPPED: 0,
    Slip.DIGIT_REPLACED: 1,
    Slip.DIGITS_SWAPPED: 0,
    Slip.DIGIT_ADDED: 1,
    Slip.DIGIT_DROPPED: 1,
    Slip.SIGN: 1,
    Slip.UNIT: 1,
    Slip.NEIGHBOUR: 8,
    Slip.NOT_UPDATED: 8,
}
NO_SLIP, NEGATIVE = 5, 20
ODD, MOST_ODD = (3, 20), 12
"""Quarters of a bit as costs; a figure never costs more, or less, for being odd."""
ODD, MOST_ODD = (3, 20), 12
"""Quarters of a bit as costs; a figure never costs more, or less, for being odd."""

EVENT_COSTS = {
    EventKind.YEARS_SWAPPED: 12,
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


def change(plan: Plan, cell: Cell, proposed: int) -> Change:
    """A change with the slip that explains it."""
    stated = plan.cells[cell]
    return Change(cell, stated, proposed, slip(stated, proposed, neighbours(plan, cell)))


def not_updated(plan: Plan, cell: Cell, proposed: int) -> Change:
    """A change of a total that was not updated."""
    found = change(plan, cell, proposed)
    return found._replace(slip=found.slip or Slip.NOT_UPDATED)


def neighbours(plan: Plan, cell: Cell) -> Iterator[Amount]:
    """The figures left and right of a cell, above and below it."""
    cells, rows = plan.cells, len(plan.lines) + 1
    line = cell % rows
    if cell >= rows:
        yield cells[cell - rows]
    if cell + rows < len(cells):
        yield cells[cell + rows]
    if 0 < line < rows - 1:
        yield cells[cell - 1]
    if line < rows - 2:
        yield cells[cell + 1]


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
    if change.stated is None:
        return FILLED + (NEGATIVE if change.proposed < 0 else 0)
    found = CELL + (NO_SLIP if change.slip is None else SLIP_COSTS[change.slip])
    if change.proposed < 0 <= change.stated:
        found += NEGATIVE
    return found + digits(change.proposed - change.stated) + odder(usual, change)


def odder(usual: Usual, change: Change) -> int:
    """How much odder the figure that is proposed would be in its row than the one that is stated."""
    more = usual.odd(change.cell, change.proposed) - usual.odd_stated(change.cell)
    return max(-MOST_ODD, min(MOST_ODD, more * ODD[0] // ODD[1]))


def least_cost(usual: Usual, cell: Cell) -> int:
    """No figure that a stated cell could have been costs less: it is a known slip and not odd, off by one digit."""
    return CELL + 1 + max(-MOST_ODD, -usual.odd_stated(cell) * ODD[0] // ODD[1])


def digits(amount: int) -> int:
    """How many digits an amount has before its closing zeros: the fewer, the rounder."""
    return len(str(abs(amount)).rstrip("0"))
