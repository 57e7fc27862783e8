"""Revenue and expenditure side by side in one table, as communes publish their budgets: one list, revenue first.

Only in documents and texts: the places of a workbook are its cells, and what is written back must stand there.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sxtdbv_cli.model.grid import Grid, GridCell, Remark
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.blocks.headed import tables_at
from sxtdbv_cli.tables.blocks.header_row import is_header
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.text.language import Text

_THU = re.compile(r"\bthu\b").search
_CHI = re.compile(r"\bchi\b").search

ONE_LIST = Text(
    "thu và chi đứng cạnh nhau trong một bảng có cùng các cột; được đọc thành một danh sách: thu trước, chi sau",
    "revenue (thu) and expenditure (chi) stand side by side in one table with the same columns; they were read as one "
    "list, revenue first",
)


def in_one_list(grid: Grid) -> Grid:
    """The same table with its right side below its left; as it is where it has no such sides."""
    view = View(grid)
    for row in range(view.height if not grid.sheet else 0):
        if is_header(view, row):
            blocks = list(tables_at(view, row))
            return _joined(view, *blocks) if len(blocks) == 2 and _are_sides(view, *blocks) else grid
    return grid


def _are_sides(view: View, left: Block, right: Block) -> bool:
    """Whether two tables have the same header of one row but for *thu* and *chi*, and no merged cells below it."""
    one, other = ([view.text(block.header, column) for column in _columns(block)] for block in (left, right))
    one_row = left.header == right.header and left.body == right.body == left.header + 1
    merged = any(span.bottom >= left.body and span.top < max(left.end, right.end) for span in view.grid.merged)
    differ = [(plain(a), plain(b)) for a, b in zip(one, other, strict=False) if a != b]
    said = [(_title(view, left), _title(view, right)), *differ]
    named = any(_THU(a) and _CHI(b) and not _CHI(a) for a, b in said)
    return one_row and not merged and len(one) == len(other) and len(differ) <= 1 and named


def _columns(block: Block) -> range:
    return range(block.left, block.right + 1)


def _title(view: View, block: Block) -> str:
    """The first title of a table."""
    return plain(next((view.text(block.body, column) for column in _columns(block)), ""))


def _joined(view: View, left: Block, right: Block) -> Grid:
    grid, end = view.grid, max(left.end, right.end)
    above = [(row, 0) for row in range(left.body)]
    sides = [
        (row, block.left - left.left)
        for block in (left, right)
        for row in range(left.body, end)
        if view.filled(row, block.left, block.right)
    ]
    at = [*above, *sides, *((row, 0) for row in range(end, view.height))]
    inside = range(left.header, end)

    def place(row: int, column: int) -> Place:
        source, shift = at[row]
        return grid.place(source, column + shift)

    rows = [_cells(grid.rows[row], left, shift, cut=row in inside) for row, shift in at]
    moved = [remark._replace(row=at.index((remark.row, 0))) for remark in grid.remarks if (remark.row, 0) in at]
    told = Remark("SX522", left.header, left.left, {}, ONE_LIST)
    return replace(grid, rows=rows, place=place, remarks=[told, *moved])


def _cells(row: Sequence[GridCell | None], block: Block, shift: int, *, cut: bool) -> Sequence[GridCell | None]:
    """The cells of one side of a row, in the columns of the left side."""
    if not cut:
        return row
    return [None] * block.left + list(row[block.left + shift : block.right + shift + 1])
