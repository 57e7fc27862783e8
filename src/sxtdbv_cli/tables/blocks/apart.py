"""Signs in cells of their own, as pages and accounts set them: a minus before a figure, the bracket behind one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sxtdbv_cli.model.grid import Grid, GridCell, Kind
from sxtdbv_cli.tables.units.money import SIGNS
from sxtdbv_cli.tables.view import is_figure

_MINUS, _OPENS, _CLOSES = ("-", "−", "–", "—"), "(", ")"
_Rows = Sequence[Sequence[GridCell | None]]


def with_signs(grid: Grid) -> Grid:
    """A table of a document with such signs at their figures: a bracket wherever it stands, a minus where its column
    holds nothing else of its own and every one in it stands before a figure; else it may be a blank."""
    found = [*_alone(grid.rows)] if not grid.sheet else []
    if not found:
        return grid
    rows = [[*row] for row in grid.rows]
    signs = {column for column in {column for _, column, _ in found} if _holds_signs(grid, column)}
    for row, column, text in found:
        cells, at = rows[row], column + 1 - 2 * (text == _CLOSES)
        beside = cells[at] if 0 <= at < len(cells) else None
        if beside is None or beside.kind is not Kind.TEXT or (text in _MINUS and column not in signs):
            continue
        joined = beside.text.strip() + text if text == _CLOSES else text + beside.text.strip()
        if text in _MINUS or joined.startswith(_OPENS):
            cells[column], cells[at] = None, beside._replace(text=joined)
    return replace(grid, rows=rows)


def _alone(rows: _Rows) -> Iterator[tuple[int, int, str]]:
    """The rows and columns of the cells that hold a sign alone, from the left, and the signs."""
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell is not None and (text := cell.text.strip()) in (*_MINUS, _OPENS, _CLOSES):
                yield row, column, text


def _holds_signs(grid: Grid, column: int) -> bool:
    """Whether a column holds signs alone, or what reaches over the next one, and each minus stands before a figure."""
    wide = {row for span in grid.merged if span.left <= column < span.right for row in range(span.top, span.bottom + 1)}
    for row, cells in enumerate(grid.rows):
        cell, beside = (cells[at] if at < len(cells) else None for at in (column, column + 1))
        text = cell.text.strip() if cell is not None and row not in wide else ""
        if text in _MINUS:
            if not is_figure(beside):
                return False
        elif text and text != _OPENS and text not in SIGNS:
            return False
    return True
