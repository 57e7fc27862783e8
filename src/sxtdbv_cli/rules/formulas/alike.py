"""Formulas that differ from nearly all others of their column, or of their row: what a copied formula should be."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.grid import Grid, Kind
from sxtdbv_cli.model.place import column_letters, column_number
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.rules.formulas.calculate import calculate, magnitude, number
from sxtdbv_cli.rules.formulas.parse import NotRead

ALIKE, RAREST, MOST = 3, 4, 1000
"""So many cells that are the same formula show what it should be; one in so many may differ; so many are looked at."""
_CELL = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\d(A-Z])").sub
_RELATIVE = re.compile(r"R\[(-?\d+)\]C\[(-?\d+)\]").sub
_DONE = re.compile(r"[A-Z]+\(|[-+*/]").findall


class Odd(NamedTuple):
    """A formula that differs, the one that it should be like, and how many are."""

    position: Position
    formula: str
    usual: str
    times: int


def odd_ones(grid: Grid, positions: Sequence[Position]) -> Iterator[Odd]:
    """Those among the formulas of some cells that differ from nearly all of these in the cells that they name alone,
    and come to something else."""
    cells = ((position, cell) for position in positions[:MOST] if (cell := grid.at(*position)) is not None)
    formulas = [(position, cell.formula) for position, cell in cells if cell.formula and cell.kind is Kind.NUMBER]
    alike = [relative(formula, position) for position, formula in formulas]
    (usual, count), *others = Counter(alike).most_common() or [("", 0)]
    if not others or count < ALIKE or (len(formulas) - count) > max(1, count // RAREST):
        return
    for (position, formula), one in zip(formulas, alike, strict=True):
        if one != usual and _is_like(one, usual):
            meant = _absolute(usual, position)
            if not _comes_to(grid, position, meant):
                yield Odd(position, formula, meant, count)


def relative(formula: str, position: Position) -> str:
    """A formula as it reads wherever it is copied to."""
    row, column = position

    def name(match: re.Match[str]) -> str:
        """One cell, by how far it stands from the formula."""
        down, right = int(match[4]) - 1 - row, column_number(match[2]) - 1 - column
        return match[0] if match[1] or match[3] else f"R[{down}]C[{right}]"

    return _CELL(name, formula)


def _absolute(copied: str, position: Position) -> str:
    """The same formula in a cell."""
    row, column = position
    return _RELATIVE(lambda at: f"{column_letters(column + int(at[2]) + 1)}{row + int(at[1]) + 1}", copied)


def _is_like(one: str, usual: str) -> bool:
    """Whether two formulas differ in the cells they name alone: no numbers of their own, like functions and signs."""
    own = [re.sub(r"R\[-?\d+\]C\[-?\d+\]|\$?[A-Z]{1,3}\$?\d+", "", text) for text in (one, usual)]
    return not re.search(r"\d", own[0]) and {*_DONE(own[0])} == {*_DONE(own[1])}


def _comes_to(grid: Grid, position: Position, formula: str) -> bool:
    """Whether a cell holds what another formula comes to."""
    found = grid.at(*position)
    try:
        calculated = calculate(grid, formula)
    except NotRead:
        return False
    return found is not None and magnitude(number(found.text) - calculated.value) <= calculated.noise
