"""Formulas that differ from nearly all others of their column, or of their row: what a copied formula should be."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.grid import Grid, Kind
from sxtdbv_cli.model.place import column_letters, column_number
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.rules.formulas.calculate import calculate, magnitude, number
from sxtdbv_cli.rules.formulas.parse import NotRead
from sxtdbv_cli.text.saying import Late

ALIKE, RAREST, MOST = 3, 4, 1000
"""So many cells that are the same formula show what it should be; one in so many may differ; so many are looked at."""
_CELL = Late(r"'[^']*'|\"[^\"]*\"|(?<![\w.])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w.(!])").sub
"""A cell that a formula names, or what is in quotes: texts, and names of sheets (*'PL1'!*)."""
_ROW_COLUMN = r"R(?:\[(-?\d+)\]|(\d+))C(?:\[(-?\d+)\]|([A-Z]+))"
_RELATIVE = Late(_ROW_COLUMN).sub
_NAMED = Late(rf"{_ROW_COLUMN}|\$?[A-Z]{{1,3}}\$?\d+").sub
_IN_COLUMN, _IN_ROW = Late(r"!|R(?!\[0\])[\[\d]").search, Late(r"!|C(?!\[0\])[\[A-Z]").search
_LINK = Late(r"=\+?('(?:[^']|'')*'|[^\W\d]\w*)!\$?([A-Z]{1,3})\$?(\d{1,7})").fullmatch
_DONE = Late(r"[A-Z]+\(|[-+*/]").findall


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
    first, last = alike.index(usual), len(alike) - 1 - alike[::-1].index(usual)
    elsewhere = (_IN_ROW if positions[0][0] == positions[-1][0] else _IN_COLUMN)(usual)
    told = Counter(formula for _, formula in formulas)
    for at, ((position, formula), one) in enumerate(zip(formulas, alike, strict=True)):
        gap = elsewhere and not first < at < last and told[formula] == 1  # what they name may have one there
        if one != usual and not gap and _is_like(one, usual):
            meant = _absolute(usual, position)
            if not _comes_to(grid, position, meant):
                yield Odd(position, formula, meant, count)


class Link(NamedTuple):
    """A formula that only takes the figure of a cell of another sheet."""

    sheet: str
    column: str
    row: str

    def __str__(self) -> str:
        return f"={self.sheet}!{self.column}{self.row}"


def link_of(formula: str) -> Link | None:
    """The cell of another sheet whose figure a formula takes; None where it does anything else."""
    match = _LINK(formula)
    return Link(*match.groups()) if match else None


def odd_links(grid: Grid, positions: Iterable[Position]) -> Iterator[tuple[Odd, bool]]:
    """The cells that take their figure from another column of another sheet than nearly all of their column do, or
    (``True``) from another row or sheet than the cells beside them, where nearly all lines take theirs from one row."""
    cells = ((at, cell.formula) for at in positions if (cell := grid.at(*at)) is not None and cell.formula)
    links = [(at, link) for at, formula in islice(cells, MOST) if (link := link_of(formula))]
    for run in by_key((at[1], (at, link)) for at, link in links).values():
        usual, count = Counter(link.column for _, link in run).most_common(1)[0]
        if count >= ALIKE and len(run) - count <= max(1, count // RAREST):
            odd = ((at, link) for at, link in run if link.column != usual)
            yield from ((Odd(at, str(link), str(link._replace(column=usual)), count), False) for at, link in odd)
    lines = [run for run in by_key((at[0], (at, link)) for at, link in links).values() if len(run) > 1]
    mixed = [run for run in lines if len({(link.sheet, link.row) for _, link in run}) > 1]
    alike = len(lines) - len(mixed)
    for run in mixed if alike >= ALIKE and len(mixed) <= max(1, alike // RAREST) else ():
        sheet, row = Counter((link.sheet, link.row) for _, link in run).most_common(1)[0][0]
        odd = ((at, link) for at, link in run if (link.sheet, link.row) != (sheet, row))
        yield from ((Odd(at, str(link), str(link._replace(sheet=sheet, row=row)), alike), True) for at, link in odd)


def relative(formula: str, position: Position) -> str:
    """A formula as it reads wherever it is copied to."""
    row, column = position

    def name(match: re.Match[str]) -> str:
        """One cell, by how far it stands from the formula, as far as it moves with that."""
        if not match[2] or (match[1] and match[3]):
            return match[0]
        down = match[4] if match[3] else f"[{int(match[4]) - 1 - row}]"
        return f"R{down}C{match[2] if match[1] else f'[{column_number(match[2]) - 1 - column}]'}"

    return _CELL(name, formula)


def _absolute(copied: str, position: Position) -> str:
    """The same formula in a cell."""
    row, column = position

    def name(match: re.Match[str]) -> str:
        """One cell, by its own name."""
        letters = f"${match[4]}" if match[4] else column_letters(column + int(match[3]) + 1)
        return letters + (f"${match[2]}" if match[2] else str(row + int(match[1]) + 1))

    return _RELATIVE(name, copied)


def _is_like(one: str, usual: str) -> bool:
    """Whether two formulas differ in the cells they name alone: no numbers of their own, like functions and signs."""
    own = [_NAMED("", text) for text in (one, usual)]
    return not re.search(r"\d", own[0]) and {*_DONE(own[0])} == {*_DONE(own[1])}


def _comes_to(grid: Grid, position: Position, formula: str) -> bool:
    """Whether a cell holds what another formula comes to."""
    found = grid.at(*position)
    try:
        calculated = calculate(grid, formula)
    except NotRead:
        return False
    return found is not None and magnitude(number(found.text) - calculated.value) <= calculated.noise
