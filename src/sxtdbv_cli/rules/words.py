"""What several rules share: hits from failing sums."""

from sxtdbv_cli.model.audit import Balance
from sxtdbv_cli.model.grid import Kind as GridKind
from sxtdbv_cli.model.plan import Cell, Plan
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.model.sums import Kind
from sxtdbv_cli.rules.cells import in_grid, names
from sxtdbv_cli.rules.rule import Hit, Hits, Subject, Text

ADDED = Text(
    "ghi {stated}, cộng lại được {computed}, lệch {gap}", "states {stated}, adds up to {computed}, off by {gap}"
)
"""What is told of a sum over lines, or over columns, that fails."""

UNREAD = Text(
    "; {unread} không chứa số đọc được nên không được cộng vào", "; {unread} holds no figure and was not added"
)
"""Behind the message of a sum with a part that could not be read: that may be all that is wrong with it."""

PASSED = Text("; công thức bỏ qua {passed} vì là chữ", "; the formula passes over {passed}, which is text")
"""Behind that of a formula that would hold if a figure were not stored as text (SX504)."""
_ERRORS = (GridKind.ERROR, GridKind.PENDING)


def sum_hits(subject: Subject, kind: Kind, message: Text) -> Hits:
    """A hit for every failing sum of one kind: stated, computed and gap (stated less computed)."""
    for balance in subject.audit.failing:
        if balance.sum.kind is not kind:
            continue
        hit = balance_hit(subject.plan, balance)._replace(message=message)
        passed = sorted(subject.passed_over.intersection(balance.sum.cells))
        for name, cells, more in (("unread", _unread(subject, balance), UNREAD), ("passed", passed, PASSED)):
            if cells and subject.sheet is not None:
                told = names(subject.sheet, [place for cell in cells if (place := _place(subject, cell)) is not None])
                hit = hit._replace(
                    facts={**hit.facts, name: told}, message=Text(message.vi + more.vi, message.en + more.en)
                )
        yield hit


def _unread(subject: Subject, balance: Balance) -> list[Cell]:
    """The parts of a sum that hold something, but no figure: an error, a word that SX511 tells."""
    sheet, parts = subject.sheet, (*balance.sum.plus, *balance.sum.minus)
    if sheet is None or not balance.blank:
        return []
    told = {doubt.address for doubt in sheet.understanding.doubts if doubt.code == "SX511"}
    places = {cell: _place(subject, cell) for cell in parts if subject.plan.cells[cell] is None}
    return [
        cell
        for cell, place in places.items()
        if place is not None
        and (in_grid(place) in told or ((found := sheet.grid.at(*place)) and found.kind in _ERRORS))
    ]


def _place(subject: Subject, cell: Cell) -> Position | None:
    return None if subject.sheet is None else subject.sheet.cell_of(subject.plan.address(cell))


def balance_hit(plan: Plan, balance: Balance) -> Hit:
    """The hit of one sum that does not hold; the parts that were added up are related."""
    parts = (*balance.sum.plus, *balance.sum.minus)
    return Hit(
        plan.address(balance.sum.whole),
        {"stated": balance.stated, "computed": balance.computed, "gap": balance.gap},
        tuple(plan.address(cell) for cell in parts if plan.cells[cell] is not None),
    )
