"""Tables with a cell on each line, cut into rows of one length: a bar ends every cell, and in one variety another
stands before each row.

Every number of columns is tried, with a header that has all its cells or one that lost the merged ones. It fits where
each row begins as one does and no column holds both figures and words; where more than one fits, none is taken.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sxtdbv_cli.files.txt.cell import (
    heading_lines,
    heads_titles,
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
Texts = Sequence[str]


class Shape(NamedTuple):
    """How the pieces of a table, with ``lead`` (0 or 1) blank ones before each row, are cut into rows: where the
    ``first`` begins, below a header that lost cells (0: it lost none), and how many columns there are."""

    first: int
    columns: int
    lead: int

    @property
    def width(self) -> int:
        """How many pieces a row has."""
        return self.columns + self.lead


def shapes(pieces: Sequence[Piece], lead: int) -> list[Shape]:
    """Every way to cut a table into rows, from its first heading on, in which all rows agree; multiples are left out.

    Args:
        pieces: those of the table, the last one not ended by a bar.
        lead: 1 if a bar stands before each row.
    """
    texts = [*[""] * lead, *(piece.text for piece in pieces)]
    coded = numbers_lines(texts[lead])
    found: list[Shape] = []
    for columns in range(2, MOST_COLUMNS + 1) if lead or heading_lines(pieces[0]) else ():
        shape = Shape(0, columns, lead)
        if shape.width * LEAST_ROWS < len(texts) and not any(shape.width % one.width == 0 for one in found):
            found += islice(_shapes(texts, shape, coded=coded), 1)
    return found


def _shapes(texts: Texts, shape: Shape, *, coded: bool) -> Iterator[Shape]:
    """The shapes with some columns: the one whose header has all its cells, and those with rows counted from the end,
    up to a header that may have merged ones and holds no figures."""
    width, end = shape.width, len(texts) - 1
    rest = end % width
    heads = width * MOST_HEADER_ROWS
    if rest == 0 or (not shape.lead and len(texts[-1]) <= LONGEST_LAST_CELL):  # it breaks off, or text follows
        for first in range(width, min(end, heads), width):
            head = [*_rows(texts, range(first), shape)]
            if _names_columns(head):
                body = range(first, end + (rest > 0))
                yield from [shape] * _agree(texts, body, shape, coded=coded, certain=all(head[0][1:]))
    for first in range(rest, min(end, heads), width):
        cells = [*filter(None, texts[:first])]
        lost = any(texts[at] for at in range(0, first, width)) if shape.lead else all(texts[:first])
        merged = lost and len(cells) > shape.columns and all(map(is_heading, cells))
        if merged and _agree(texts, range(first, end), shape, coded=coded):
            yield shape._replace(first=first)


def _rows(texts: Texts, within: range, shape: Shape) -> Iterator[Texts]:
    """The cells of each row, the last one perhaps short."""
    return (texts[at + shape.lead : min(at + shape.width, within.stop)] for at in within[:: shape.width])


def _names_columns(head: Sequence[Texts]) -> bool:
    """Whether rows of a header name all columns, those below the first no line: blanks are what merged cells cover. The
    column of titles may have no name."""
    bare = not head[0][0]
    lower = head[1:-1] if _numbers_columns(head[-1]) else head[1:]
    named = all(map(any, [*zip(*head, strict=True)][bare:]))
    return (
        named
        and not any((row[0] and not numbers_lines(row[0])) or (row[1] and not bare) for row in lower)
        and all(not text or is_heading(text) for row in (head[0], *lower) for text in row)
    )


def _numbers_columns(row: Texts) -> bool:
    """Whether a row numbers the columns, all or those behind the first."""
    return all(map(is_label, row if row[0] else row[1:]))


def _agree(texts: Texts, body: range, shape: Shape, *, coded: bool, certain: bool = False) -> bool:
    """Whether each row below a header begins as a row does, one column holds words in all of them, several hold
    figures, and no column both. With bars before rows and a heading for each column it is ``certain`` where they begin,
    whatever they hold."""
    if shape.lead and any(texts[at] for at in body[:: shape.width]):
        return False
    if any(map(_numbers_columns, islice(_rows(texts, body, shape), 1))):
        body = body[shape.width :]
    titles = [-1] * certain + [*range(coded, shape.columns)] if shape.lead else [1, 2]
    return any(_agree_on(title, texts, body, shape, coded=coded) for title in titles)


def _agree_on(title: int, texts: Texts, body: range, shape: Shape, *, coded: bool) -> bool:
    """The same for one column of titles, or none (-1), where single digits are figures as well."""
    begins: Callable[..., bool] = _begins_behind_bar if shape.lead else _begins
    if not all(begins(row, title, coded=coded) for row in _rows(texts, body, shape)):
        return False
    rows = [row for row in _rows(texts, body, shape) if len(row) == shape.columns]
    behind = [row[title + 1 :] for row in rows]
    filled = sum(any(map(is_figure, row)) for row in behind) >= LEAST_ROWS
    if not shape.lead:
        return filled and not _any_mixed(rows, is_figure)
    counted = sum(title < 0 or any(map(holds_figure, row)) for row in behind) >= LEAST_ROWS + (title < 0)
    is_one = _is_plain_figure if filled and title >= 0 else _NUMBER
    return counted and not _any_mixed(map(_without_label, rows), is_one)


def _begins(row: Texts, title: int, *, coded: bool) -> bool:
    """Whether a row has words in the column of titles and a code; or *Tổng* there, and perhaps no title."""
    titled = len(row) > title and says_words(row[title])
    if is_total(row[0]) and len(row) > title:
        return titled or not row[title].strip("-–")
    return coded and titled and is_code(row[0]) and not is_figure(row[0])


def _begins_behind_bar(row: Texts, title: int, *, coded: bool) -> bool:
    """Whether a row has words in the column of titles, or, where that is none (-1), a figure or something in its first
    cells; below *STT* neither an amount nor words before others in place of a code, which has a number (*1 (bổ sung)*).
    """
    code, words = row[0], [column for column, text in enumerate(row) if says_words(text)]
    named = words[:1] == [0] != words and not (any(map(str.isdigit, code)) or is_number(code) or is_total(code))
    if coded and (named or is_figure(code)):
        return False
    if title < 0:
        return any(row[:FIRST]) or any(map(holds_figure, row))
    return is_total(code) or (title in words and (not coded or is_code(code)))


def _without_label(row: Texts) -> Texts:
    """A row without the words that stand before everything else in it and are its only ones: those of a total right
    beside its figure."""
    words = [column for column, text in enumerate(row) if says_words(text)]
    first = next((column for column, text in enumerate(row) if text), 0)
    return ["" if words == [first] and column == first else text for column, text in enumerate(row)]


def _is_plain_figure(text: str) -> bool:
    return is_figure(text) and bool(_NUMBER(text))


def _any_mixed(rows: Iterable[Texts], is_one: Callable[[str], object]) -> bool:
    """Whether a column holds both figures and words."""
    columns = zip(*rows, strict=True)
    return any(
        any(map(is_one, column)) and any(text[:1].isalpha() and holds_words(text) for text in column)
        for column in columns
    )


def rows_of(pieces: Sequence[Piece], shape: Shape) -> list[list[Piece]]:
    """The rows of a shape, the last one perhaps short."""
    cells = [*[BLANK] * shape.lead, *pieces]
    return [cells[at + shape.lead : at + shape.width] for at in range(shape.first, len(cells), shape.width)]


def is_cell(pieces: Sequence[Piece], shape: Shape) -> bool:
    """Whether what stands behind the last bar is a cell of the last row: otherwise it is the text after the table."""
    return (len(pieces) + shape.lead - 1 - shape.first) % shape.width != 0


def is_shifted(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether rows below *STT* were cut elsewhere than they begin: an amount stands in place of a number, or behind the
    titles below a heading of notes or units, or there the code and the title of another row, or both below headings of
    titles and what is behind them."""
    texts = [[piece.text for piece in row] for row in rows]
    heads = zip(*texts[:MOST_HEADER_ROWS], strict=False)
    worded = [at for at, column in enumerate(heads) if at > 1 and any(map(heads_words, column))]
    titled = any(map(heads_titles, texts[0][1:2]))
    moved = (not row[0] and is_number(row[1]) and says_words(row[2]) for row in texts if titled and len(row) > 2)
    return any(moved) or any(
        _holds_another(row) or any(is_amount(row[at]) for at in (0, *worded) if at < len(row)) for row in texts
    )


def _holds_another(row: Texts) -> bool:
    """Whether a row ends with a code that counts nothing, and words, behind its title."""
    last = [text for text in row[2:] if text][-2:]
    code, title = last if len(last) > 1 else ("", "")
    return any(map(says_words, row[1:2])) and is_number(code) and not holds_figure(code) and says_words(title)
