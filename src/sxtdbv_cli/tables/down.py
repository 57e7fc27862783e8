"""Which rows the formulas of a row add up: what the author of a workbook says a line is the sum of."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from operator import attrgetter

from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.formulas import cells_added
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.totals import is_balance

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
