"""Tables pasted from the page of a browser whose cells hold paragraphs: a tab stands on a line of its own between two
cells of a row, and nothing but a blank line between two rows.

What stands between two tabs is one cell, or the last of a row and the first of the next: that one is blank, a code, a
total or the first heading of a table; in the header, any.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.txt.cell import heading_lines, holds_words, is_amount, is_number, is_total
from sxtdbv_cli.files.txt.faults import WHICH_CELL
from sxtdbv_cli.files.txt.laid import Laid
from sxtdbv_cli.files.txt.lost import with_lost_cells
from sxtdbv_cli.files.txt.tokens import Lines, Piece, Row, joined, piece_of
from sxtdbv_cli.model.finding import Unreadable

Paragraphs = Sequence[Piece]


def by_page(lines: Lines, file: str) -> Laid:
    """The rows of the tables, and a row for each paragraph around them, apart.

    Raises:
        Unreadable: to which cell or row a paragraph belongs cannot be told; or where the cells of a row stand that lost
        some in copying.
    """
    before, *between, behind = _between_tabs(lines)
    rows: list[Row] = [*_texts(before[:-1]), [*before[-1:]]]
    in_header, longest = True, 0
    for cell in between:
        opens = len(cell) > 1 and _opens(cell[-1])
        if len(cell) > 1 and (opens or in_header or len(rows[-1]) + 1 == longest):
            rows[-1].append(cell[0])
            longest = max(longest, len(rows[-1]))
            rows += _rows(cell, file)
            in_header &= not opens
        else:
            rows[-1].append(_one(cell, file))
    rows[-1].append(_one(behind[:1], file))
    rows += _texts(behind[1:])
    _check(rows, file)
    return with_lost_cells(rows, file)


def _check(rows: Sequence[Row], file: str) -> None:
    """See that no row took in the next one, for the longest is not alone, and that none was cut short by a blank cell
    of its own, for none with fewer cells stands above one without a code or a figure alone."""
    longest = max(rows, key=len)
    if len(rows) > 1 and sum(len(row) == len(longest) for row in rows) == 1:
        raise _unclear(longest[-1], file)
    for row, below in pairwise(rows):
        if 1 < len(row) < len(longest) and below[0].blank:
            raise _unclear(row[-1], file)
    for piece in (row[0] for row in rows if row):
        if is_amount(piece.text):
            raise _unclear(piece, file)


def _between_tabs(lines: Lines) -> list[list[Piece]]:
    """The paragraphs between tabs; one that holds a blank that does not break is there as well."""
    found: list[list[Piece]] = [[]]
    for number, line in lines:
        at = 1
        for text in [line] if "\t\t" in line and line.strip() else line.split("\t"):  # a text set to the right
            found += [[]] if at > 1 else []
            found[-1] += [piece_of(text, number, at)] if text.strip(" \r") else []
            at += len(text) + 1
    return found


def _opens(paragraph: Piece) -> bool:
    """Whether a paragraph can be the first cell of a row."""
    text = paragraph.text
    return not text or is_number(text) or is_total(text) or bool(heading_lines(paragraph))


def _rows(cell: Paragraphs, file: str) -> Iterator[Row]:
    """The rows that begin behind the last cell of one: those of one cell, and the next with its first."""
    last, *between, first = cell
    if between and holds_words(last.text):
        raise _unclear(between[0], file)
    for row in (*between, first):
        yield [row]


def _texts(paragraphs: Paragraphs) -> Iterator[Row]:
    """Lines apart from a table."""
    for paragraph in paragraphs:
        yield [paragraph]
        yield []


def _one(cell: Paragraphs, file: str) -> Piece:
    """The paragraphs of one cell; no figure is a part of one."""
    if len(cell) > 1 and (figure := next((part for part in cell if is_amount(part.text)), None)):
        raise _unclear(figure, file)
    return joined(cell)


def _unclear(piece: Piece, file: str) -> Unreadable:
    return refused(WHICH_CELL, piece.place(file), text=piece.text)
