"""A table without a header: rows of words before figures."""

from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.blocks.end import end_of
from sxtdbv_cli.tables.numbering import marks_of
from sxtdbv_cli.tables.view import View, is_figure, is_words


def headless(view: View, end: int | None = None) -> list[Block]:
    """A table that has no header: three rows and more of words before figures; ``end`` is the row that it ends before,
    where it must."""
    rows = [row for row in range(view.height if end is None else end) if _is_entry(view, row)]
    if len(rows) < 3:
        return []
    first = rows[0]
    left = next(column for column, cell in view.filled(first) if is_words(cell))
    right = max(column for row in rows for column, cell in view.filled(row) if is_figure(cell))
    if left and 2 * sum(_has_code(view, row, left - 1) for row in rows) > len(rows):
        left -= 1
        first -= bool(first and _has_code(view, first - 1, left) and view.text(first - 1, left + 1))
    block = Block(first, first, first, left, right)
    block = block._replace(end=end_of(view, block, first))
    return [block] if block.end - first >= 3 else []


def _has_code(view: View, row: int, column: int) -> bool:
    """Whether a cell may hold the number of a line."""
    return bool(marks_of(view.text(row, column)))


def _is_entry(view: View, row: int) -> bool:
    cells = view.filled(row)
    words = [column for column, cell in cells if is_words(cell)]
    return bool(words) and any(column > words[0] and _is_value(cell) for column, cell in cells)


def _is_value(cell: GridCell) -> bool:
    """Whether a cell holds a figure, or would if its formula had a value."""
    return is_figure(cell) or cell.kind in (Kind.PENDING, Kind.ERROR)
