"""Tables with rows that are shorter than their header, laid out in columns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.files.faults import fault
from sxtdbv_cli.files.txt.cell import holds_figure, is_heading
from sxtdbv_cli.files.txt.faults import NO_ROW, NONE_FITS, SEVERAL_FIT, TWO_WAYS
from sxtdbv_cli.files.txt.forms import Placed, Table, numbers_columns
from sxtdbv_cli.files.txt.header import arrange
from sxtdbv_cli.files.txt.laid import SHAPE, Laid
from sxtdbv_cli.files.txt.ragged import TooMany, is_sure, ways
from sxtdbv_cli.files.txt.shapes import LEAST_ROWS, Shape, rows_of
from sxtdbv_cli.files.txt.sums import leaves_of, proven
from sxtdbv_cli.files.txt.tokens import Piece, spread
from sxtdbv_cli.model.finding import Fault
from sxtdbv_cli.model.grid import Remark
from sxtdbv_cli.text.language import Text

LEAST_COLUMNS = 3
LEAST_UNDER = 2
MOST_HEADER_ROWS = 3
MOST_UNNAMED = 2
"""So many columns behind the last may have no heading."""


class _Head(NamedTuple):
    """The rows of a header, how many columns there are, and where what stands below begins."""

    rows: Sequence[Sequence[Piece]]
    columns: int
    end: int


def _heads(pieces: Sequence[Piece]) -> Iterator[_Head]:
    """The headers a table may have: as many rows as stand above one that numbers the columns, or one row, the last
    headings of which may be blank."""
    first = next((number for number, piece in enumerate(pieces) if piece.blank), 0)
    if first >= LEAST_COLUMNS and all(is_heading(piece.text) for piece in pieces[:first]):
        for unnamed in range(MOST_UNNAMED + 1):
            end = first + unnamed
            if all(piece.blank for piece in pieces[first:end]):
                yield _Head([pieces[:end]], end, end)
        yield from _several_rows(pieces, first)


def _several_rows(pieces: Sequence[Piece], first: int) -> Iterator[_Head]:
    """The headers of two or three rows, each under cells of the one above, the last perhaps with a blank cell at its
    end, with every number of columns possible."""
    rows, end = [pieces[:first]], first
    while len(rows) < MOST_HEADER_ROWS:
        start, end = end + 1, next((n for n in range(end + 1, len(pieces)) if pieces[n].blank), len(pieces))
        if end - start < LEAST_UNDER or not all(is_heading(piece.text) for piece in pieces[start:end]):
            return
        rows = [*rows, pieces[start:end]]
        cells, below = sum(map(len, rows)), sum(map(len, rows[1:]))
        most = min(below // LEAST_UNDER, cells - LEAST_COLUMNS)
        for blank in range(1 + pieces[end + 1].blank if end + 1 < len(pieces) else 1):
            yield from (_Head(rows, cells - groups, end + blank) for groups in range(len(rows) - 1, most + 1))


_NUMBER = re.compile(r"[IVXL]{1,6}|[A-ZĐa-zđ]|[\d.,]+[.)]?").fullmatch

UNDER = Text(
    "{rows:d} dòng có ít ô hơn số cột (ô thiếu có thể gộp với dòng trên); cột của từng ô được suy ra từ dòng khác",
    "{rows:d} {rows:row has|rows have} fewer cells than there are columns (these may be merged with those above); "
    "where each cell stands was worked out from the other rows",
)
SPREAD = Text(
    "{rows:d} dòng có ô nội dung gộp với các cột sau nó; số tiền được xếp vào những cột cuối vì tổng ở đó khớp",
    "the title of {rows:d} {rows:row was|rows was} merged with columns behind it; the figures were put into the last "
    "columns, where their sums hold",
)


class Cut(NamedTuple):
    """A table cut into rows; whether it is sure where their cells stand."""

    head: _Head
    rows: list[Placed]
    sure: bool

    def content(self) -> list[list[tuple[int, int, int]]]:
        """For each row the columns and places of its texts."""
        return [_places(row.placed) for row in self.rows]


def _places(cells: Iterable[tuple[int, Piece]]) -> list[tuple[int, int, int]]:
    """The column of each cell with a text, and where that begins."""
    return [(column, *piece.parts[0][1:]) for column, piece in cells if not piece.blank]


def by_short_rows(pieces: Sequence[Piece], *, ends: bool) -> Laid | None:
    """The rows of a table; None where no way, or more than one, leads through them.

    Args:
        pieces: those of the table from its first heading on, the last one not ended by a bar.
        ends: whether the text ends behind them: a table that ends with the heading of a section breaks off.
    """
    found = list(_cuts(pieces)) or list(_spread_cuts(pieces))
    for besides in () if found else ("unnumbered", "down"):
        found = found or list(_cuts(pieces, besides=besides))
    whole = [cut for cut in found if not (ends and _heads_nothing(cut))]
    if len(whole) != 1 or not whole[0].sure or (ends and (_is_heading(whole[0]) or _NUMBER(pieces[-1].text))):
        return None
    cut = whole[0]
    filled = sum(any(holds_figure(piece.text) for piece in row.cells) for row in cut.rows)
    return _laid(cut) if filled >= LEAST_ROWS else None


def why_not(pieces: Sequence[Piece], file: str) -> Fault | None:
    """Where the rows of a table cannot be told, and what was tried; None where that is not the rows'."""
    cuts = list(_cuts(pieces))
    if len(cuts) > 1:
        one, other = (next(row for row in cut.rows if row not in rest.rows) for cut, rest in (cuts, cuts[::-1]))
        facts = {name: " ¦ ".join(piece.text for piece in row.cells) for name, row in (("one", one), ("other", other))}
        return fault(TWO_WAYS, one.cells[0].place(file), reason=SEVERAL_FIT, **facts)
    stuck = [(_reached(pieces, head), head.columns) for head in _heads(pieces)] if not cuts else []
    if not stuck or max(stuck)[0] >= len(pieces):
        return None
    at, columns = max(stuck)
    return fault(NO_ROW, pieces[at].place(file), reason=NONE_FITS, columns=columns)


