"""Texts of a table that were typed in TCVN3 (ABC) or VNI: in Unicode, and said so."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from sxtdbv_cli.model.grid import Grid, GridCell, Kind, Remark
from sxtdbv_cli.text import legacy

Scheme = Callable[[int, int], str | None]
"""The legacy encoding that is known of a cell by its row and column, from its font."""

CONVERTED = "SX521"
_TEXT = Kind.TEXT


def in_unicode(grid: Grid, scheme: Scheme | None = None) -> Grid:
    """The same table with its legacy texts converted, and a remark at each of them.

    A font names the encoding of its cells; of the others it is told from the texts of the sheet together.
    """
    cells = filter(None, chain.from_iterable(grid.rows))
    texts = [cell.text for cell in cells if cell.kind is _TEXT and not cell.text.isascii()]
    common = legacy.scheme_of(texts) if texts else None
    if not texts or (common is None and scheme is None):
        return grid
    rows = [list(row) for row in grid.rows]
    remarks = list(grid.remarks)
    for row, column, cell in _typed(grid):
        encoding = (scheme(row, column) if scheme else None) or common
        text = legacy.restored(cell.text, encoding) if encoding else None
        if text is not None:
            rows[row][column] = cell._replace(text=text)
            remarks.append(Remark(CONVERTED, row, column, {"encoding": encoding, "typed": cell.text, "text": text}))
    return replace(grid, rows=rows, remarks=remarks)


def _typed(grid: Grid) -> Iterator[tuple[int, int, GridCell]]:
    """The texts of a table that are not all ASCII, with their rows and columns."""
    for row, cells in enumerate(grid.rows):
        for column, cell in enumerate(cells):
            if cell is not None and cell.kind is _TEXT and not cell.text.isascii():
                yield row, column, cell
