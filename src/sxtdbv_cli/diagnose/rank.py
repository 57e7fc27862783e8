"""Which of several explanations a person is likelier to have brought about: the lower the cost, the likelier."""

from collections.abc import Iterable, Sequence

from sxtdbv_cli.diagnose.slips import slip
from sxtdbv_cli.model.diagnosis import Change, Slip
from sxtdbv_cli.model.plan import Cell, Plan

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
NO_SLIP, NEGATIVE, LESS_ROUND, NOTHING = 12, 20, 2, 3


def change(plan: Plan, cell: Cell, proposed: int) -> Change:
    """A change with the slip that explains it."""
    stated = plan.cells[cell]
    return Change(cell, stated, proposed, slip(stated, proposed, neighbours(plan, cell)))


def neighbours(plan: Plan, cell: Cell) -> list[int]:
    """The stated figures left and right of a cell, above and below it."""
    line, column = plan.position(cell)
    found = [plan.cells[plan.cell(line, other)] for other in (column - 1, column + 1) if 0 <= other < len(plan.columns)]
    if line < len(plan.lines):
        found += [
            plan.cells[plan.cell(other, column)] for other in (line - 1, line + 1) if 0 <= other < len(plan.lines)
        ]
    return [amount for amount in found if amount is not None]


def cost(plan: Plan, changes: Iterable[Change]) -> int:
    """How unlikely a set of changes is: the slips, then negative, odd and vanishing figures."""
    return sum(_cost(plan, change) for change in changes)


def _cost(plan: Plan, change: Change) -> int:
    if change.stated is None:
        return NEGATIVE if change.proposed < 0 else 0
    found = NO_SLIP if change.slip is None else SLIP_COSTS[change.slip]
    if change.proposed < 0 <= change.stated:
        found += NEGATIVE
    if change.proposed == 0:
        found += NOTHING
    usual = digits(change.stated)
    found += LESS_ROUND * max(0, digits(change.proposed) - usual)
    return found - (change.proposed in _row(plan, change.cell))


def digits(amount: int) -> int:
    """How many digits an amount has before its closing zeros: the fewer, the rounder."""
    return len(str(abs(amount)).rstrip("0"))


def _row(plan: Plan, cell: Cell) -> Sequence[int | None]:
    """The other figures of a cell's line, the years that it might agree with."""
    line, column = plan.position(cell)
    return [plan.cells[plan.cell(line, other)] for other in range(len(plan.columns)) if other != column]
