"""Workbooks as a spreadsheet sees them: stored values, and formulas calculated anew in exact fractions.

The calculation is on the tokens of openpyxl, not on anything of ours.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.formula import Tokenizer
from openpyxl.utils import range_boundaries


class Stored(NamedTuple):
    """A workbook twice: its formulas, its values."""

    formulas: Any
    values: Any


def stored(content: bytes) -> Stored:
    return Stored(load_workbook(BytesIO(content)), load_workbook(BytesIO(content), data_only=True))


def formulas(book: Stored) -> Iterator[tuple[str, str]]:
    """The sheet and the name of every cell that is a formula."""
    for sheet in book.formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate


def exact(value: Any) -> Any:
    """A stored number as the decimal it is shown as."""
    return Fraction(str(value)) if isinstance(value, int | float) else value


def calculate(book: Stored, sheet: str, cell: str) -> Any:
    """The value of a cell from the typed cells alone."""

    @cache
    def value(sheet: str, cell: str) -> Any:
        found = book.formulas[sheet][cell]
        return _formula(str(found.value), sheet) if found.data_type == "f" else exact(found.value)

    def area(reference: str, here: str) -> list[Any]:
        there, _, cells = reference.rpartition("!")
        name = there.strip("'").replace("''", "'") or here
        left, top, right, bottom = range_boundaries(cells)
        names = [
            book.formulas[name].cell(row, column).coordinate
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        ]
        return [value(name, cell) for cell in names]

    def _formula(text: str, here: str) -> Any:
        python = ""
        for token in Tokenizer(text).items:
            if token.subtype == "RANGE":
                python += f"(area({token.value!r}, {here!r})" + ("" if ":" in token.value else "[0] or 0") + ")"
            elif token.subtype == "NUMBER":
                python += f"Fraction({token.value!r})"
            elif token.type == "FUNC" and token.subtype == "OPEN":
                python += f"functions[{token.value[:-1]!r}]("
            else:
                python += token.value
        return eval(python, {"area": area, "Fraction": Fraction, "functions": FUNCTIONS})

    return value(sheet, cell)


def _sum(*arguments: Any) -> Fraction:
    flat = [item for argument in arguments for item in (argument if isinstance(argument, list) else [argument])]
    return sum((item for item in flat if isinstance(item, Fraction)), Fraction(0))


def _round(value: Fraction, digits: Fraction) -> Fraction:
    step = Fraction(10) ** int(digits)
    scaled = abs(value) * step
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole) / step


FUNCTIONS = {"SUM": _sum, "ROUND": _round}
