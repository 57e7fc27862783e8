"""What a document that ``sxtdbv export`` wrote carries unseen, put beside its table again where the table is still the
one that was written, its figures apart; ``tables/exported`` reads both."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from sxtdbv_cli.model import form
from sxtdbv_cli.model.grid import Grid, GridCell, Kind
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.text.safe import in_xml

_BESIDE = 3
"""So many columns stand beside the table: the level of a line, its role, its rule."""
Row = list[GridCell | None]
Texts = list[str]


def with_carried(grids: list[Grid], trees: Sequence[Any]) -> list[Grid]:
    """The tables of a document, one of them with what is carried of it."""
    for tree in trees:
        carried, said = (_rows(tree, tag) if tree.tag == form.CARRIED else [] for tag in (form.ROW, form.SAID))
        whole = said[:1] == [[*form.SIGN]] and len({*map(len, carried)}) == 1 and len(carried[0]) > _BESIDE
        for at, grid in enumerate(grids if whole else ()):
            if (rows := _restored(grid, carried)) is not None:
                grids[at] = _with_rows(grid, [*rows, *([*map(_cell, row)] for row in said)])
                return grids
    return grids


def _rows(tree: Any, tag: str) -> list[Texts]:
    """Rows of texts; none where one is no such row."""
    found: list[Texts] = []
    with suppress(ValueError, RecursionError):
        found = [json.loads(one.text or "") for one in tree.iterfind(tag)]
    texts = all(isinstance(row, list) and all(isinstance(text, str) for text in row) for row in found)
    return found if texts else []


def _restored(grid: Grid, carried: Sequence[Texts]) -> list[Row] | None:
    """The rows of a grid with the texts of those that are carried; None where they are not all there, one behind the
    other, or others follow."""
    numbers, *lines = carried
    width = len(numbers) - _BESIDE
    shown = [*range(width)]
    first = next((row for row in range(len(grid.rows)) if _is_row(grid, row, numbers, shown)), None)
    words = [column for column in shown if numbers[column] in form.MARKS]
    if first is None or grid.at(first + len(carried), 1) is not None:
        return None
    if not all(_is_row(grid, row, texts, words) for row, texts in enumerate(lines, first + 1)):
        return None
    rows = [[*row] for row in grid.rows]
    for at, texts in enumerate(carried, first):
        cells = [_cell(texts[column]) if column in words else grid.at(at, column) for column in shown]
        rows[at] = [*cells, *map(_cell, texts[width:])]
    rows[first] = [*map(_cell, numbers)]
    return rows


def _is_row(grid: Grid, row: int, texts: Texts, columns: Sequence[int]) -> bool:
    """Whether a row says in some columns what is carried of it, blanks apart."""
    cells = [grid.at(row, column) for column in columns]
    said = [cell.text.split() if cell is not None else [] for cell in cells]
    return said == [in_xml(texts[column]).split() for column in columns]


def _cell(text: str) -> GridCell | None:
    return GridCell(Kind.TEXT, text) if text else None


def _with_rows(grid: Grid, rows: Sequence[Row]) -> Grid:
    """A grid with other rows, those behind its own at the place of its last."""
    last = len(grid.rows) - 1

    def place(row: int, column: int) -> Place:
        return grid.place(min(row, last), column)

    return replace(grid, rows=rows, place=place)
