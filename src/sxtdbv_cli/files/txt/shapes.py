"""Tables with a cell on each line and bars between, as texts of legal sites come: where the rows begin is worked out.

A bar ends every cell; in one variety another stands before each row. The rows are found by the number of columns with
which every column holds figures only, or words only; more than one such number is refused.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from operator import and_
from typing import NamedTuple

from sxtdbv_cli.files.txt.cell import (
    heading_lines,
    heads_words,
    holds_figure,
    holds_words,
    is_amount,
    is_code,
    is_figure,
    is_heading,
    is_label,
    is_number,
    is_total,
    numbers_lines,
    says_words,
)
from sxtdbv_cli.files.txt.tokens import BLANK, Piece

MOST_COLUMNS = 60
MOST_HEADER_ROWS = 5
LEAST_ROWS = 2
FIRST = 3
"""So many cells of a row at most are blank before it says anything."""
LONGEST_LAST_CELL = 40
_NUMBER = re.compile(r"[-+(~]?\d[\d.,]*\)?").fullmatch


class Shape(NamedTuple):
    """How the pieces of a table are cut into rows: ``first`` piece of the first row of ``width`` pieces, of which
    ``lead`` (0 or 1) stand before its first cell; what stands before ``first`` is the rest of the header."""

    first: int
    width: int
    lead: int

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return self.width - self.lead


def shapes(pieces: Sequence[Piece], lead: int) -> list[Shape]:
    """Every way to cut a table into rows, from its first heading on, in which all rows agree; multiples are left out.

    Args:
        pieces: those of the table, the last one not ended by a bar.
        lead: 1 if a bar stands before each row.
    """
    coded = bool(heading_lines(pieces[0]))
    if not coded and not lead:
        return []
    found = [*(_full_shapes if lead else _plain_shapes)(pieces), *_headed_shapes(pieces, lead, coded=coded)]
    least: list[Shape] = []
    for shape in sorted(found, key=lambda shape: (shape.width, shape.first)):
        if not any(shape.width % other.width == 0 for other in least):
            least.append(shape)
    return least


def _plain_shapes(pieces: Sequence[Piece]) -> Iterator[Shape]:
    """Rows from the very first heading: no cell of the header is missing. The last row may be short, where the text
    breaks off; what follows a table is longer than a cell."""
    for width in range(2, min(MOST_COLUMNS, len(pieces) // LEAST_ROWS) + 1):
        shape = Shape(0, width, 0)
        rows = rows_of(cells_of(pieces, shape), shape)
        short = not is_cell(pieces, shape) or len(pieces[-1].text) <= LONGEST_LAST_CELL
        if short and names_columns(rows) and _agree(rows, heads=1):
            yield shape


def _full_shapes(pieces: Sequence[Piece]) -> Iterator[Shape]:
    """Rows that all have the cells of the first, which names every column, and a bar before each: their number says
    where they begin, whatever they hold, if each begins as a row does, and no column has both numbers and words behind
    others."""
    columns = next((number for number, piece in enumerate(pieces) if piece.blank), 0)
    led = [BLANK, *pieces[:-1]]
    shape = Shape(columns, columns + 1, 1)
    if columns < LEAST_ROWS or len(led) % shape.width or not all(piece.blank for piece in led[:: shape.width]):
        return
    head, *rows = [[piece.text for piece in row] for row in rows_of(led, shape._replace(first=0))]
    mixed = any(_is_mixed(column, _NUMBER) for column in zip(*map(_without_labels, rows), strict=True))
    coded = numbers_lines(head[0])
    begun = all(_begins(row, coded=coded) for row in rows)
    if len(rows) > LEAST_ROWS and all(map(is_heading, head)) and begun and not mixed:
        yield shape


def _begins(row: Sequence[str], *, coded: bool) -> bool:
    """Whether a row has a figure or something in its first cells; below *STT* neither an amount nor words before others
    in place of a code, which has a number (*1 (bổ sung)*), or is that heading once more."""
    words = [column for column, text in enumerate(row) if says_words(text)]
    named = words[:1] == [0] != words and not (any(map(str.isdigit, row[0])) or numbers_lines(row[0]))
    return (any(row[:FIRST]) or any(map(holds_figure, row))) and not (coded and (named or is_figure(row[0])))


def is_shifted(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether rows below *STT* were cut elsewhere than they begin: an amount stands in place of a number, or behind the
    titles below a heading of notes or units, or there the code and the title of another row."""
    texts = [[piece.text for piece in row] for row in rows]
    heads = zip(*texts[:MOST_HEADER_ROWS], strict=False)
    worded = [at for at, column in enumerate(heads) if at > 1 and any(map(heads_words, column))]
    return any(_holds_another(row) or any(is_amount(row[at]) for at in (0, *worded) if at < len(row)) for row in texts)


