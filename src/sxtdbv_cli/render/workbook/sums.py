"""The sums of a plan as formulas of its sheet, and which of them a spreadsheet comes to."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from sxtdbv_cli.model.audit import Balance, tolerance, weigh
from sxtdbv_cli.model.place import cell_name
from sxtdbv_cli.model.plan import Cell, Plan
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.model.sums import Sum, promised
from sxtdbv_cli.render.annex import figure
from sxtdbv_cli.render.workbook.book import storable

MOST_ARGUMENTS = 255
LONGEST = 8000
"""What a spreadsheet allows: the arguments of a function, and (with room for more around it) a formula's characters."""


def addition(plus: Sequence[Position], minus: Sequence[Position], decimals: int) -> str | None:
    """The formula that adds cells and takes others away, without its ``=``; None where it would be too long.

    Where the table has decimals the sum is rounded to them: a spreadsheet adds in binary fractions.
    """
    text = _sum(plus) if plus else ""
    if minus:
        text += f"-{_sum(minus)}"
    if decimals:
        text = f"ROUND({text},{decimals})"
    return text if len(text) <= LONGEST else None


def _sum(cells: Sequence[Position]) -> str:
    """``SUM(C5:C9,C12)``, or the cell alone."""
    spans = list(_spans(cells))
    if len(cells) == 1:
        return spans[0]
    while len(spans) > MOST_ARGUMENTS:
        parts = [spans[start : start + MOST_ARGUMENTS] for start in range(0, len(spans), MOST_ARGUMENTS)]
        spans = [f"SUM({','.join(part)})" for part in parts]
    return f"SUM({','.join(spans)})"


def _spans(cells: Sequence[Position]) -> Iterator[str]:
    """The cells in order, those that follow each other in a row or a column taken together."""
    start = end = cells[0]
    for cell in cells[1:]:
        step = (cell[0] - end[0], cell[1] - end[1])
        along = (int(end[0] > start[0]), int(end[1] > start[1])) if start != end else step
        if step in ((1, 0), (0, 1)) and step == along:
            end = cell
            continue
        yield _span(start, end)
        start = end = cell
    yield _span(start, end)


def _span(start: Position, end: Position) -> str:
    return cell_name(start) if start == end else f"{cell_name(start)}:{cell_name(end)}"


def without_circles(sums: Mapping[Cell, Sum]) -> dict[Cell, Sum]:
    """The cells that can be formulas: none that would lead back to itself (A = B - C where B = A + C)."""
    order = TopologicalSorter({whole: sums.keys() & found.cells[1:] for whole, found in sums.items()})
    with suppress(CycleError):  # up to what leads back it goes all the same
        order.prepare()
    done: dict[Cell, Sum] = {}
    while ready := order.get_ready():
        done |= {cell: sums[cell] for cell in ready}
        order.done(*ready)
    return done


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
