"""Plain texts (``.txt``, ``.md``): tables whose cells are cut by bars or tabs, with the text around them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from sxtdbv_cli.files.encoding import decode_any
from sxtdbv_cli.files.faults import fault
from sxtdbv_cli.files.kind import Kind, expect
from sxtdbv_cli.files.txt.faults import HEADER_SHAPE, NO_COLUMNS, NO_START, NONE_FITS, SEVERAL_FIT
from sxtdbv_cli.files.txt.laid import Laid, as_grid, as_text
from sxtdbv_cli.files.txt.rows import by_bars, by_tabs
from sxtdbv_cli.files.txt.stream import heading_lines, is_cell, lay, shapes, starts
from sxtdbv_cli.files.txt.tokens import BAR, BLANK, Piece, cut
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid

SUFFIXES = (".txt", ".md")
NAME = "text"
AsText = Callable[[Piece], Laid]


def grids(content: bytes, file: str) -> list[Grid]:
    """The text as one grid: a row for each row of its tables, and one for each line around them.

    Raises:
        Unreadable: it is no text, or the rows of its tables cannot be told.
    """
    expect(Kind.TEXT, content, file)
    text = decode_any(content, file).text
    lines = list(enumerate(text.splitlines(), 1))
    return [as_grid(NAME, list(_laid(lines, file)), file)]


def _laid(lines: Sequence[tuple[int, str]], file: str) -> Iterator[Laid]:
    """The rows of a text in its form: the one its bars and tabs show."""
    alone = sum(line.strip() == "|" for _, line in lines)
    barred = sum(len(BAR.findall(line)) > 1 and bool(line.strip(" |")) for _, line in lines)
    if alone > 2 * barred:
        paragraphs = any(not line.strip() for _, line in lines)
        yield from _streams(cut(lines), file, partial(as_text, paragraphs=paragraphs))
    elif barred or not any("\t" in line.strip() for _, line in lines):
        yield by_bars(lines, file)
    else:
        yield by_tabs(lines)


def _streams(pieces: Sequence[Piece], file: str, text: AsText) -> Iterator[Laid]:
    """The tables of a text with a cell on each line, and the lines before, between and behind them.

    A bar straight before the first heading stands before each row.
    """
    begun = starts(pieces)
    if not begun:
        raise Unreadable([fault(NO_COLUMNS, pieces[0].place(file), reason=NO_START)])
    first = pieces[begun[0]]
    lead = int(begun[0] > 0 and heading_lines(first) == len(first.parts))
    for piece in pieces[: begun[0]]:
        yield text(piece)
    for start, end in zip(begun, [*begun[1:], None], strict=True):
        last = pieces[-1] if end is None else pieces[end - 1] if lead else BLANK
        table = pieces[start : -1 if end is None else end - lead]
        yield from _table([*table, last], lead, file, text)


def _table(pieces: Sequence[Piece], lead: int, file: str, text: AsText) -> Iterator[Laid]:
    """One table: the lines before its first heading, its rows, and what follows its last bar."""
    first = pieces[0]
    heading = heading_lines(first)
    yield text(first._replace(parts=first.parts[:-heading]))
    table = [first._replace(parts=first.parts[-heading:]), *pieces[1:]]
    found = shapes(table, lead)
    reason = NONE_FITS if not found else SEVERAL_FIT if len(found) > 1 else HEADER_SHAPE
    laid = lay(table, found[0]) if len(found) == 1 else None
    if laid is None:
        raise Unreadable([fault(NO_COLUMNS, table[0].place(file), reason=reason)])
    yield laid
    if not is_cell(table, found[0]):
        yield text(table[-1])
