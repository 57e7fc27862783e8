"""A line that stands above the header: a total, as lists with a filter have it, or the name of the first section, as
those of the others stand above the header once more."""

from collections.abc import Sequence

from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.body.lines import Row
from sxtdbv_cli.tables.down import rows_added
from sxtdbv_cli.tables.numbering import marks_of_line
from sxtdbv_cli.tables.units.stated import unit_said
from sxtdbv_cli.tables.view import View, is_figure, is_words, said
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.tables.words.two_sides import are_opposite

LOOK = 3
"""So many rows above the header are looked at: a unit may stand between."""


def figures_above(view: View, block: Block, columns: Sequence[int]) -> tuple[int, list[int]] | None:
    """The nearest row above the header that has figures over amounts and calls itself a total, or whose formulas add
    lines of the table; and their columns."""
    for row in range(block.header - 1, max(block.header - 1 - LOOK, -1), -1):
        figures = [column for column in columns if is_figure(view.at(row, column))]
        cells = view.filled(row, block.left, block.right)
        if figures and (
            any(is_words(cell) and is_total(said(cell)) for _, cell in cells) or adds_lines(view, block, row, figures)
        ):
            return row, figures
    return None


def adds_lines(view: View, block: Block, row: int, figures: Sequence[int]) -> bool:
    """Whether the formulas of a row add lines of the table in each of some columns."""
    lines = range(block.body, block.end)
    for column in figures:
        cell = view.at(row, column)
        added = rows_added(cell.formula, column_letters(column + 1), row) if cell and cell.formula else None
        if not added or min(added) not in lines or max(added) not in lines:
            return False
    return True


def first_section(view: View, block: Block, second: Row) -> int | None:
    """The row above the header that names the section before ``second``, which stands above the header once more:
    *A. PHẦN THU*, the header, its lines; *B. PHẦN CHI*, the header, its lines. Without such numbers it stands right
    above the header and is not the title of the sheet, which is above it."""
    follows = marks_of_line(second.code, second.title)
    for row in range(block.header - 1, max(block.header - 1 - LOOK, -1), -1):
        cells = [(column, cell) for column, cell in view.filled(row) if unit_said(said(cell)) is None]
        if len(cells) == 1 and is_words(cells[0][1]):
            marks = marks_of_line(None, said(cells[0][1]))
            ones = [mark for mark in marks if mark.ordinal == 1 and not mark.is_bullet]
            if any(two.ordinal == 2 and two.continues(one) for one in ones for two in follows):
                return row
            if not (marks or follows) and row == block.header - 1 and _is_below_title(view, row, second):
                return row
    return None


def _is_below_title(view: View, row: int, second: Row) -> bool:
    """Whether a row right above the header names something else than the one above the header once more, and is not
    the first words of the sheet, unless the two are the sides of a budget."""
    name = said(view.filled(row)[0][1])
    return name != second.title and (
        are_opposite(name, second.title) or any(view.filled(above) for above in range(row))
    )
