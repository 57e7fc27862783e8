"""SX504: a figure that is stored as text, which no spreadsheet adds."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.grid import Grid, Kind
from sxtdbv_cli.model.sheet import Sheet
from sxtdbv_cli.rules.cells import AmountCell, amount_cells, in_grid, of_kind
from sxtdbv_cli.rules.rule import Facts, Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.WARNING
TITLE = Text("Số lưu dạng chữ", "A number stored as text")
MESSAGE = Text(
    "“{text}” là chữ chứ không phải số: hàm SUM bỏ qua ô này; hãy nhập lại thành số",
    "“{text}” is text, not a number: SUM passes over this cell; type it again as a number",
)
TABLE = Text(
    "cả {count:d} số của bảng, từ “{text}”, là chữ chứ không phải số: hàm SUM bỏ qua các ô này; hãy nhập lại thành số",
    "all {count:d} figures of the table, from “{text}” on, are text, not numbers: SUM passes over these cells; type "
    "them again as numbers",
)
COLUMN = Text(
    "cả {count:d} số của cột, từ “{text}”, là chữ chứ không phải số: hàm SUM bỏ qua các ô này; hãy nhập lại thành số",
    "all {count:d} figures of the column, from “{text}” on, are text, not numbers: SUM passes over these cells; type "
    "them again as numbers",
)
SHOWN = 40
_TEXT = Kind.TEXT  # asked of every cell: before Python 3.12 a member is a slow attribute
FEW = 3
RAREST = 4
"""At most one in so many quantities is text by mistake; more are how the column is typed."""


def check(subject: Subject) -> Hits:
    """Yield a hit for every amount that is text; one for all of a column or of the table where none is a number. A file
    that knows no numbers (CSV, a document) has only text. Where no cell is a formula none is passed over: a note."""
    sheet = subject.sheet
    if sheet is not None and _knows_numbers(sheet.grid):
        severity = None if sheet.grid.has_formulas else Severity.NOTE
        yield from (hit._replace(severity=severity) for hit in _texts(subject, sheet))
        yield from _factors(sheet)


def _factors(sheet: Sheet) -> Hits:
    """A note for every quantity or price that is text among numbers: a spreadsheet multiplies it, and adds it never."""
    products = ((sheet.rows[one.line], factor) for one in sheet.understanding.products for factor in one.factors)
    factors = [(row, column) for row, factor in products for column in {*factor.columns}.difference(sheet.columns)]
    cells = ((position, cell) for position in dict.fromkeys(factors) if (cell := sheet.grid.at(*position)))
    for column in by_key((position[1], (position, cell)) for position, cell in cells).values():
        typed = [(position, cell.text.strip()[:SHOWN]) for position, cell in column if cell.kind is _TEXT]
        if len(typed) <= max(1, len(column) // RAREST) and len(typed) < len(column):
            yield from (Hit(in_grid(place), {"text": text}, severity=Severity.NOTE) for place, text in typed)


def _texts(subject: Subject, sheet: Sheet) -> Hits:
    """The amounts that are text, those of a column or of the table as one; several in a cell as well."""
    plan = subject.printed
    found = amount_cells(subject, sheet, of_kind(Kind.TEXT))
    texts = [*{one.position: one for one in found if plan.cells[one.cell] is not None}.values()]
    if not texts:
        return
    height = len(plan.lines) + 1
    stated = Counter(cell // height for cell, amount in enumerate(plan.cells) if amount is not None)
    typed = Counter(found.cell // height for found in texts)
    gathered = {column for column in typed if typed[column] == stated[column] > FEW}
    if len(gathered) > 1 and typed == stated:
        yield _together(subject, texts, TABLE)
        return
    for column, found in groupby(sorted(texts), lambda one: one.cell // height):
        if column in gathered:
            yield _together(subject, [*found], COLUMN)
        else:
            yield from (Hit(plan.address(one.cell), {"text": _shown(one)}) for one in found)


def _together(subject: Subject, texts: Sequence[AmountCell], message: Text) -> Hit:
    facts: Facts = {"text": _shown(texts[0]), "count": len(texts)}
    return Hit(subject.printed.address(texts[0].cell), facts, message=message)


def _shown(found: AmountCell) -> str:
    return found.found.text.strip()[:SHOWN]


def _knows_numbers(grid: Grid) -> bool:
    return any(
        cell is not None and (cell.kind is not _TEXT or cell.formula is not None) for row in grid.rows for cell in row
    )
