"""All tables of a text with a cell on each line: each is a grid, with the lines before it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.txt.cell import heading_lines, holds_figure, is_amount, is_number, numbers_lines, starts
from sxtdbv_cli.files.txt.even import LONGEST_LAST_CELL
from sxtdbv_cli.files.txt.faults import NO_COLUMNS, NO_START
from sxtdbv_cli.files.txt.laid import SHAPE, Laid, as_grid, as_text, stacked
from sxtdbv_cli.files.txt.table import table
from sxtdbv_cli.files.txt.tokens import BLANK, Lines, Piece, cut, joined
from sxtdbv_cli.model.finding import Fault, Unreadable
from sxtdbv_cli.model.grid import Grid, Remark
from sxtdbv_cli.text.language import Text

MOST_BLANK = 12
"""A row ends in fewer blank cells."""
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
    for before, laid, behind in _sections(lines, file):
        if isinstance(laid, Fault):
            faults.append(laid)
            last = None
            continue
        if last is not None and not before.rows and _header(last) == _header(laid):
            grids[-1] += [laid, behind]
        else:
            grids.append([before, laid, behind])
        last = laid
    if not grids:
        raise Unreadable(faults)
    told = [Remark(SHAPE, 0, 0, {"line": one.place.line, "reason": one.facts["reason"]}, NOT_READ) for one in faults]
    found = [as_grid(f"table {number}", stacked(parts), file) for number, parts in enumerate(grids, 1)]
    return [replace(grid, remarks=[*told, *grid.remarks]) for grid in found]


def by_paragraphs(lines: Lines, file: str) -> Laid | None:
    """The table of a text each of whose cells is a paragraph, a blank one too, from *STT* to the row of its last
    figure; None where its cells are no such paragraphs, its rows cannot be told one way, or one may stand below."""
    pieces = cut([(number, line or "|") for number, line in lines])
    first = next((at for at, piece in enumerate(pieces) if numbers_lines(piece.text)), len(pieces))
    last = max((at for at, piece in enumerate(pieces) if is_amount(piece.text)), default=0)
    end = next((at for at in range(last + 1, len(pieces)) if not pieces[at].blank), len(pieces))
    if first > last or any(is_number(piece.text) for piece in pieces[end:]):
        return None
    within = lines[pieces[first].line : pieces[last].line]
    if any(not (line or below) for (_, line), (_, below) in pairwise(within)):
        return None  # nothing may stand for a blank cell
    long = next((at for at in range(end, len(pieces)) if len(pieces[at].text) > LONGEST_LAST_CELL), len(pieces))
    ends = range(last + 1, min(long, last + MOST_BLANK) + 1)
    read = ((at, *table([*pieces[first:at], BLANK], 0, file, ends=True)) for at in ends)
    found = [
        (at, laid) for at, laid, used in read if isinstance(laid, Laid) and not (used or laid.merged or laid.remarks)
    ]
    if len({len(laid.rows[0]) for _, laid in found}) != 1:
        return None
    end, laid = found[0]
    before, behind = (
        Laid([row for piece in part if not piece.blank for row in ([piece], [])])
        for part in (pieces[:first], pieces[end:])
    )
    return stacked([before, laid, Laid([[], *behind.rows])])


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
        laid, used = table(cells, lead, file, ends=end is None)
        if isinstance(laid, Fault) and (found := _up_to_text(cells, lead, file)):
            laid, below = found
            last = joined(below)
        after = Laid([]) if used else text(last)
        apart = [row for line in after.rows for row in ([], line)] if end is None else []  # a blank row before each
        yield _Section(Laid([row for part in before for row in part.rows]), laid, Laid(apart))
        before = [after]


def _up_to_text(cells: Sequence[Piece], lead: int, file: str) -> tuple[Laid, Sequence[Piece]] | None:
    """The rows of a table up to a text that is no cell, behind which no figure stands, and the pieces from there: those
    of the page it was copied from have bars, too."""
    figures = [number for number, piece in enumerate(cells) if holds_figure(piece.text)]
    texts = [n for n in range(max(figures, default=0) + 1, len(cells) - 1) if len(cells[n].text) > LONGEST_LAST_CELL]
    for end in texts[:1]:
        laid, used = table(cells[: end + 1], lead, file, ends=True)
        if isinstance(laid, Laid) and not used:
            return laid, cells[end:]
    return None