def _holds_another(row: Sequence[str]) -> bool:
    """Whether a row ends with a code that counts nothing, and words, behind its title."""
    last = [text for text in row[2:] if text][-2:]
    code, title = last if len(last) > 1 else ("", "")
    return any(map(says_words, row[1:2])) and is_number(code) and not holds_figure(code) and says_words(title)


def _without_labels(row: Sequence[str]) -> Sequence[str]:
    """A row without the words that stand before everything else in it and are its only ones: those of a total right
    beside its figure."""
    words = [column for column, text in enumerate(row) if says_words(text)]
    first = next((column for column, text in enumerate(row) if text), 0)
    return ["" if words == [first] and column == first else text for column, text in enumerate(row)]


def names_columns(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether the first of rows names all columns, or does with those below it that name no line: blanks are what
    merged cells cover. The column of titles may have no name."""
    bare = rows[0][0].blank
    lower = takewhile(lambda row: len(row) > 1 and row[0].blank and (bare or row[1].blank), rows[1:MOST_HEADER_ROWS])
    head = [rows[0], *lower]
    named = all(any(not piece.blank for piece in column) for column in [*zip(*head, strict=False)][bare:])
    return named and all(piece.blank or is_heading(piece.text) for row in head for piece in row)


def _headed_shapes(pieces: Sequence[Piece], lead: int, *, coded: bool) -> Iterator[Shape]:
    """Rows counted from the end, up to a header that may have merged cells, and holds no figures."""
    end = len(pieces) - 1
    for width in range(3, min(MOST_COLUMNS, end // LEAST_ROWS) + 1):
        first = _top(pieces[:end], width, lead)
        headings = all(is_heading(piece.text) or (lead and piece.blank) for piece in pieces[:first])
        if not 0 < first <= width * MOST_HEADER_ROWS or not headings:
            continue
        shape = Shape(first, width, lead)
        rows = rows_of(pieces[:end], shape)
        agree = (coded or lead) and _agree(rows, heads=0, lead=lead)
        agree = agree or (not coded and _agree_on(0, rows, heads=0, counts=True))
        if agree and (lead or _coded(rows)):
            yield shape


def _top(pieces: Sequence[Piece], width: int, lead: int) -> int:
    """Up to which piece rows of a width can be counted from the end, no column having both figures and words."""
    figures, words = [False] * width, [False] * width
    first = len(pieces)
    while first - width >= 0 and _is_row(row := pieces[first - width : first], lead):
        for column, piece in enumerate(row):
            figures[column] |= is_figure(piece.text)
            words[column] |= holds_words(piece.text)
        if any(map(and_, figures, words)):
            break
        first -= width
    return first


def _is_row(row: Sequence[Piece], lead: int) -> bool:
    """Whether pieces can be a row: it has words in its first columns, behind a bar among its first cells that are not
    blank, or numbers the columns."""
    cells = [piece.text for piece in row[lead:]]
    worded = any(map(says_words, [*filter(None, cells)][:FIRST] if lead else cells[:2]))
    return (not lead or row[0].blank) and (worded or all(map(is_label, cells)))


def _coded(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether the second column has words, the first some codes, below a row that may number the columns: without a bar
    nothing else shows where rows begin."""
    texts = [[piece.text for piece in row] for row in rows]
    texts = texts[1:] if texts and all(map(is_label, texts[0])) else texts
    return sum(bool(row[0]) for row in texts) >= LEAST_ROWS and all(_titled(row, 1) for row in texts)


def rows_of(pieces: Sequence[Piece], shape: Shape) -> list[list[Piece]]:
    """The rows of a shape, the last one perhaps short."""
    cells = range(shape.first, len(pieces), shape.width)
    return [list(pieces[start + shape.lead : start + shape.width]) for start in cells]


def _agree(rows: Sequence[Sequence[Piece]], heads: int, lead: int = 0) -> bool:
    """Whether below the header every row has words in one and the same column, no column has both figures and words,
    and several rows hold figures.

    Args:
        rows: of equal length, the last one perhaps short.
        heads: how many of them are header rows whatever they hold.
        lead: 1 if a bar stands before each: titles may then stand in any column but the first, and figures may all be
            too small to be written in groups.
    """
    titles = range(1, len(rows[0]) if lead else min(3, len(rows[0]))) if rows else ()
    return any(_agree_on(title, rows, heads, counts=bool(lead)) for title in titles)


def _agree_on(title: int, rows: Sequence[Sequence[Piece]], heads: int, *, counts: bool) -> bool:
    """The same for one column of titles."""
    texts = [tuple(piece.text for piece in row) for row in rows]
    first = heads
    while heads < min(len(rows), MOST_HEADER_ROWS) and not _titled(texts[heads], title):
        heads += 1
    body = [row for row in texts[heads:] if row not in texts[:heads]]
    full = [row for row in body if len(row) == len(rows[0])]
    is_one = holds_figure if counts and not _filled(full, is_figure, title) else is_figure
    return (
        _filled(full, is_one, title)
        and all(_titled(row, title) and (title == 0 or _is_coded(row[0])) for row in body)
        and all(map(_is_header, texts[:heads]))
        and not any(row[0] and says_words(row[0]) for row in texts[first:heads])
        and not any(
            _is_mixed(column, is_one if number > title else is_figure)
            for number, column in enumerate(zip(*full, strict=True))
        )
    )


def _is_coded(text: str) -> bool:
    """Whether a code, and no amount, may stand in a cell; or *Tổng* in place of one."""
    return (is_code(text) and not is_figure(text)) or is_total(text)


def _is_header(row: Sequence[str]) -> bool:
    """Whether a row without a title can be one of a header: headings, or numbers of the columns."""
    cells = [text for text in row if text]
    return not any(map(is_figure, cells)) and (all(map(is_heading, cells)) or all(map(is_label, cells)))


def _filled(rows: Sequence[Sequence[str]], is_one: Callable[[str], object], title: int) -> bool:
    """Whether several rows hold figures behind their titles."""
    return sum(any(map(is_one, row[title + 1 :])) for row in rows) >= LEAST_ROWS


def _is_mixed(column: Sequence[str], is_one: Callable[[str], object]) -> bool:
    return any(map(is_one, column)) and any(map(holds_words, column))


def _titled(row: Sequence[str], title: int) -> bool:
    """Whether a row has words in the column of titles, or *Tổng* stands where others have a code."""
    return len(row) > title and (says_words(row[title]) or (is_total(row[0]) and not row[title].strip("-–")))


def is_cell(pieces: Sequence[Piece], shape: Shape) -> bool:
    """Whether what stands behind the last bar is a cell of the last row: otherwise it is the text after the table."""
    return (len(pieces) - 1 - shape.first) % shape.width != 0


def cells_of(pieces: Sequence[Piece], shape: Shape) -> Sequence[Piece]:
    """The pieces that are cells."""
    return pieces if is_cell(pieces, shape) else pieces[:-1]
