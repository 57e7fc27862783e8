"""What a row with fewer cells than its table has columns can be: which columns its cells stand in.

Cells that were merged are missing in the text. Three kinds of such rows are known by what they hold: a heading without
figures, whose other cells were merged; a row whose first cells reach down from the row above; and, where sums prove it,
a row whose title covers the columns up to its figures. Two more are tried where these lead nowhere: headings without a
number, and rows into which one cell of words (a unit) reaches down behind the title.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.files.txt.cell import (
    holds_figure,
    holds_words,
    is_amount,
    is_code,
    is_label,
    is_number,
    is_total,
    says_words,
)
from sxtdbv_cli.files.txt.tokens import Piece

_ROMAN = re.compile(r"[IVXLC]{1,6}\.?").fullmatch
_WORD = re.compile(r"\b[a-zà-ỹđ]{2}").search
Kinds = tuple[str, ...]
"""What each column was found to hold: figures, words or nothing yet."""


class Table(NamedTuple):
    """How many columns a table has, which holds its titles (those before it hold codes and groups), how many cells the
    rows have whose titles cover columns before figures (0: none does), and which kind of row is tried besides:
    ``unnumbered`` headings, or ``down``."""

    columns: int
    title: int = 1
    spread: int = 0
    besides: str = ""


class Placed(NamedTuple):
    """A row: where its first cell is in the pieces, its cells, the column of each, and whether some were merged:
    ``under`` cells of the row above, ``down`` with one behind the title, or ``spread`` over several columns."""

    start: int
    cells: Sequence[Piece]
    columns: Sequence[int]
    merged: str = ""

    @property
    def placed(self) -> Iterator[tuple[int, Piece]]:
        """Each cell with its column."""
        return zip(self.columns, self.cells, strict=True)

    def content(self) -> dict[int, Piece]:
        """Its cells that are not blank, by their columns."""
        return {column: piece for column, piece in self.placed if not piece.blank}

    def said(self) -> tuple[tuple[int, int], ...]:
        """The column and the number of each of these."""
        return tuple(
            (column, number) for number, (column, piece) in enumerate(self.placed, self.start) if not piece.blank
        )

    def figures(self, table: Table) -> list[int]:
        """The columns behind the title in which it has figures."""
        return [column for column, piece in self.placed if column > table.title and holds_figure(piece.text)]


def rows_at(pieces: Sequence[Piece], at: int, table: Table) -> Iterator[Placed]:
    """Every row of a table that can begin at a piece."""
    for cells in range(1, table.columns + 1):
        row = pieces[at : at + cells]
        if len(row) < cells:
            return
        for merged, columns in _placed(row, table):
            yield Placed(at, row, columns, merged)


def _placed(row: Sequence[Piece], table: Table) -> Iterator[tuple[str, Sequence[int]]]:
    columns, title, cells = table.columns, table.title, len(row)
    missing = columns - cells
    if table.spread and (covered := _covered(row, table)):
        yield "spread", covered
    if not missing:
        if _opens(row, title):
            yield "", range(columns)
    elif not any(holds_figure(piece.text) for piece in row[1:]):
        if cells > title and (table.besides == "unnumbered" or not row[0].blank) and _opens(row, title):
            yield "", range(cells)
        elif cells <= columns - title and is_title(row[0]):
            yield "", range(title, title + cells)
    elif title < missing and is_total(row[0].text):
        yield "under", (title, *range(missing + 1, columns))
    elif missing <= title and is_title(row[title - missing]) and is_title(row[0]):
        yield "under", range(missing, columns)
    elif table.besides == "down" and missing == 1 and cells > title and _opens(row, title):
        yield from (("down", (*range(hole), *range(hole + 1, columns))) for hole in range(title + 1, columns))


def _covered(row: Sequence[Piece], table: Table) -> tuple[int, ...]:
    """The columns of a row whose title covers those up to its figures; none where it is no such row. Blank cells may
    stand behind it for the covered columns: they make it as long as the others."""
    first = table.columns - table.spread + 2
    long = len(row) == table.columns and all(piece.blank for piece in row[table.spread :])
    if not (long or len(row) == table.spread) or not (holds_figure(row[2].text) and _opens(row, table.title)):
        return ()
    return (0, 1, *range(first, table.columns), *range(2, first))[: len(row)]


def _opens(row: Sequence[Piece], title: int) -> bool:
    """Whether a row has a code, which is no word (*người/ngày*), or none, and a title, or *Tổng* before its column."""
    code = row[0].text
    total = row[title].blank and any(is_total(piece.text) for piece in row[1:title])
    coded = (is_number(code) or (is_code(code) and not _WORD(code))) and not is_amount(code)
    return coded and (total or is_title(row[title]))


def is_title(piece: Piece) -> bool:
    """Whether a cell can be a title: words, no figure and no numeral."""
    return says_words(piece.text) and not holds_figure(piece.text) and not _ROMAN(piece.text)


def is_numbering(row: Sequence[Piece]) -> bool:
    """Whether cells number the columns."""
    return len(row) > 2 and all(is_label(piece.text) for piece in row)


def numbers_columns(row: Sequence[Piece]) -> bool:
    """Whether a row numbers the columns, all or those behind the first."""
    return is_numbering(row[1:] if row and row[0].blank else row)


def reaches_down(above: Placed | None, row: Placed) -> bool:
    """Whether the cell that a row is without is one of words in the row above, or reaches down into that as well."""
    if above is None or above.columns == row.columns:
        return above is not None
    (hole,) = {*range(len(row.columns) + 1)} - {*row.columns}
    return any(column == hole and holds_words(piece.text) for column, piece in above.placed)


def may_be_without_another(row: Placed, table: Table, kinds: Kinds) -> bool:
    """Whether the cells of a row would suit the columns as well if it were without another of its cells."""
    cells = [kind_of(piece) for piece in row.cells]
    ways = ([*range(hole), *range(hole + 1, table.columns)] for hole in range(table.title + 1, table.columns))
    return (
        sum(all(kind in ("", kinds[c]) or not kinds[c] for c, kind in zip(way, cells, strict=True)) for way in ways) > 1
    )


def kinds_after(row: Placed, table: Table, kinds: Kinds) -> Kinds | None:
    """What the columns hold with one more row; None where one would hold both figures and words.

    A row without a figure may say anything anywhere: no amount depends on it. Columns that titles cover count things,
    in figures too small for groups or in words (*ngày*); no amount stands there.
    """
    covered = range(2, table.columns - table.spread + 2) if table.spread else range(0)
    cells = [(column, "" if column in covered and _is_count(piece) else kind_of(piece)) for column, piece in row.placed]
    found = list(kinds)
    if any(kind == "figures" for column, kind in cells if column > table.title):
        for column, kind in cells:
            if column > table.title and kind and found[column] not in ("", kind):
                return None
            found[column] = kind or found[column]
    return tuple(found)


def _is_count(piece: Piece) -> bool:
    return holds_figure(piece.text) and not is_amount(piece.text)


def kind_of(piece: Piece) -> str:
    """Whether a cell holds figures, words, or neither: nothing, a mark, a quantity with its unit."""
    return "figures" if holds_figure(piece.text) else "words" if holds_words(piece.text) else ""


def may_have_a_hole(row: Placed, table: Table, kinds: Kinds) -> bool:
    """Whether a row with one blank more before a figure, and one less at its end, would suit the columns as well: then
    it is not certain which of them its figures stand in."""
    cells = [kind_of(piece) for piece in row.cells]
    behind = [number for number, column in enumerate(row.columns) if column > table.title]
    if not behind or cells[behind[-1]] or not row.cells[behind[-1]].blank:
        return False
    for hole in behind:
        moved = [(row.columns[number + 1], cells[number]) for number in behind[:-1] if number >= hole]
        if any(kind == "figures" for _, kind in moved) and all(kind in ("", kinds[column]) for column, kind in moved):
            return True
    return False
