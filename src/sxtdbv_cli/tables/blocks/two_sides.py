"""Revenue and expenditure side by side in one table, as communes publish their budgets: one list, revenue first."""

from sxtdbv_cli.model.grid import Grid
from sxtdbv_cli.tables.blocks.block import Block, holds_figures
from sxtdbv_cli.tables.blocks.head import headings
from sxtdbv_cli.tables.blocks.headed import tables_at
from sxtdbv_cli.tables.blocks.header_row import is_header
from sxtdbv_cli.tables.blocks.one_list import joined
from sxtdbv_cli.tables.blocks.sides import sides
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.headings import names_section
from sxtdbv_cli.tables.words.two_sides import are_alike, are_opposite

TOP = 60
"""So many rows of a sheet are looked through for the header."""
SIDES = 2


def in_one_list(grid: Grid) -> Grid:
    """The same table with its right side below its left; as it is where it has no such sides."""
    view = View(grid)
    header = next((row for row in range(min(view.height, TOP)) if is_header(view, row)), None)
    if header is None or len(sides(view, header)) != SIDES:
        return grid
    blocks = [*tables_at(view, header)]
    found = len(blocks) == SIDES and all(holds_figures(view, block) for block in blocks) and _are_sides(view, *blocks)
    if not found:
        return grid
    left, right = blocks
    return joined(grid, left, right._replace(body=right.header) if _name_sections(view, left, right) else right)


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
