"""The table of one page of a text that is set out with blanks: its header, its rows, the text around it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.files.txt.cell import heads_a_table, is_number, says_words
from sxtdbv_cli.files.txt.centred import centred, is_centred
from sxtdbv_cli.files.txt.even import MOST_COLUMNS
from sxtdbv_cli.files.txt.gutters import Columns, columns
from sxtdbv_cli.files.txt.headings import headed
from sxtdbv_cli.files.txt.lines import (
    FEWEST,
    GAP,
    begin_of,
    begins_with_code,
    figured,
    is_cut,
    is_row,
    is_section,
    is_shown_figure,
    is_text,
    is_written,
    is_year,
    states_unit,
)
from sxtdbv_cli.files.txt.tokens import Lines, Piece, Row, piece_of
from sxtdbv_cli.files.txt.told import Told, line_of, of_figures, of_gutters, of_middles

_TWO_FIGURES = re.compile(r"\d \(?[-+$]?\d").search
"""One figure with blanks between its groups, or two: nothing tells."""


class _Table(NamedTuple):
    """The table of a page: its header from ``top``, its rows from ``first``, the text behind it from ``end``."""

    top: int
    first: int
    end: int
    columns: Columns


class Page(NamedTuple):
    """The rows of a page: of the text before its table, of the header and the table, and of the text behind; how many
    columns it has, and what is to be said of it."""

    columns: int
    before: list[Row]
    head: list[Row]
    rows: list[Row]
    behind: list[Row]
    told: list[Told]


def _table(page: Lines) -> _Table | None:
    """The table of a page: what stands right above its figures, or goes on below, belongs to it."""
    known = figured(page)
    if not known:
        return None
    top = first = known[0]
    while top and page[top - 1][1].strip():
        top -= 1
    top = _over_blank(page, top, first)
    top = max((at + 1 for at in range(top, first) if states_unit(page[at][1])), default=top)
    while top < first and is_text(page[top][1]):
        top += 1
    inside = [line for _, line in page[first : known[-1] + 1] if not is_section(line)]
    found = columns([line for line in inside if is_cut(line)], [line for line in inside if not is_cut(line)])
    found = _with_one_of_codes(found, inside)
    first = next((at for at in range(top + 1, first) if is_row(page[at][1])), first)
    figures = _figures([page[at][1] for at in known], found)
    first = next((at for at in range(top + 1, first) if _is_line(page[at][1], found, figures)), first)
    named = any(not _is_blank(line, found, figures) for _, line in page[top : first - 1])
    while first > top + 1 and _is_title(page[first - 1][1], found, figures if named else ()):
        first -= 1
    end = known[-1] + 1
    while end < len(page) and (_goes_on(page[end][1], found) or begins_with_code(page[end][1])):
        end += 1
    return _Table(top, first, end, found)


def _over_blank(page: Lines, top: int, first: int) -> int:
    """The same, or where the lines above a blank one begin, if these are cut and none above the figures is."""
    begun = top - 1
    while begun > 0 and is_cut(page[begun - 1][1]):
        begun -= 1
    return top if begun >= top - 1 or any(is_cut(line) for _, line in page[top:first]) else begun


def _with_one_of_codes(found: Columns, lines: Sequence[str]) -> Columns:
    """The same with one column of codes or of titles where some are set to the left (*A*, *-*), and numbers or years to
    the right: no line has both."""
    if len(found.starts) <= FEWEST:
        return found
    rows = [[text.strip() for _, text in found.cut(line, found.starts)[:2]] for line in lines]
    left, right = ([*filter(None, column)] for column in zip(*rows, strict=True))
    marked = bool(left and right) and not any(map(str.isdecimal, left)) and not any(map(all, rows))
    joined = marked and (all(map(is_number, (*left, *right))) or all(map(is_year, right)))
    return found._replace(starts=[0, *found.starts[2:]]) if joined else found


def _is_title(line: str, found: Columns, figures: Sequence[int]) -> bool:
    """Whether a line right above the first row is one, too, not one of the header: it has nothing but a title, or
    nothing in the columns of figures that the lines above it head."""
    if begin_of(line) > max(found.starts[:2]):
        return False
    if not GAP.search(line):
        return line.lstrip()[:1].isupper()
    cells = [text.strip() for _, text in found.cut(line, found.starts)]
    titled = any(text[:1].isupper() for text in cells[:2]) and not any(map(heads_a_table, cells))
    return titled and bool(figures) and _is_blank(line, found, figures)


def _is_line(line: str, found: Columns, figures: Sequence[int]) -> bool:
    """Whether a line with words first has figures too small to be written in groups, and nothing else, in columns of
    figures: neither years nor the numbers of months."""
    cells = [text.strip() for _, text in found.cut(line, found.starts)]
    stated = [cells[at] for at in figures if cells[at]]
    worded = says_words(cells[0]) or (len(cells) > 1 and bool(cells[0]) and says_words(cells[1]))
    small = bool(stated) and all(text.isdecimal() and not is_year(text) for text in stated)
    numbers = [*map(int, stated)] if small else []
    return worded and small and (len(numbers) == 1 or numbers[1:] != [number + 1 for number in numbers[:-1]])


def _figures(lines: Sequence[str], found: Columns) -> list[int]:
    """The columns that hold figures in some lines; the first may number them."""
    rows = [[text.strip() for _, text in found.cut(line, found.starts)] for line in lines]
    return [at for at in range(1, len(found.starts)) if any(is_shown_figure(row[at]) for row in rows)]


def _is_blank(line: str, found: Columns, columns: Sequence[int]) -> bool:
    cells = found.cut(line, found.starts)
    return not any(cells[at][1].strip() for at in columns)


def _goes_on(line: str, found: Columns) -> bool:
    """Whether a line below the last figures goes on with their row: it has no first cell and crosses no column."""
    if not is_written(line) or (line[: max(found.starts[1:2], default=0)].strip() and not line.lstrip()[:1].islower()):
        return False
    return not _crosses(line, found.starts, 0)


def page_of(lines: Lines) -> Page | None:
    """The rows of a page; None where a cell is none, or rows around the lines of their codes do not divide."""
    table = _table(lines)
    if table is None:
        return Page(0, [], [], [], _texts(lines), [])
    first, found = table.first, table.columns
    rows = _cut(lines[first : table.end], found) if 1 < len(found.starts) <= MOST_COLUMNS else None
    told: list[Told] = []
    if rows is not None and is_centred(rows):
        while first > table.top and (more := _cut(lines[first - 1 : table.end], found)):
            first, rows = first - 1, more
        rows = centred(rows, len(found.starts))
        told += of_middles(rows or [])
        first = next((at for at, (number, _) in enumerate(lines) if rows and number == line_of(rows[0])), first)
    if rows is None:
        return None
    over = headed([line for line in lines[table.top : first] if line[1].strip()], rows, found.starts)
    if over is None:
        return None
    names = over.head[0] if over.head else []
    told += [*of_figures(over.rows, names), *of_gutters(lines[first : table.end], found, names)]
    width = max(map(len, (names, *over.rows)))
    return Page(width, _texts(lines[: table.top]), *over, _texts(lines[table.end :]), told)


def _cut(lines: Lines, found: Columns) -> list[Row] | None:
    """The cells of lines; None where one is none."""
    rows = [_row(number, line, found) for number, line in lines if is_written(line)]
    known = [row for row in rows if row]
    return known if len(known) == len(rows) else None


def _row(number: int, line: str, found: Columns) -> Row | None:
    """The cells of a line, None where one is none. A line that is not cut holds one cell, or goes on in two that only
    one blank parts; the title of a section may stand anywhere."""
    starts = found.starts
    if _is_loose(line, starts):
        return [*_cells(number, line, found, starts[:2])]
    if is_cut(line) or is_shown_figure(line.strip()):
        cells = _cells(number, line, found, starts)
        return [*cells] if all(map(_is_clean, cells)) else None
    if _runs_on(line, starts):
        return None
    begin = begin_of(line)
    own = [start for start in starts if start <= begin]
    own += [at for at in found.narrow if own[-1] > 0 and at > begin and line[at - 1 : at] == " "]
    return [*_cells(number, line, found, sorted(own))]


def _is_loose(line: str, starts: Sequence[int]) -> bool:
    """Whether the only text of a line, or the only one behind its code, stands over several columns; a figure is in the
    one that has more of it."""
    if is_shown_figure(line.strip()):
        return False
    gap = GAP.search(line) if is_section(line) else None
    begin = gap.end() if gap else begin_of(line)
    if not gap and is_cut(line):
        return False
    return begin not in starts and begin > starts[1] and (bool(gap) or _crosses(line, starts, begin))


def _crosses(line: str, starts: Sequence[int], begin: int) -> bool:
    """Whether a text that begins somewhere has a character before the beginning of a column."""
    return any(line[start - 1 : start].strip() for start in starts if start > begin)


def _runs_on(line: str, starts: Sequence[int]) -> bool:
    """Whether a line without a gap has a figure behind its words that may be one of the next column."""
    begin = begin_of(line)
    later = next((start for start in starts if start > begin), len(line))
    return len(line) > later and bool(is_shown_figure(line.rsplit(maxsplit=1)[-1]))


def _texts(lines: Lines) -> list[Row]:
    """Lines that belong to no table."""
    return [[piece_of(line, number, 1)] for number, line in lines if is_written(line)]


def _cells(number: int, line: str, found: Columns, own: Sequence[int]) -> list[Piece]:
    """The cells of a line; the first is indented as far as it stands to the right."""
    first, *rest = (piece_of(text, number, begin + 1) for begin, text in found.cut(line, own))
    indent = begin_of(line) if first.parts else 0
    return [first._replace(indent=indent), *rest]


def _is_clean(piece: Piece) -> bool:
    """Whether a cell is one cell."""
    text = piece.parts[0].text if piece.parts else ""
    return not GAP.search(text) and (piece.column == 1 or not _TWO_FIGURES(text))
