"""The cells of a table whose two sides were read as one list, where they stand in the file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sxtdbv_cli.model.grid import Remark, Span
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.sheet import GRID, Position, Sheet, Understanding
from sxtdbv_cli.text.language import Text

ONE_LIST = Text(
    "hai vế (như thu và chi) đứng cạnh nhau trong một bảng, cùng các cột; được đọc thành một danh sách: vế trái trước",
    "two sides (such as revenue and expenditure) stand beside each other in one table with the same columns; they were "
    "read as one list, the left one first",
)

Sources = Sequence[Position]
"""For each row of the list its row in the file, and by how many columns it stands further right."""


def apart(sheet: Sheet) -> Sheet:
    """A sheet with every row, column and address as they are in the grid that the list was put together from."""
    joined = sheet.grid.joined
    if joined is None:
        return sheet
    at, block = joined.at, sheet.understanding.block
    lines = [*sheet.figures, *([] if sheet.declared is None else [sheet.declared])]
    told = Remark("SX522", block.top, block.left, {}, ONE_LIST, weighed=True)
    return sheet._replace(
        grid=replace(joined.grid, remarks=[told, *joined.grid.remarks]),
        understanding=_understanding(sheet, at, joined.headings),
        rows=tuple([at[row][0] for row in sheet.rows]),
        figures=tuple([at[row][0] for row in sheet.figures]),
        declared=None if sheet.declared is None else at[sheet.declared][0],
        said={address: _position(at, *position) for address, position in sheet.said.items()},
        shifts={line: shift for line, row in enumerate(lines) if (shift := at[row][1])},
    )


def _understanding(sheet: Sheet, at: Sources, headings: Mapping[int, str]) -> Understanding:
    """What was understood, in the places of the file; the columns of the right side behind those of the left."""
    found = sheet.understanding
    rows, shift = at[found.block.top : found.block.bottom + 1], max(shift for _, shift in at)
    right = [
        column._replace(column=column.column + shift, heading=headings.get(column.column + shift, column.heading))
        for column in found.columns
    ]
    products = [
        product._replace(factors=tuple(column + at[sheet.rows[product.line]][1] for column in product.factors))
        for product in found.products
    ]
    return found._replace(
        block=Span(found.block.top, found.block.left, max(row for row, _ in rows), found.block.right + shift),
        columns=(*found.columns, *right),
        unit_from=None if found.unit_from is None else _position(at, *found.unit_from),
        left_out=tuple(sorted(left._replace(row=at[left.row][0]) for left in found.left_out)),
        doubts=tuple(doubt._replace(address=_address(at, doubt.address)) for doubt in found.doubts),
        products=tuple(products),
    )


def _address(at: Sources, address: Address) -> Address:
    """An address; that of a cell of the grid where it is in the file."""
    return (GRID, *_position(at, int(address[1]), int(address[2]))) if address[0] == GRID else address


def _position(at: Sources, row: int, column: int) -> Position:
    source, shift = at[row]
    return source, column + shift
