"""Rows that hold several lines in their cells, as items are typed below each other in Word: each line is a row."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import repeat

from sxtdbv_cli.model.grid import Grid, GridCell, Joined
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.tables.view import is_figure
from sxtdbv_cli.text.language import Text

UNFOLDED = Text(
    "có ô ghi nhiều nội dung, nhiều số tiền xuống hàng trong cùng một ô; mỗi hàng chữ được đọc thành một dòng",
    "some rows hold several titles and amounts, below each other in the same cells; each was read as a line of its own",
)


def folded(grid: Grid, cells: Iterable[Position], title: int) -> dict[int, int]:
    """The rows whose figures, in one of some cells at least, and titles are as many lines, with how many."""
    found: dict[int, int] = {}
    for row, column in cells:
        figures, titles = _lines(_at(grid, row, column)), _lines(_at(grid, row, title))
        if len(figures) > 1 and all(map(is_figure, figures)):
            found[row] = len(figures) if len(figures) == len(titles) and found.get(row, len(titles)) else 0
    return {row: count for row, count in found.items() if count}


def unfolded(grid: Grid, rows: Mapping[int, int]) -> Grid:
    """A grid with so many rows in place of some: cells with as many lines have one in each, others are in the first."""
    at = [(row, 0) for row in range(len(grid.rows)) for _ in range(rows.get(row, 1))]

    def place(row: int, column: int) -> Place:
        return grid.place(at[row][0], column)

    parted = [row for number, cells in enumerate(grid.rows) for row in _parted(cells, rows.get(number, 1))]
    first = {row: number for number, (row, _) in reversed([*enumerate(at)])}
    merged = [
        span._replace(top=first[span.top], bottom=first[span.bottom] + rows.get(span.bottom, 1) - 1)
        for span in grid.merged
        if span.bottom in first
    ]
    outline = {number: grid.outline[row] for number, (row, _) in enumerate(at) if row in grid.outline}
    headers = frozenset(first[row] for row in grid.headers if row in first)
    hidden = frozenset(number for number, (row, _) in enumerate(at) if row in grid.hidden_rows)
    return replace(
        grid,
        rows=parted,
        place=place,
        merged=merged,
        outline=outline,
        headers=headers,
        hidden_rows=hidden,
        remarks=(),
        joined=Joined(grid, at, {}, UNFOLDED),
    )


def _parted(cells: Iterable[GridCell | None], count: int) -> Iterable[list[GridCell | None]]:
    if count == 1:
        return [list(cells)]
    columns = [lines if len(lines := _lines(cell)) == count else [cell, *repeat(None, count - 1)] for cell in cells]
    return map(list, zip(*columns, strict=True))


def _lines(cell: GridCell | None) -> list[GridCell]:
    """The lines of a text as cells of their own."""
    texts = cell.text.split("\n") if cell is not None else []
    return [cell._replace(text=text.strip()) for text in texts if cell is not None and text.strip()]


def _at(grid: Grid, row: int, column: int) -> GridCell | None:
    cells = grid.rows[row]
    return cells[column] if column < len(cells) else None
