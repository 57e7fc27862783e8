"""SX501: a sum that is typed where the sums beside it are formulas."""

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.plan import Cell
from sxtdbv_cli.model.sheet import Sheet
from sxtdbv_cli.model.sums import promised
from sxtdbv_cli.rules.cells import FORMULA, AmountCell, amount_cells
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.NOTE  # that it is not the sum it stands for is an error by itself
TITLE = Text("Số gõ tay giữa các công thức", "A typed figure among formulas")
MESSAGE = Text(
    "số gõ tay, trong khi {formulas:d} ô tổng cùng {where} là công thức; sửa số chi tiết thì ô này không đổi theo",
    "a typed figure where {formulas:d} other sums of its {where} are formulas; it will not follow when a part changes",
)
ROW = Text("dòng", "row")
COLUMN = Text("cột", "column")

FEWEST = 2
"""The formulas that make a typed figure stand out."""
RAREST = 4
"""At most one in so many of the sums of a row or a column is typed there by mistake; more are a habit."""


def check(subject: Subject) -> Hits:
    """Yield a hit for every typed sum whose row or column has formulas in nearly all its sums."""
    sheet = subject.sheet
    if sheet is None or not sheet.grid.has_formulas or next(amount_cells(subject, sheet, FORMULA), None) is None:
        return
    sums = list(amount_cells(subject, sheet, among=_wholes(subject, sheet)))
    rows = _groups(sums, 0)
    columns = _groups(sums, 1)
    for found in sums:
        if found.found.formula is not None or found.found.kind is not Kind.NUMBER:
            continue
        for (size, formulas), where in ((rows[found.position[0]], ROW), (columns[found.position[1]], COLUMN)):
            if formulas >= FEWEST and size - formulas <= max(1, size // RAREST):
                yield Hit(subject.printed.address(found.cell), {"formulas": formulas, "where": where})
                break


def _wholes(subject: Subject, sheet: Sheet) -> set[Cell]:
    """The cells that are sums of others, some of which have a figure.

    A declared total that the table does not itemise in full can be no formula. In a workbook that sxtdbv wrote a figure
    that its parts contradict is none either: it stays as stated.
    """
    cells, audit = subject.printed.cells, subject.as_printed
    kept = audit.unconfirmed + (audit.failing if sheet.understanding.by_form else ())
    incomplete = {balance.sum.whole for balance in kept}
    return {
        promise.whole
        for promise in promised(subject.printed)
        if promise.whole not in incomplete and any(cells[part] is not None for part in (*promise.plus, *promise.minus))
    }


def _groups(sums: list[AmountCell], axis: int) -> dict[int, tuple[int, int]]:
    """How many sums each row (axis 0) or column (axis 1) has, and how many of them are formulas."""
    found: dict[int, tuple[int, int]] = {}
    for cell in sums:
        size, formulas = found.get(cell.position[axis], (0, 0))
        found[cell.position[axis]] = size + 1, formulas + (cell.found.formula is not None)
    return found
