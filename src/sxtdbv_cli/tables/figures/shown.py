"""Figures that a workbook shows otherwise than it holds them: the format ``#,##0,`` shows thousands of what is stored,
``(#,##0)`` brackets around what is above nought."""

import re
from collections.abc import Sequence

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.view import View

_ROWS = 50
_SAID = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""What of a format shows no part of a number."""
_SHORTENED = re.compile(r"[0#?](,+)[^0#?.,]*$").search


def thousands(code: str) -> int:
    """How many times a format divides what it shows by a thousand.

    >>> thousands("#,##0,"), thousands('0.0,,"M"'), thousands("#,##0"), thousands("#,##0.00_);(#,##0,)")
    (1, 2, 0, 0)
    """
    match = _SHORTENED(_SAID.sub("", code).split(";")[0])
    return len(match[1]) if match else 0


def shortened(view: View, block: Block, columns: Sequence[int]) -> dict[int, set[int]]:
    """How the figures of columns are shown, on the first rows: the different numbers of ``thousands`` of each."""
    found: dict[int, set[int]] = {}
    for row in range(block.body, min(block.end, block.body + _ROWS)):
        for column in columns:
            cell = view.at(row, column)
            if cell is not None and cell.kind is Kind.NUMBER and cell.text != "0":
                found.setdefault(column, set()).add(thousands(cell.format) if "," in cell.format else 0)
    return found
