"""What the sums of a table confirm: a figure that is added, and comes out, is neither misread nor out of place."""

from collections.abc import Collection

from sxtdbv_cli.model.plan import Cell
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.model.sums import Kind, promised

DOWN = (Kind.FOOTING, Kind.DECLARED)


def confirmed(subject: Subject, cells: Collection[Cell], *, typed: bool = False, down: bool = False) -> frozenset[Cell]:
    """Those of some cells that are in a sum that holds and in none that fails; with ``down`` in one over lines.

    With ``typed`` a total that a formula calculates confirms nothing: it holds whatever is typed above it.
    """
    plan, sheet = subject.plan, subject.sheet
    wanted = frozenset(cells)
    fails = {balance.sum for balance in (*subject.audit.failing, *subject.audit.unconfirmed)}
    held: set[Cell] = set()
    for sum_ in promised(plan) if wanted else ():
        if (
            wanted.isdisjoint(sum_.cells)
            or sum_ in fails
            or plan.cells[sum_.whole] is None
            or (down and sum_.kind not in DOWN)
        ):
            continue
        place = sheet.cell_of(plan.address(sum_.whole)) if sheet is not None and typed else None
        cell = sheet.grid.at(*place) if sheet is not None and place is not None else None
        if cell is None or cell.formula is None:
            held.update(sum_.cells)
    return wanted & held.difference(*(sum_.cells for sum_ in fails))
