"""All tables of a text with a cell on each line: each is a grid, with the lines before it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from sxtdbv_cli.files.faults import fault, refused
from sxtdbv_cli.files.txt.cell import heading_lines, starts
from sxtdbv_cli.files.txt.faults import HEADER_SHAPE, NO_COLUMNS, NO_START, NONE_FITS, SEVERAL_FIT
from sxtdbv_cli.files.txt.laid import SHAPE, Laid, as_grid, as_text
from sxtdbv_cli.files.txt.lay import lay
from sxtdbv_cli.files.txt.shapes import is_cell, shapes
from sxtdbv_cli.files.txt.short_rows import by_short_rows, says_the_same, why_not
from sxtdbv_cli.files.txt.tokens import BLANK, Piece, cut, split_at_blanks
from sxtdbv_cli.model.finding import Fault, Unreadable
from sxtdbv_cli.model.grid import Grid, Remark
from sxtdbv_cli.text.language import Text

NOT_READ = Text(
    "một bảng khác, ở dòng {line:d}, không đọc được: {reason}",
    "another table, on line {line:d}, could not be read: {reason}",
)


class _Section(NamedTuple):
    """One table of the text: the lines before it, its rows, the lines behind it; or why it cannot be read."""

    before: Laid
    table: Laid | Fault
    behind: Laid


def by_streams(lines: Sequence[tuple[int, str]], file: str) -> list[Grid]:
    """The tables of a text. One that goes on, its header repeated with nothing between, is one.

    Raises:
        Unreadable: the rows of none of them can be told.
    """
    grids: list[list[Laid]] = []
    faults: list[Fault] = []
    last: Laid | None = None
    for before, table, behind in _sections(lines, file):
        if isinstance(table, Fault):
            faults.append(table)
            last = None
            continue
        if last is not None and not before.rows and _header(last) == _header(table):
            grids[-1] += [table, behind]
        else:
            grids.append([before, table, behind])
        last = table
    if not grids:
        raise Unreadable(faults)
    told = [Remark(SHAPE, 0, 0, {"line": one.place.line, "reason": one.facts["reason"]}, NOT_READ) for one in faults]
    found = [as_grid(f"table {number}", parts, file) for number, parts in enumerate(grids, 1)]
    return [replace(grid, remarks=[*told, *grid.remarks]) for grid in found]


def _header(laid: Laid) -> list[str]:
    return [piece.text if piece else "" for piece in laid.rows[0]]


def _sections(lines: Sequence[tuple[int, str]], file: str) -> Iterator[_Section]:
    """The text cut at the first headings of its tables. A bar straight before one stands before each row."""
    pieces = cut(lines)
    begun = starts(pieces)
    if not begun:
        raise refused(NO_COLUMNS, pieces[0].place(file), reason=NO_START)
    lead = int(begun[0] > 0 and heading_lines(pieces[begun[0]]) in (0, len(pieces[begun[0]].parts)))
    text = partial(as_text, paragraphs=any(not line.strip() for _, line in lines))
    before = [text(piece) for piece in pieces[: begun[0]]]
    for start, end in zip(begun, [*begun[1:], None], strict=True):
        heading = len(pieces[start].parts) - (heading_lines(pieces[start]) or len(pieces[start].parts))
        before.append(text(pieces[start]._replace(parts=pieces[start].parts[:heading])))
        first = pieces[start]._replace(parts=pieces[start].parts[heading:])
        last = pieces[-1] if end is None else pieces[end - 1] if lead else BLANK
        cells = [first, *pieces[start + 1 : -1 if end is None else end - lead], last]
        table, used = _table(cells, lead, file, ends=end is None)
        after = Laid([]) if used else text(last)
        apart = [row for line in after.rows for row in ([], line)] if end is None else []  # a blank row before each
        yield _Section(Laid([row for part in before for row in part.rows]), table, Laid(apart))
        before = [after]


def _table(cells: Sequence[Piece], lead: int, file: str, *, ends: bool) -> tuple[Laid | Fault, bool]:
    """The rows of one table, or why they cannot be told; and whether what follows its last bar is a cell of it."""
    found = shapes(cells, lead)
    sectioned = bool(lead and heading_lines(cells[0]))
    laid = lay(cells, found[0]) if len(found) == 1 else None
    if laid is not None:
        if sectioned and not says_the_same(cells, found[0]):
            return why_not(cells, file) or fault(NO_COLUMNS, cells[0].place(file), reason=SEVERAL_FIT), False
        return laid, is_cell(cells, found[0])
    if sectioned and len(found) < 2:
        short = by_short_rows(cells, ends=ends)
        if short is not None:
            return short, False
        several = (
            bool(found) and len(split_at_blanks(cells[: found[0].first])) > 1
        )  # it is the header that cannot be told
        if not several and (why := why_not(cells, file)) is not None:
            return why, False
    reason = NONE_FITS if not found else SEVERAL_FIT if len(found) > 1 else HEADER_SHAPE
    return fault(NO_COLUMNS, cells[0].place(file), reason=reason), False
