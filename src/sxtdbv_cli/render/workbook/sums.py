"""Which cells of the annex are formulas, and the differences that stand beside it."""

from typing import NamedTuple

from sxtdbv_cli.model.audit import Balance, tolerance, weigh
from sxtdbv_cli.model.plan import Cell, Plan
from sxtdbv_cli.model.sums import Sum, promised
from sxtdbv_cli.render.annex import figure
from sxtdbv_cli.render.workbook.book import storable
from sxtdbv_cli.render.workbook.formulas import without_circles


class Check(NamedTuple):
    """A sum with figures on both sides: its difference stands in a column of its own. ``down`` or across;
    ``wrong`` is more than rounding."""

    balance: Balance
    down: bool
    column: int
    wrong: bool


class Sums(NamedTuple):
    """``live`` are the cells that are formulas (every sum that says what they are holds), ``checks`` the sums
    that a spreadsheet can add, ``wrong`` the cells that a sum contradicts."""

    live: dict[Cell, Sum]
    checks: tuple[Check, ...]
    wrong: frozenset[Cell]


def sums_of(plan: Plan) -> Sums:
    """The sums of a plan as a workbook shows them.

    A figure of more digits than a spreadsheet keeps stands there as text, which no formula can add.
    """
    exact = [amount is None or storable(figure(amount, plan.unit)) for amount in plan.cells]
    weighed = [_check(plan, balance) for sum_ in promised(plan) if (balance := weigh(plan.cells, sum_)) is not None]
    checks = tuple(check for check in weighed if all(exact[cell] for cell in check.balance.sum.cells))
    differing = {check.balance.sum.whole for check in weighed if check.balance.gap}
    live: dict[Cell, Sum] = {}
    for check in sorted(checks, key=lambda check: not check.down):  # the lines below before the columns beside
        whole = check.balance.sum.whole
        if whole not in differing:
            live.setdefault(whole, check.balance.sum)
    wrong = frozenset(check.balance.sum.whole for check in weighed if check.wrong)
    return Sums(without_circles(live), checks, wrong)


def _check(plan: Plan, balance: Balance) -> Check:
    line, column = plan.position(balance.sum.whole)
    down = plan.position(balance.sum.cells[1])[0] != line
    return Check(balance, down, column, abs(balance.gap) > tolerance(plan, balance.sum))
