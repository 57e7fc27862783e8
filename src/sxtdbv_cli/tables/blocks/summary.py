"""The summary above the tables it is worked out from: a list whose figures its formulas take from them."""

import re
from collections import Counter
from collections.abc import Sequence

from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.blocks.headless import headless
from sxtdbv_cli.tables.view import View, is_figure

FEW = 2
"""So many figures of a list must be taken from elsewhere, at least."""
_rows = re.compile(r"(?<![A-Za-z!'$\d.])\$?[A-Z]{1,3}\$?(\d{1,7})(?![\d(!])").findall


def summary(view: View, blocks: Sequence[Block]) -> Block | None:
    """The list without a header above all tables of a sheet, where formulas take its figures from the rows below it:
    what the tables come to. None where there is none."""
    top = min(block.header for block in blocks)
    found = headless(view, top)
    block = found[0] if found else None
    if block is None or block.end > top:
        return None
    taken = sum(
        any(int(row) > block.end for row in _rows(cell.formula))
        for row in range(block.body, block.end)
        for _, cell in view.filled(row, block.left, block.right)
        if cell.formula
    )
    return block._replace(right=_right(view, block)) if taken >= FEW else None


def _right(view: View, block: Block) -> int:
    """The last column that holds figures on more than one row; a rate beside one line is none of its amounts."""
    rows = range(block.body, block.end)
    columns = Counter(column for row in rows for column, cell in view.filled(row) if is_figure(cell))
    return max((column for column, count in columns.items() if count > 1), default=block.right)
