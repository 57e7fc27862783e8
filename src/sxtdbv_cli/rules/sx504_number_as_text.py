"""SX504: a figure that is stored as text, which no spreadsheet adds."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.grid import Grid, Kind
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.rules.cells import amount_cells, of_kind
from sxtdbv_cli.text.language import Text

NAME = "number-as-text"
SEVERITY = Severity.WARNING
TITLE = Text("Số lưu dạng chữ", "A number stored as text")
MESSAGE = Text(
    "“{text}” là chữ chứ không phải số: hàm SUM bỏ qua ô này; hãy nhập lại thành số",
    "“{text}” is text, not a number: SUM passes over this cell; type it again as a number",
)
SHOWN = 40


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every amount that is text. A file that knows no numbers (CSV, a document) has only text."""
    sheet = subject.sheet
    if sheet is None or not _knows_numbers(sheet.grid):
        return
    cells = subject.printed.cells
    for found in amount_cells(subject, sheet, of_kind(Kind.TEXT)):
        if cells[found.cell] is not None:
            yield Hit(subject.printed.address(found.cell), {"text": found.found.text.strip()[:SHOWN]})


def _knows_numbers(grid: Grid) -> bool:
    return any(
        cell is not None and (cell.kind is not Kind.TEXT or cell.formula is not None)
        for row in grid.rows
        for cell in row
    )
