"""Which rows the formulas of a row add up: what the author of a workbook says a line is the sum of."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from operator import attrgetter

from sxtdbv_cli.model.grid import LONGEST_FORMULA
from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.totals import is_balance

_SUM = re.compile(r"=\+?(?:SUM|SUBTOTAL)\((?:(?:9|109)[,;])?([A-Z0-9:,;]+)\)").fullmatch
_TERMS = re.compile(r"=\+?[A-Z]{1,3}\d+(?:\+[A-Z]{1,3}\d+)+").fullmatch
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?")
_formula = attrgetter("formula")
LONGEST_RUN = 100_000


def read_formulas(view: View, heads: Sequence[Head], entries: Sequence[Entry]) -> None:
    """Tell each entry the rows that most of its formulas add, in their own column."""
    columns = [(head.column, column_letters(head.column + 1)) for head in heads]
    for entry in entries if view.grid.has_formulas else ():
        if not any(map(_formula, filter(None, view.rows[entry.row]))):
            continue
        seen = Counter(
            rows
            for column, letters in columns
            if (cell := view.at(entry.row, column)) is not None
            and cell.formula
            and (rows := rows_added(cell.formula, letters, entry.row))
        )
        if seen:
            entry.adds = min(seen, key=lambda rows: (-seen[rows], sorted(rows)))


def rows_added(formula: str, letters: str, row: int) -> frozenset[int] | None:
    """The rows (from 0) of its own column that a formula adds up: ``=SUM(C5:C9)``, ``=C5+C9``; None for any other."""
    if len(formula) > LONGEST_FORMULA:
        return None
    text = formula.replace("$", "").replace(" ", "").upper()
    match = _SUM(text)
    if match is None and not _TERMS(text):
        return None
    found: set[int] = set()
    for first, top, last, bottom in _CELL.findall(match[1] if match else text):
        if first != letters or (last or letters) != letters or int(bottom or top) - int(top) > LONGEST_RUN:
            return None
        found |= set(range(int(top) - 1, int(bottom or top)))
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
