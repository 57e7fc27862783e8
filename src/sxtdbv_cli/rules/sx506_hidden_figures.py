"""SX506: rows or columns that are hidden and hold figures of the table."""

from collections.abc import Iterator, Sequence

from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.rules.cells import amount_cells, in_grid
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text
from sxtdbv_cli.text.words import first_of

SEVERITY = Severity.WARNING
TITLE = Text("Hàng, cột ẩn có số liệu", "Hidden rows or columns hold figures")
MESSAGE = Text(
    "{what} đang bị ẩn nhưng có {count:d} số được tính vào bảng; người xem bản in không thấy",
    "hidden: {what}, with {count:d} {count:figure that counts|figures that count} in the table; "
    "a printout does not show them",
)
ROWS = Text("hàng {runs}", "rows {runs}")
ROW = Text("hàng {runs}", "row {runs}")
COLUMN = Text("cột {letters}", "column {letters}")
SHEET = Text("trang tính", "the sheet")
SHOWN = 12
"""So many runs of hidden rows are named."""


def check(subject: Subject) -> Hits:
    """Yield a hit for the hidden rows, every hidden column, and a hidden sheet, that hold figures; a note for a column
    that no other is the sum of: what is seen adds up without it."""
    sheet = subject.sheet
    if sheet is None or not (sheet.grid.hidden or sheet.grid.hidden_rows or sheet.grid.hidden_columns):
        return
    cells = subject.printed.cells
    stated = [found.position for found in amount_cells(subject, sheet) if cells[found.cell] is not None]
    if sheet.grid.hidden and stated:
        yield Hit(in_grid(stated[0]), {"what": SHEET, "count": len(stated)})
    rows = [position for position in stated if position[0] in sheet.grid.hidden_rows]
    if rows:
        what = _rows([*_runs(sorted({row for row, _ in rows}))])
        yield Hit(in_grid(min(rows)), {"what": what, "count": len(rows)})
    added = {sheet.columns[part] for column in subject.printed.columns for part in column.plus + column.minus}
    for column in sorted({column for _, column in stated}):
        within = [position for position in stated if position[1] == column]
        if column in sheet.grid.hidden_columns and within:
            what = _text(COLUMN, letters=column_letters(column + 1))
            severity = None if column in added else Severity.NOTE
            yield Hit(in_grid(within[0]), {"what": what, "count": len(within)}, severity=severity)


def _rows(runs: Sequence[tuple[int, int]]) -> Text:
    """Runs of rows as a workbook numbers them: *rows 5, 8-12*."""
    named = [str(first + 1) if first == last else f"{first + 1}-{last + 1}" for first, last in runs]
    text = ROW if len(runs) == 1 and runs[0][0] == runs[0][1] else ROWS
    return _text(text, runs=first_of(named, SHOWN))


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of rows that follow each other."""
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[place - 1] + 1:
            yield rows[start], rows[place - 1]
            start = place


def _text(text: Text, **facts: int | str) -> Text:
    return Text(text.vi.format_map(facts), text.en.format_map(facts))
