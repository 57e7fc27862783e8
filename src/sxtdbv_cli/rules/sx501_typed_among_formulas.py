"""SX501: a sum that is typed where the sums beside it are formulas, or any figure where its column works it out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from sxtdbv_cli.model.audit import weigh
from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.place import column_number
from sxtdbv_cli.model.plan import Cell
from sxtdbv_cli.model.sheet import Position, Sheet
from sxtdbv_cli.model.sums import promised
from sxtdbv_cli.rules.cells import FORMULA, Addresses, AmountCell, amount_cells
from sxtdbv_cli.rules.formulas.alike import link_of, relative
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text
from sxtdbv_cli.text.saying import Late

SEVERITY = Severity.NOTE  # that it is not the sum it stands for is an error by itself
TITLE = Text("Số gõ tay giữa các công thức", "A typed figure among formulas")
MESSAGE = Text(
    "số gõ tay, trong khi {formulas:d} ô tổng cùng {where} là công thức; sửa số chi tiết thì ô này không đổi theo",
    "a typed figure where {formulas:d} other sums of its {where} are formulas; it will not follow when a part changes",
)
IN_COLUMN = Text(
    "số gõ tay, trong khi {formulas:d} ô khác của cột là cùng một công thức; sửa các ô mà công thức ấy dùng thì ô này "
    "không đổi theo",
    "a typed figure where {formulas:d} other cells of its column are the same formula; it will not follow what that "
    "one uses",
)
LINKED = Text(
    "số gõ tay, trong khi {formulas:d} ô khác của cột lấy từ trang khác; sửa ở trang ấy thì ô này không đổi theo",
    "a typed figure where {formulas:d} other cells of its column are taken from other sheets; it will not follow these",
)
ROW = Text("dòng", "row")
COLUMN = Text("cột", "column")

FEWEST = 2
"""The formulas that make a typed figure stand out."""
RAREST = 4
"""At most one in so many of the sums of a row or a column is typed there by mistake; more are a habit."""


ALIKE = 3
"""So many cells that are the same formula show what their column works out."""
FIRST = 100
"""So many lines show whether a column is mostly worked out."""
_OF_SHEET = Late(r"(?<!!)R\[0\]C(?:\[(-?\d+)\]|([A-Z]+))").findall
"""The columns that a formula uses in its own row of its own sheet: how far to the right they are, or their letters."""


def check(subject: Subject) -> Hits:
    """Yield a hit for every typed sum whose row or column has formulas in nearly all its sums, and for every figure
    that nearly all other cells of its column, of lines without child lines, work out from cells that it has beside it,
    too."""
    sheet = subject.sheet
    if sheet is None or not sheet.grid.has_formulas or next(amount_cells(subject, sheet, FORMULA), None) is None:
        return
    told: set[Position] = set()
    sums = list(amount_cells(subject, sheet, among=_wholes(subject, sheet)))
    rows = _groups(sums, 0)
    columns = _groups(sums, 1)
    for found in sums:
        if found.found.formula is not None or subject.printed.cells[found.cell] is None:
            continue
        for (size, formulas), where in ((rows[found.position[0]], ROW), (columns[found.position[1]], COLUMN)):
            if formulas >= FEWEST and size - formulas <= max(1, size // RAREST):
                told.add(found.position)
                yield Hit(subject.printed.address(found.cell), {"formulas": formulas, "where": where})
                break
    addresses = Addresses(subject, sheet)
    block, below = sheet.understanding.block, subject.printed.children
    leaves = (
        []
        if sheet.understanding.by_form
        else [row for row, kids in zip(sheet.figures, below, strict=False) if not kids]
    )
    for column in range(block.left, block.right + 1):
        for row, formulas, message in _typed_over(sheet, leaves, column):
            if (row, column) not in told:
                yield Hit(addresses.of((row, column)), {"formulas": formulas}, message=message)


def _typed_over(sheet: Sheet, rows: Sequence[int], column: int) -> Iterator[tuple[int, int, Text]]:
    """The rows of typed figures of a column that is one formula on nearly all others, or takes these from other sheets,
    how many these are, and what to say."""
    if 2 * len(_numbers(sheet, rows[:FIRST], column, worked_out=True)) <= min(FIRST, len(rows)):
        return
    worked_out = _numbers(sheet, rows, column, worked_out=True)
    typed = _numbers(sheet, rows, column, worked_out=False)
    if not 0 < len(typed) <= max(1, len(worked_out) // RAREST):
        return
    alike = Counter("!" if link_of(formula) else relative(formula, (row, column)) for row, formula in worked_out)
    own = ((one, times) for one, times in alike.items() if _OF_SHEET(one) or "!" in one)
    formula, count = max(own, default=("", 0), key=itemgetter(1))
    if count >= ALIKE and len(typed) <= max(1, count // RAREST):
        used = [column_number(name) - 1 if name else column + int(right) for right, name in _OF_SHEET(formula)]
        message = LINKED if formula == "!" else IN_COLUMN
        yield from ((row, count, message) for row, _ in typed if all(_is_figure(sheet, row, place) for place in used))


def _numbers(sheet: Sheet, rows: Iterable[int], column: int, *, worked_out: bool) -> list[tuple[int, str]]:
    """The rows with a number in a column that is a formula, or none, with that formula."""
    cells = ((row, cell) for row in rows if (cell := sheet.grid.at(row, column)))
    numbers = ((row, cell.formula) for row, cell in cells if cell.kind is Kind.NUMBER)
    return [(row, formula or "") for row, formula in numbers if (formula is not None) is worked_out]


def _is_figure(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell of the sheet holds a number."""
    cell = sheet.grid.at(row, column)
    return cell is not None and cell.kind is Kind.NUMBER


def _wholes(subject: Subject, sheet: Sheet) -> set[Cell]:
    """The cells that are sums of others, some of which have a figure.

    A declared total that the table does not itemise in full can be no formula. In a workbook that sxtdbv wrote a figure
    that is not what its parts come to is none either, if only by rounding: it stays as stated.
    """
    cells, sums = subject.printed.cells, [*promised(subject.printed)]
    kept = {balance.sum.whole for balance in subject.as_printed.unconfirmed}
    if sheet.understanding.by_form:
        kept |= {sum_.whole for sum_ in sums if (weighed := weigh(cells, sum_)) and weighed.gap}
    return {
        sum_.whole
        for sum_ in sums
        if sum_.whole not in kept and any(cells[cell] is not None for cell in sum_.cells[1:])
    }


def _groups(sums: list[AmountCell], axis: int) -> dict[int, tuple[int, int]]:
    """How many sums each row (axis 0) or column (axis 1) has, and how many of them are formulas."""
    found: dict[int, tuple[int, int]] = {}
    for cell in sums:
        size, formulas = found.get(cell.position[axis], (0, 0))
        found[cell.position[axis]] = size + 1, formulas + (cell.found.formula is not None)
    return found
