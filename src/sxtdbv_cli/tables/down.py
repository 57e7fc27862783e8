"""What formulas add up, where they are nothing but sums of cells (``=SUM(C5:C9,C12)``, ``=C5+D5-E5``), and which rows
those of a row add: what the author of a workbook says a line is the sum of."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from operator import attrgetter
from typing import NamedTuple

from sxtdbv_cli.model.grid import LONGEST_FORMULA
from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.totals import is_balance
from sxtdbv_cli.text.saying import Late

_formula = attrgetter("formula")
LONGEST_RUN = 100_000
_SUM = Late(r"=\+?(?:SUM|SUBTOTAL)\((?:(?:9|109)[,;])?([A-Z0-9:,;]+)\)").fullmatch
_SIGNED = Late(r"=[+-]?[A-Z]{1,3}\d+(?:[+-][A-Z]{1,3}\d+)+").fullmatch
_PRODUCT = Late(r"=(?:[A-Z]{1,3}\d+|[\d.]+)(?:\*(?:[A-Z]{1,3}\d+|[\d.]+))+").fullmatch
_CELLS = Late(r"(-?)([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?").findall


def read_formulas(view: View, heads: Sequence[Head], entries: Sequence[Entry]) -> None:
    """Tell each entry the rows that most of its formulas add, in their own column; none where as many take away."""
    columns = [(head.column, column_letters(head.column + 1)) for head in heads]
    for entry in entries if view.grid.has_formulas else ():
        if not any(map(_formula, filter(None, view.rows[entry.row]))):
            continue
        cells = [(view.at(entry.row, column), letters) for column, letters in columns]
        formulas = [(cell.formula, letters) for cell, letters in cells if cell is not None and cell.formula]
        added = (rows_added(formula, letters, entry.row) for formula, letters in formulas)
        seen = Counter(filter(None, added))
        less = sum(_takes_away(formula, letters) for formula, letters in formulas) if seen else 0
        if seen and less < max(seen.values()):
            entry.adds = min(seen, key=lambda rows: (-seen[rows], -len(rows), sorted(rows)))  # sooner a row too few
        elif entry.total:
            entry.multiplies = any(
                (cell := view.at(entry.row, column)) is not None and _multiplies(cell.formula or "", entry.row)
                for column, _ in columns
            )


def _takes_away(formula: str, letters: str) -> bool:
    """Whether a formula adds cells of its own column, and takes some away."""
    found = cells_added(formula)
    return any(one.minus for one in found) and all(one.left == one.right == letters for one in found)


def _multiplies(formula: str, row: int) -> bool:
    """Whether a formula is nothing but the product of cells, none of them of its own row (from 0), or of numbers."""
    match = _PRODUCT(formula.replace("$", "").replace(" ", ""))
    return match is not None and str(row + 1) not in re.findall(r"[A-Z](\d+)", match[0])


def rows_added(formula: str, letters: str, row: int) -> frozenset[int] | None:
    """The rows (from 0) of its own column that a formula adds up: ``=SUM(C5:C9)``, ``=C5+C9``; None for any other."""
    found: set[int] = set()
    for one in cells_added(formula):
        if one.minus or not one.left == one.right == letters or one.bottom - one.top > LONGEST_RUN:
            return None
        found |= set(range(one.top - 1, one.bottom))
    return frozenset(found) if found and row not in found else None


def agrees(whole: Entry, parts: Sequence[Entry], all_rows: Set[int]) -> bool:
    """Whether the formulas of a line add exactly these lines; what else they pass over holds no figures.

    ``all_rows`` are the rows of all lines that have figures.
    """
    rows = {part.figures_row for part in parts if part.has_figures}
    return bool(rows) and rows <= whole.adds and not (whole.adds & all_rows) - rows


def by_formula(entries: Sequence[Entry]) -> Iterator[int]:
    """For each line the nearest whose formulas add it, -1 for none; a balance that is carried on heads nothing."""
    adding = [line for line, entry in enumerate(entries) if entry.adds and not is_balance(entry.title)]
    owners = sorted(((len(entries[line].adds), line) for line in adding), reverse=True)
    owner = {row: line for _, line in owners for row in entries[line].adds}  # the smallest sum is the last to say so
    return (owner.get(entry.row, -1) for entry in entries)


class Added(NamedTuple):
    """A cell or a range that is added, or taken away: its columns and rows as the formula calls them."""

    minus: bool
    left: str
    top: int
    right: str
    bottom: int


def cells_added(formula: str) -> list[Added]:
    """The cells that a formula adds and takes away; none where it is no such sum."""
    text = formula.replace("$", "").replace(" ", "").upper() if len(formula) <= LONGEST_FORMULA else ""
    match = _SUM(text)
    found = _CELLS(match[1] if match else text) if match or _SIGNED(text) else ()
    return [Added(bool(sign), one, int(top), other or one, int(end or top)) for sign, one, top, other, end in found]
