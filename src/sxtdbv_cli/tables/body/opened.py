"""The name of the first section where it stands above the header, as those of the others above the header once more:
*A. PHẦN THU*, the header, its lines; *B. PHẦN CHI*, the header, its lines."""

from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.body.lines import Row
from sxtdbv_cli.tables.numbering import Mark, marks_of_line
from sxtdbv_cli.tables.view import View, is_words, said

LOOK = 3
"""So many rows above the header are looked at: a unit may stand between."""


def first_section(view: View, block: Block, second: Row) -> int | None:
    """The row above the header that names the section before ``second``, which stands above the header once more."""
    follows = marks_of_line(second.code, second.title)
    for row in range(block.header - 1, max(block.header - 1 - LOOK, -1), -1):
        cells = view.filled(row)
        if len(cells) == 1 and is_words(cells[0][1]):
            title = said(cells[0][1])
            if any(_precedes(mark, after) for mark in marks_of_line(None, title) for after in follows):
                return row
    return None


def _precedes(first: Mark, second: Mark) -> bool:
    return second.continues(first) and not first.is_bullet and (first.ordinal, second.ordinal) == (1, 2)
