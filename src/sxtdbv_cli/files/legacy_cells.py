"""Texts of a table that were typed in TCVN3 (ABC) or VNI: in Unicode, and said so."""

from collections.abc import Callable
from dataclasses import replace

from sxtdbv_cli.model.grid import Grid, Kind, Remark
from sxtdbv_cli.text import legacy

Scheme = Callable[[int, int], str | None]
"""The legacy encoding that is known of a cell by its row and column, from its font."""

CONVERTED = "SX521"


def _unknown(row: int, column: int) -> None:  # noqa: ARG001
    return None


def in_unicode(grid: Grid, scheme: Scheme = _unknown) -> Grid:
    """The same table with its legacy texts converted, and a remark at each of them.

    A font names the encoding of its cells; of the others it is told from the texts of the sheet together.
    """
    typed = Kind.TEXT
    suspects = [
        (row, column, cell)
        for row, cells in enumerate(grid.rows)
        for column, cell in enumerate(cells)
        if cell is not None and cell.kind is typed and not cell.text.isascii()
    ]
    common = legacy.scheme_of(cell.text for _, _, cell in suspects) if suspects else None
    if not suspects or (common is None and scheme is _unknown):
        return grid
    rows = [list(row) for row in grid.rows]
    remarks = list(grid.remarks)
    for row, column, cell in suspects:
        encoding = scheme(row, column) or common
        text = legacy.restored(cell.text, encoding) if encoding else None
        if text is not None:
            rows[row][column] = cell._replace(text=text)
            remarks.append(Remark(CONVERTED, row, column, {"encoding": encoding, "typed": cell.text, "text": text}))
    return replace(grid, rows=rows, remarks=remarks)
