"""The last line of a table: notes behind it are none."""

import re

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.numbering import marks_of
from sxtdbv_cli.tables.view import View, is_figure, is_words, said
from sxtdbv_cli.tables.words.headings import use_of
from sxtdbv_cli.tables.words.titles import is_remark, is_signature
from sxtdbv_cli.tables.words.totals import is_total

_SECTION = re.compile(r"\s*(?:[IVX]{1,5}|[A-ZĐ])[.)]\s*\S").match
LONGEST_LAST = 40
"""The most characters of a last line that has nothing but a title."""


def last_line(view: View, block: Block, last: int) -> int:
    """The last row that is a line: notes behind the last figures are none."""
    row = last
    while row >= block.body and not _is_last_line(view, block, row):
        row -= 1
    return row


def _is_last_line(view: View, block: Block, row: int) -> bool:
    """Whether the last row of a body is a line: it has figures, a code, or a title right below the others."""
    cells = view.filled(row, block.left, block.right)
    words = [said(cell) for _, cell in cells if is_words(cell)]
    if any(is_figure(cell) and column > block.left for column, cell in cells):
        return True
    numbered = bool(cells) and (cells[0][1].kind is Kind.NUMBER or bool(marks_of(said(cells[0][1]))))
    if not numbered and _is_behind_total(view, block, row):
        return False
    if not cells or any(is_remark(text) or is_signature(text) for text in words):
        return False
    if len(cells) > 1:
        return True  # a line without figures has a code, or stands in the column of titles; a note fills the first cell
    column, cell = cells[0]
    apart = view.is_blank(row - 1) or (row, column) in view.merged
    if not apart and (column > block.left or _SECTION(cell.text)):
        return True
    return len(cell.text) <= LONGEST_LAST and (column > block.left or not (apart or _is_coded(view, block)))


def _is_behind_total(view: View, block: Block, row: int) -> bool:
    """Whether the last figures above a row are those of a total: what stands below it without a number are names."""
    for above in range(row - 1, block.body - 1, -1):
        cells = view.filled(above, block.left, block.right)
        if any(is_figure(cell) and column > block.left for column, cell in cells):
            return any(is_words(cell) and is_total(said(cell)) for _, cell in cells)
    return False


def _is_coded(view: View, block: Block) -> bool:
    """Whether the first column of a table holds codes."""
    rows = range(block.header, block.body)
    return any(use_of(text) is Use.CODE for row in rows if (text := view.text(row, block.left)))