def _reached(pieces: Sequence[Piece], head: _Head) -> int:
    """The first cell of the row behind which no way leads."""
    try:
        found = max(ways(pieces[head.end : -1], Table(head.columns, title)).reached for title in (1, 2))
    except TooMany:
        return len(pieces)
    return head.end + found + 1


def says_the_same(pieces: Sequence[Piece], shape: Shape, *, ends: bool) -> bool:
    """Whether no way leads through the rows but that of a shape, in which all rows are as long; ``ends`` as above."""
    full = rows_of(pieces[: len(pieces) - 1], shape)
    wanted = [_places(enumerate(row)) for row in full]
    found = [cut.content() for cut in _cuts(pieces) if not (ends and _heads_nothing(cut))]
    return all(one == other for way in found for one, other in zip(way[::-1], wanted[::-1], strict=False))


def _heads_nothing(cut: Cut) -> bool:
    """Whether the last row is a title alone, without a code."""
    row = cut.rows[-1]
    return row.columns[0] > 0 and all(piece.blank for piece in row.cells[1:])


def _is_heading(cut: Cut) -> bool:
    """Whether the last row says nothing but a code and a title."""
    row = cut.rows[-1].cells
    return len(row) > 1 and not row[0].blank and all(piece.blank for piece in row[2:])


def _spread_cuts(pieces: Sequence[Piece]) -> Iterator[Cut]:
    """The ways in which titles cover columns, in rows of any one length, that sums prove."""
    most = max((head.columns for head in _heads(pieces)), default=0)
    for cells in range(LEAST_COLUMNS, most - 1):
        yield from (cut for cut in _cuts(pieces, cells) if proven(cut.rows))


def _cuts(pieces: Sequence[Piece], spread: int = 0, *, besides: str = "") -> Iterator[Cut]:
    """The ways through a table that say different things: those of its first possible header, titles in the second
    column or else in the third. Nothing where they cannot all be tried.

    Args:
        pieces: those of the table.
        spread: how many cells a row has whose title covers columns before its figures.
        besides: the kind of row that is tried besides.
    """
    for head in _heads(pieces):
        body = pieces[head.end : -1]
        for title in () if not body else (1,) if spread else (1, 2):
            try:
                found = ways(body, table := Table(head.columns, title, spread, besides))
            except TooMany:
                return
            if found.found:
                yield from (Cut(head, way.rows, is_sure(way, table)) for way in found.found)
                return


def _laid(cut: Cut) -> Laid | None:
    """The rows in their columns, blanks where merged cells are missing; what was worked out is said once a kind."""
    columns = cut.head.columns
    if len(cut.head.rows) == 1 and len(cut.head.rows[0]) == columns:
        head: Laid | None = Laid([list(cut.head.rows[0])])
    else:
        full = [row.cells for row in cut.rows if len(row.columns) == columns and not row.merged]
        full = [row for row in full if not numbers_columns(row)]
        leaves = max(leaves_of(full), 1)
        head = arrange(cut.head.rows, columns, full, leaves) if len(cut.head.rows) > 1 else None
    if head is None:
        return None
    height = len(head.rows)
    return head._replace(
        rows=[*head.rows, *(spread(dict(row.placed), columns) for row in cut.rows)],
        remarks=(*head.remarks, *_remarks(cut.rows, height)),
    )


def _remarks(rows: Sequence[Placed], height: int) -> Iterator[Remark]:
    for merged, message in ((("under", "down"), UNDER), (("spread",), SPREAD)):
        if lines := [number for number, row in enumerate(rows) if row.merged in merged]:
            yield Remark(SHAPE, height + lines[0], 0, {"rows": len(lines)}, message, weighed=True)
