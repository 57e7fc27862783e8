"""Figures that are stored as text, so that formulas pass over them, where that explains all that fails around them."""

from sxtdbv_cli.model.audit import Audit, rounding, weigh
from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.plan import Cell, Plan
from sxtdbv_cli.model.sheet import Sheet
from sxtdbv_cli.model.sums import Sum, promised


def passed_over(plan: Plan, audit: Audit, sheet: Sheet) -> frozenset[Cell]:
    """The cells that are text and lacking in every sum they are part of: each is a formula, and off by just what such
    cells would add."""
    if not audit.failing or not sheet.grid.has_formulas:
        return frozenset()
    parts = {cell for balance in audit.failing for cell in (*balance.sum.plus, *balance.sum.minus)}
    found = {cell for cell in parts if plan.cells[cell] and (held := _at(plan, sheet, cell)) and held.kind is Kind.TEXT}
    for sum_ in promised(plan) if found else ():
        lacking = found.intersection(sum_.cells[1:])
        if lacking and not _is_explained(plan, sheet, sum_, lacking):
            found -= lacking
    return frozenset(found)


def _is_explained(plan: Plan, sheet: Sheet, sum_: Sum, lacking: set[Cell]) -> bool:
    """Whether a sum is a formula that holds without some of its parts; one with a blank side says nothing."""
    balance, whole = weigh(plan.cells, sum_), _at(plan, sheet, sum_.whole)
    if balance is None:
        return True
    added = sum((plan.cells[cell] or 0) * (-1 if cell in sum_.minus else 1) for cell in lacking)
    holds = abs(balance.gap + added) <= rounding(plan, len(sum_.cells))
    return whole is not None and whole.formula is not None and holds


def _at(plan: Plan, sheet: Sheet, cell: Cell) -> GridCell | None:
    """What stands in the grid in the place of a cell of the plan."""
    position = sheet.cell_of(plan.address(cell))
    return None if position is None else sheet.grid.at(*position)
