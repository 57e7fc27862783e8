"""Rows of a table with bars before each row, some of them shorter than the header: the headings of sections, whose
cells behind the title were merged.

Such a row holds no figure, so nothing depends on which cells were merged; where it ends must follow from the rows
around it, in one way only.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sxtdbv_cli.files.txt.laid import Laid
from sxtdbv_cli.files.txt.shapes import LEAST_ROWS, holds_figure, is_code, is_heading, says_words
from sxtdbv_cli.files.txt.tokens import Piece

LEAST_COLUMNS = 3
MOST_STEPS = 100_000
"""So many rows are tried; a table that needs more is not read."""

_NUMBER = re.compile(r"[IVXL]{1,6}|[A-ZĐa-zđ]|[\d.,]+[.)]?").fullmatch
_Kinds = tuple[str, ...]
"""What each column was found to hold: figures, words or nothing yet."""


class _Step(NamedTuple):
    """One row on the way: where it begins, how many cells it has, the columns after it, and the rows before."""

    start: int
    cells: int
    kinds: _Kinds
    before: "_Step | None"


def by_sections(pieces: Sequence[Piece], *, ends: bool) -> Laid | None:
    """The rows of a table with a header of one row; None where no way, or more than one, leads through them.

    Args:
        pieces: those of the table from its first heading on, the last one not ended by a bar.
        ends: whether the text ends behind them: a table that ends with the heading of a section breaks off.
    """
    columns, body, found = _cut(pieces)
    if len(found) != 1:
        return None
    rows = [body[start : start + cells] for start, cells in found[0]]
    if ends and (_is_section(rows[-1]) or _breaks_off(pieces[-1])):
        return None
    filled = sum(any(holds_figure(piece.text) for piece in row[2:]) for row in rows)
    return Laid([list(row) for row in (pieces[:columns], *rows)]) if filled >= LEAST_ROWS else None


def _breaks_off(last: Piece) -> bool:
    """Whether what stands behind the last bar is the beginning of another row."""
    return bool(_NUMBER(last.text))


def is_clear(pieces: Sequence[Piece], *, whole: bool) -> bool:
    """Whether no more than one way leads through the rows, if some of them may be such sections.

    ``whole``: one way is known already, in which all rows are as long as the header.
    """
    columns, _, found = _cut(pieces)
    short = [way for way in found if not way or any(cells < columns for _, cells in way)]
    return not short if whole else len(found) < 2


def _cut(pieces: Sequence[Piece]) -> tuple[int, Sequence[Piece], list[list[tuple[int, int]]]]:
    """How many columns the first row has, what stands below it, and up to two ways through that."""
    columns = next((number for number, piece in enumerate(pieces) if piece.blank), 0)
    if columns < LEAST_COLUMNS or not all(is_heading(piece.text) for piece in pieces[:columns]):
        return 0, (), []
    body = pieces[columns:-1]
    return columns, body, list(islice(_ways(body, columns), 2))


def _ways(body: Sequence[Piece], columns: int) -> Iterator[list[tuple[int, int]]]:
    """Every way to cut the pieces into rows, as where each begins and how many cells it has."""
    waiting: list[tuple[int, _Step | None]] = [(0, None)]
    steps = 0
    while waiting and steps < MOST_STEPS:
        at, last = waiting.pop()
        steps += 1
        if at == len(body):
            yield _trail(last)
            continue
        if not body[at].blank:
            continue
        kinds = last.kinds if last else ("",) * columns
        for cells in range(2, columns + 1):
            row = body[at + 1 : at + 1 + cells]
            after = _kinds_after(row, kinds) if len(row) == cells else None
            if after is not None and (cells == columns or _is_section(row)):
                waiting.append((at + 1 + cells, _Step(at + 1, cells, after, last)))
    if waiting:
        yield from ([], [])  # too many ways to tell


def _trail(last: _Step | None) -> list[tuple[int, int]]:
    found = []
    while last is not None:
        found.append((last.start, last.cells))
        last = last.before
    return found[::-1]


def _is_section(row: Sequence[Piece]) -> bool:
    """Whether cells can be a row with merged cells: a code, a title and nothing behind."""
    return not row[0].blank and all(piece.blank for piece in row[2:])


def _kinds_after(row: Sequence[Piece], kinds: _Kinds) -> _Kinds | None:
    """What the columns hold with one more row; None where it is no row, or a column would hold figures and words."""
    if not is_code(row[0].text) or not says_words(row[1].text) or holds_figure(row[1].text):
        return None
    found = list(kinds)
    for column, piece in enumerate(row[2:], 2):
        kind = "figures" if holds_figure(piece.text) else "words" if says_words(piece.text) else ""
        if kind and found[column] not in ("", kind):
            return None
        found[column] = kind or found[column]
    return tuple(found)
