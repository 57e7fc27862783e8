"""Rows that hold several lines in their cells, as items are typed below each other in Word: each line is a row."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import repeat

from sxtdbv_cli.model.grid import Grid, GridCell, Joined, Kind
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.tables.figures.exact import is_mark
from sxtdbv_cli.tables.view import is_figure, is_words, is_year
from sxtdbv_cli.text.language import Text

UNFOLDED = Text(
    "có ô ghi nhiều nội dung, nhiều số tiền xuống hàng trong cùng một ô; mỗi hàng chữ được đọc thành một dòng",
    "some rows hold several titles and amounts, below each other in the same cells; each was read as a line of its own",
)


def is_folded(cell: GridCell | None) -> bool:
    """Whether a cell holds several lines."""
    return cell is not None and cell.kind is Kind.TEXT and "\n" in cell.text.strip()


def folded(grid: Grid) -> dict[int, int]:
    """The rows whose figures, in one cell at least, and words left of them are as many lines, with how many."""
    several = {
        row: [(at, _lines(cell)) for at, cell in enumerate(cells) if is_folded(cell)]
        for row, cells in enumerate(grid.rows)
    }
    return {row: count for row, columns in several.items() if columns and (count := _count(columns))}


def _count(columns: Sequence[tuple[int, Sequence[GridCell | None]]]) -> int:
    """How many lines a row is; 0 where it is one. A cell with a blank among its lines tells nothing; figures that are
    more or fewer are left together, and told."""
    full = [(at, [line for line in lines if line]) for at, lines in columns if all(lines)]
    figures = [(at, len(lines)) for at, lines in full if _are_figures(lines) and not all(map(is_year, lines))]
    names = [(at, len(lines)) for at, lines in full if _are_names(lines)]
    return next((count for at, count in figures if any(other < at and count == lines for other, lines in names)), 0)


def _are_figures(lines: Sequence[GridCell]) -> bool:
    """Whether lines are figures, or marks that stand where there is none."""
    return all(is_figure(line) or is_mark(line.text) for line in lines)


def _are_names(lines: Sequence[GridCell]) -> bool:
    """Whether lines hold words, and none goes on the one above it with a rule in brackets (*[1+5]*)."""
    return any(map(is_words, lines)) and all(is_words(line) or line.text[0] not in "([{" for line in lines)


def unfolded(grid: Grid) -> Grid:
    """A grid with a row for each line of those: cells with as many lines have one in each, others are in the first."""
    rows = folded(grid)
    if not rows:
        return grid
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


def _lines(cell: GridCell | None) -> list[GridCell | None]:
    """The lines of a text as cells of their own; a line may be blank."""
    texts = cell.text.rstrip("\n").split("\n") if cell is not None else []
    return [cell._replace(text=text.strip()) if cell is not None and text.strip() else None for text in texts]
