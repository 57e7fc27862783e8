"""Revenue and expenditure side by side in one table, as communes publish their budgets: one list, revenue first."""

from collections.abc import Sequence
from dataclasses import replace

from sxtdbv_cli.model.grid import Grid, GridCell, Joined
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.tables.blocks import tables_at
from sxtdbv_cli.tables.blocks.block import Block, holds_figures
from sxtdbv_cli.tables.blocks.head import headings
from sxtdbv_cli.tables.blocks.header_row import is_header
from sxtdbv_cli.tables.blocks.sides import sides
from sxtdbv_cli.tables.blocks.worded import is_worded
from sxtdbv_cli.tables.view import View, is_figure, is_words, said
from sxtdbv_cli.tables.words.headings import names_section
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.tables.words.two_sides import are_alike, are_opposite
from sxtdbv_cli.text.language import Text

TOP = 60
"""So many rows of a sheet are looked through for the header."""
SIDES = 2
ONE_LIST = Text(
    "hai vế (như thu và chi) đứng cạnh nhau trong một bảng, cùng các cột; được đọc thành một danh sách: vế trái trước",
    "two sides (such as revenue and expenditure) stand beside each other in one table with the same columns; they were "
    "read as one list, the left one first",
)


def in_one_list(grid: Grid) -> Grid:
    """The same table with its right side below its left; as it is where it has no such sides."""
    view = View(grid)
    if named := _named_sides(view):
        return joined(replace(grid, headers=frozenset()), *named)
    rows = range(min(view.height, TOP))
    header = next((row for is_head in (is_header, is_worded) for row in rows if is_head(view, row)), None)
    if header is None or len(sides(view, header)) != SIDES:
        return grid
    blocks = [*tables_at(view, header)]
    found = len(blocks) == SIDES and all(holds_figures(view, block) for block in blocks) and _are_sides(view, *blocks)
    if not found:
        return grid
    left, right = blocks
    return joined(grid, left, right._replace(body=right.header) if _name_sections(view, left, right) else right)


def _named_sides(view: View) -> list[Block]:
    """The two sides below a row of nothing but their names, each over its titles, with figures behind both: *INCOME*,
    *EXPENSES*. Such a row has no headings of amounts; each name is the section of its side."""
    for row in range(min(view.height, TOP)):
        cells = view.filled(row)
        if len(cells) != SIDES or not are_opposite(*(said(cell) for _, cell in cells)):
            continue
        (left, _), (right, _) = cells
        rows = [below for below in range(row + 1, view.height) if not view.is_blank(below)]
        wide = right - left
        blocks = [Block(row, row, rows[-1] + 1, at, at + wide - 1) for at in (left, right) if rows]
        if wide > 1 and blocks and all(_lists(view, side, rows) for side in blocks):
            return blocks
    return []


def _lists(view: View, side: Block, rows: Sequence[int]) -> bool:
    """Whether all that stands on a side is figures behind words, on more rows than one; the last may be their sum,
    which the other side names."""
    held = [cells for row in rows if (cells := view.filled(row, side.left, side.right))]
    listed = [len(cells) > 1 and all(is_figure(cell) for _, cell in cells[1:]) for cells in held]
    named = held[:-1] if held and len(held[-1]) == 1 and is_figure(held[-1][0][1]) else held
    worded = all(column == side.left and is_words(cell) for cells in named for column, cell in cells[:1])
    return worded and sum(listed) > 1 and 2 * sum(listed) > len(held)


def _are_sides(view: View, left: Block, right: Block) -> bool:
    """Whether two tables have the same header but for *thu* and *chi*, which say what each is."""
    if (left.header, left.body, left.labels) != (right.header, right.body, right.labels):
        return False
    one, other = ([head.text for head in headings(view, block)] for block in (left, right))
    pairs = [*zip(one, other, strict=False)]
    differ = [pair for pair in pairs if not are_alike(*pair)]
    named = any(are_opposite(*pair) for pair in pairs) or _name_sections(view, left, right)
    return len(one) == len(other) and len(differ) <= 1 and all(map(all, differ)) and named


def _name_sections(view: View, left: Block, right: Block) -> bool:
    """Whether two tables have the same header but for the names of their sections over the titles."""
    one, other = ([head.text for head in headings(view, block)] for block in (left, right))
    first = one[:1] + other[:1]
    return one[1:] == other[1:] and len(one) > SIDES and len({*first}) == SIDES and all(map(names_section, first))


def joined(grid: Grid, left: Block, right: Block) -> Grid:
    """A grid with the right side of a table below its left, in the columns of that; all else stays where it is, below
    both what is behind them (*Balance*). What goes for whole rows of a workbook goes for both sides, and is left out:
    formulas, levels, merged cells."""
    view, end, right_by = View(grid), max(left.end, right.end), right.left - left.left
    ours, theirs = (_rows(view, side, end) for side in (left, right))
    theirs = [row for row in theirs if not _says_header(view, right, row)]
    behind = [row for row in ours if theirs and any(map(view.is_blank, range(theirs[-1], row)))]
    at = [(row, 0) for row in range(left.body)]
    at += [(row, 0) for row in ours if row not in behind] + [(row, right_by) for row in theirs]
    at += [(row, 0) for row in (*behind, *range(end, view.height))]
    inside = range(left.header, end)

    def place(row: int, column: int) -> Place:
        source, shift = at[row]
        return grid.place(source, column + shift)

    def cells(row: int, side: Block) -> list[GridCell | None]:
        own = grid.rows[row]
        cut = [*[None] * left.left, *own[side.left : side.right + 1]] if row in inside else [*own]
        if side is right and not view.text(row, side.left) and is_total(view.text(row, left.left)):
            cut[left.left] = own[left.left]  # *Total* at the left names the figures of both sides
        return [cell and cell._replace(formula=None) for cell in cut]

    rows = [cells(row, right if shift else left) for row, shift in at]
    merged = [span for span in grid.merged if span.bottom < left.body and span.left <= left.right]
    heads = {head.column: head.text for head in headings(view, right)}
    return replace(
        grid, rows=rows, place=place, merged=merged, outline={}, remarks=(), joined=Joined(grid, at, heads, ONE_LIST)
    )


def _rows(view: View, side: Block, end: int) -> list[int]:
    """The rows that one side fills, up to its last figure beside the other: blank ones do not end it."""
    cells = {row: view.filled(row, side.left, side.right) for row in range(side.body, end)}
    last = max((row for row in cells if row < side.end or any(is_figure(cell) for _, cell in cells[row])), default=-1)
    return [row for row, held in cells.items() if held and row <= last]


def _says_header(view: View, side: Block, row: int) -> bool:
    """Whether a row says the header of a side once more: in a list of both it would be a line."""
    columns = range(side.left, side.right + 1)
    heads = range(side.header, min(row, max(side.body, side.header + 1)))
    return any(all(view.text(row, at) == view.text(head, at) for at in columns) for head in heads)
