"""All tables of a text with a cell on each line: each is a grid, with the lines before it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from sxtdbv_cli.files.faults import fault, refused
from sxtdbv_cli.files.txt.cell import heading_lines, holds_figure, is_total, starts
from sxtdbv_cli.files.txt.faults import HEADER_SHAPE, NO_COLUMNS, NO_START, NONE_FITS, SEVERAL_FIT
from sxtdbv_cli.files.txt.header import arrange, arranged
from sxtdbv_cli.files.txt.laid import SHAPE, Laid, as_grid, as_text, stacked
from sxtdbv_cli.files.txt.shapes import (
    LONGEST_LAST_CELL,
    Shape,
    cells_of,
    is_cell,
    is_shifted,
    names_columns,
    rows_of,
    shapes,
)
from sxtdbv_cli.files.txt.short_rows import by_short_rows, says_the_same, why_not
from sxtdbv_cli.files.txt.sums import leaves_of
from sxtdbv_cli.files.txt.tokens import BLANK, Lines, Piece, cut, joined, split_at_blanks
from sxtdbv_cli.model.finding import Fault, Unreadable
from sxtdbv_cli.model.grid import Grid, Remark
from sxtdbv_cli.text.language import Text

FEW_HEADINGS = 16
"""Of no more cells than so many every cut into three rows is tried."""
NOT_READ = Text(
    "một bảng khác, ở dòng {line:d}, không đọc được: {reason}",
    "another table, on line {line:d}, could not be read: {reason}",
)


class _Section(NamedTuple):
    """One table of the text: the lines before it, its rows, the lines behind it; or why it cannot be read."""

    before: Laid
    table: Laid | Fault
    behind: Laid


def by_streams(lines: Lines, file: str) -> list[Grid]:
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
    found = [as_grid(f"table {number}", stacked(parts), file) for number, parts in enumerate(grids, 1)]
    return [replace(grid, remarks=[*told, *grid.remarks]) for grid in found]


def _header(laid: Laid) -> list[str]:
    return [piece.text for piece in laid.rows[0]]


def _sections(lines: Lines, file: str) -> Iterator[_Section]:
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
        if isinstance(table, Fault) and (found := _up_to_text(cells, lead, file)):
            table, below = found
            last = joined(below)
        after = Laid([]) if used else text(last)
        apart = [row for line in after.rows for row in ([], line)] if end is None else []  # a blank row before each
        yield _Section(Laid([row for part in before for row in part.rows]), table, Laid(apart))
        before = [after]


def _table(cells: Sequence[Piece], lead: int, file: str, *, ends: bool) -> tuple[Laid | Fault, bool]:
    """The rows of one table, or why they cannot be told; and whether what follows its last bar is a cell of it."""
    found = shapes(cells, lead)
    if not (found or lead):
        cells = _with_code_of_total(cells)
        found = shapes(cells, lead)
    found = [shape for shape in found if lay(cells, shape)] or found if len(found) > 1 else found
    laid = lay(cells, found[0]) if len(found) == 1 else None
    if laid is not None:
        coded = lead and heading_lines(cells[0])
        if coded and (is_shifted(laid.rows) or not says_the_same(cells, found[0], ends=ends)):
            return why_not(cells, file) or fault(NO_COLUMNS, cells[0].place(file), reason=SEVERAL_FIT), False
        return laid, is_cell(cells, found[0])
    if lead and len(found) < 2:
        short = by_short_rows(cells, ends=ends)
        if short is not None and not is_shifted(short.rows):
            return short, False
        several = (
            bool(found) and len(split_at_blanks(cells[: found[0].first])) > 1
        )  # it is the header that cannot be told
        if not several and (why := why_not(cells, file)) is not None:
            return why, False
    reason = NONE_FITS if not found else SEVERAL_FIT if len(found) > 1 else HEADER_SHAPE
    return fault(NO_COLUMNS, cells[0].place(file), reason=reason), False


def _with_code_of_total(cells: Sequence[Piece]) -> Sequence[Piece]:
    """The same with a blank code before the last *Tổng cộng*, whose cell covered that too."""
    last = next((number for number in range(len(cells) - 1, 0, -1) if is_total(cells[number].text)), 0)
    return [*cells[:last], BLANK, *cells[last:]] if last else cells


def _up_to_text(cells: Sequence[Piece], lead: int, file: str) -> tuple[Laid, Sequence[Piece]] | None:
    """The rows of a table up to a text that is no cell, behind which no figure stands, and the pieces from there: those
    of the page it was copied from have bars, too."""
    figures = [number for number, piece in enumerate(cells) if holds_figure(piece.text)]
    texts = [n for n in range(max(figures, default=0) + 1, len(cells) - 1) if len(cells[n].text) > LONGEST_LAST_CELL]
    for end in texts[:1]:
        table, used = _table(cells[: end + 1], lead, file, ends=True)
        if isinstance(table, Laid) and not used:
            return table, cells[end:]
    return None


BROKEN_OFF = Text(
    "văn bản dừng ở dòng cuối của bảng mà không có dấu | kết thúc (thiếu {missing:d} ô); có thể thiếu cả dòng sau",
    "the text breaks off in the last row of the table ({missing:d} cells are missing); rows may be missing too",
)


def lay(pieces: Sequence[Piece], shape: Shape) -> Laid | None:
    """The rows of a table; None if its header cannot be laid out in its columns."""
    body = rows_of(cells_of(pieces, shape), shape)
    head = _head_rows(pieces[: shape.first], shape, body)
    if head is None:
        return None
    rows = [*head.rows, *([*row] for row in body)]
    missing = shape.columns - len(rows[-1]) + pieces[-1].blank
    told = [Remark(SHAPE, len(rows) - 1, 0, {"missing": missing}, BROKEN_OFF)] if is_cell(pieces, shape) else []
    return Laid(rows, head.merged, (*head.remarks, *told))


def _head_rows(pieces: Sequence[Piece], shape: Shape, body: Sequence[Sequence[Piece]]) -> Laid | None:
    """The rows of the header before the first full row; without bars before them every cut into two rows or three is
    tried. With them all cells are there where their number says so and they name every column."""
    rows = split_at_blanks(pieces) if shape.lead else [list(pieces)] if pieces else []
    led = [BLANK, *pieces]
    if shape.lead and len(led) % shape.width == 0 and all(piece.blank for piece in led[:: shape.width]):
        whole = rows_of(led, shape._replace(first=0))
        unnamed = all(row[0].blank and (pieces[0].blank or row[1].blank) for row in whole[1:])
        rows = whole if unnamed and names_columns([*whole, *body]) else rows
    if all(len(row) == shape.columns for row in rows):
        return Laid([list(row) for row in rows])
    full = [row for row in body if len(row) == shape.columns]
    leaves = leaves_of(full)
    if shape.lead:
        return arrange(rows, shape.columns, full, leaves) if len(rows) > 1 else None
    last = len(pieces) - 1 if len(pieces) <= FEW_HEADINGS else 0
    ends = [[one, *two] for one in range(2, len(pieces) - 1) for two in ([], *([end] for end in range(one + 2, last)))]
    cuts = [[pieces[start:end] for start, end in pairwise([0, *cut, len(pieces)])] for cut in ends]
    return arranged(cuts, shape.columns, full, leaves)
