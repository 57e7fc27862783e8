"""Values of workbooks as typed cells: figures exactly as stored, dates in ISO form."""

import datetime
import math
import re
from decimal import Decimal

from sxtdbv_cli.model.grid import Grid, GridCell, Kind

MOST_CELLS = 2_000_000
"""The most cells with something in them a sheet may have: a plan of 100 000 lines has one million."""
MOST_DIGITS = 1000
"""No number has as many digits in a row; of more than four thousand Python makes none."""
_LONG = re.compile(rf"\d{{{MOST_DIGITS},}}").search


def number(value: int | float | Decimal, format_code: str = "", indent: int = 0) -> GridCell:
    """A figure in plain digits: the shortest decimal that gives the stored binary number back.

    >>> number(1977.8).text, number(1e22).text, number(0.1 + 0.2).text
    ('1977.8', '10000000000000000000000', '0.30000000000000004')
    """
    if isinstance(value, float) and not math.isfinite(value):
        return GridCell(Kind.ERROR, "#NUM!", format=format_code, indent=indent)
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    digits = f"{exact:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return GridCell(Kind.NUMBER, "0" if digits == "-0" else digits, format=format_code, indent=indent)


def date(value: datetime.datetime | datetime.time, format_code: str = "") -> GridCell:
    """A date or a time in ISO form; midnight is not said."""
    return GridCell(Kind.DATE, value.isoformat().removesuffix("T00:00:00"), format=format_code)


def truth(value: object) -> GridCell:
    """TRUE or FALSE."""
    return GridCell(Kind.TRUTH, "TRUE" if value else "FALSE")


def typed(text: str, indent: int = 0) -> GridCell | None:
    """A text as it was typed; nothing where it holds blanks only."""
    return GridCell(Kind.TEXT, text, indent=indent) if text.strip() else None


def times(text: str | None) -> int:
    """How often something stands, or how many rows or columns it takes, as a file states it; 1 where it does not."""
    bare = (text or "").strip()
    return max(1, int(bare)) if bare.isdecimal() and len(bare) < 10 else 1


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """A raised text, its digits still raised: a footnote or a power is no part of the figure before it."""
    return text.translate(_RAISED)


def trimmed(row: list[GridCell | None]) -> list[GridCell | None]:
    """A row without the empty cells at its end."""
    while row and row[-1] is None:
        row.pop()
    return row


def long_number(grid: Grid) -> tuple[int, int] | None:
    """The row and column of the first cell with ``MOST_DIGITS`` digits in a row and more; None where there is none."""
    for row, cells in enumerate(grid.rows):
        for column, cell in enumerate(cells):
            if cell is not None and len(cell.text) >= MOST_DIGITS and _LONG(cell.text):
                return row, column
    return None
