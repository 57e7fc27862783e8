"""Tables with a row on each line: pipe tables of Markdown, and lines cut by tabs."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, takewhile

from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.txt.cell import heads_a_table, holds_figure
from sxtdbv_cli.files.txt.faults import MORE_CELLS
from sxtdbv_cli.files.txt.laid import Laid
from sxtdbv_cli.files.txt.lost import with_lost_cells
from sxtdbv_cli.files.txt.tokens import BAR, Lines, Piece, Row, cut, piece_of

_RULE = re.compile(r"[\s|:+*-]*[-─━═][\s|:+*─━═-]*").fullmatch

_FRAME = re.compile(r"\s*\+[-=+]{3,}\+\s*").fullmatch


def is_rule(line: str) -> bool:
    """Whether a line is the one under the header of a Markdown table: ``|---|:--:|``, ``--- | ---``."""
    return bool(BAR.search(line) and _RULE(line))


Frame = tuple[bool, bool]
"""Whether a bar at the beginning of a line, and one at its end, belongs to a frame; else it borders a blank cell."""
_FRAMED = (True, True)
_MOST_BROKEN = 6
"""So many lines a row has at most, less one."""
_GAP = 3
"""So many blank rows end a table wherever it is looked for."""


def by_bars(lines: Lines, file: str) -> Laid:
    """A row for each line, or for those that a break within a cell parted: its cells where it has bars, its text where
    it has none, behind a blank row below a table.

    Raises:
        Unreadable: a row of a Markdown table has more cells than its header, so it is not clear which stands where.
    """
    rows: list[Row] = []
    headers: list[int] = []
    barred = False  # whether a row with bars came before
    width = 0  # of the header of the Markdown table the line stands in
    frame = _frame(lines)
    for at, end in _spans(lines, frame):
        number, line = lines[at]
        if not BAR.search(line):
            ends = width and (line.strip() or not _goes_on(lines[at + 1 : at + 3], width, frame))
            rows += [[] for _ in range(_GAP)] if ends else []
            width = 0 if ends else width
            for piece in cut([(number, line)]):
                rows += [[]] if barred and not piece.blank else []
                rows += [] if piece.blank else [[piece]]
        elif _RULE(line) and (width > 1 and is_rule(lines[at - 2][1])):
            continue  # a line between two rows
        elif _RULE(line):
            headed = bool(rows) and bool(BAR.search(lines[at - 1][1]))
            if headed and _is_bare(line, len(rows[-1]), frame):
                rows[-1] = _cells(lines[at - 1 : at], (False, frame[1]))
            width = _width(len(rows[-1]), lines[at + 1 :], frame) if headed else 0
            if width > 1 and len(rows) > 1 and len(rows[-2]) not in (0, 1, len(rows[-1]), width):
                rows[-1:-1] = [[]] * _GAP  # a line of text that has bars
            headers += [len(rows) - 1] if width > 1 else []
        elif line.strip(" |") or any(is_rule(after) for _, after in lines[at + 1 : at + 2]):  # or a header of blanks
            cells = _cells(lines[at:end], frame)
            more = [piece for piece in cells[width:] if width and not piece.blank]
            if more:
                raise refused(MORE_CELLS, more[0].place(file), cells=len(cells), columns=width)
            cells = cells[: width or None]  # blank ones too many say nothing
            rows.append(list(cells))
        barred |= bool(BAR.search(line))
    return with_lost_cells(rows, file, known=bool(headers))._replace(headers=tuple(headers))


def unframed(lines: Lines) -> Lines:
    """The same without the lines that frame a table drawn with plus signs (``+-----+-----+``); the first that stands
    between two rows parts the header from the others, as the rule of a Markdown table does."""
    found: list[tuple[int, str]] = []
    headed = False
    for (number, line), (_, below) in zip(lines, [*lines[1:], (0, "")], strict=True):
        above = found[-1][1] if found else ""
        beside = [bool(BAR.search(above)), bool(BAR.search(below))]
        if not (any(beside) and _FRAME(line)):
            headed &= bool(BAR.search(line))
            found.append((number, line))
        elif all(beside) and not headed:
            headed = True
            found.append((number, re.sub(r"[^|]+", "---", above.strip())))
    return found


def _is_bare(rule: str, header: int, frame: Frame) -> bool:
    """Whether a rule without a bar at its beginning has one cell more than the header above: the bar that this begins
    with borders a blank cell."""
    return not _opens(rule.strip()) and len(_cells([(0, rule)], frame)) == header + 1


def _goes_on(lines: Lines, width: int, frame: Frame) -> bool:
    """Whether a table goes on behind a blank line: with a row of no more cells that is no header of another."""
    first = lines[0] if lines else (0, "")
    headed = len(lines) > 1 and _RULE(lines[1][1])
    return bool(BAR.search(first[1])) and not headed and 1 < len(_cells([first], frame)) <= width


def _width(header: int, lines: Lines, frame: Frame) -> int:
    """How many columns a Markdown table has: those of its header, one more where most rows have words behind them."""
    table = [_cells([line], frame) for line in takewhile(lambda line: bool(BAR.search(line[1])), lines)]
    more = [row[header].text for row in table if len(row) == header + 1]
    return header + (header > 1 and 2 * len(more) > len(table) and not any(map(holds_figure, more)))


def _frame(lines: Lines) -> Frame:
    """On which sides bars belong to the frame: where most rows have one and the first with a heading of codes or titles
    too; in a Markdown table, which a rule makes, at the beginning where most rows have none only if its header has."""
    barred = [line.strip() for _, line in lines if BAR.search(line) and line.strip(" |")]
    if any(map(_RULE, barred)):
        opened = 2 * sum(map(_opens, barred)) >= len(barred)
        return opened or any(_opens(line) for line, below in pairwise(barred) if _RULE(below)), True
    heads = [line for line in barred if heads_a_table(line.partition("|")[0])]
    opens = 2 * sum(map(_opens, barred)) >= len(barred) and not (heads and not _opens(heads[0]))
    return opens, 2 * sum(map(_closes, barred)) >= len(barred)


def _spans(lines: Lines, frame: Frame) -> Iterator[tuple[int, int]]:
    """From which line to which each row goes. A break may stand within a cell: where rows close with a bar, one that
    does not goes on until it does, if it has as many cells as most then."""
    broken = frame[1] and frame != _FRAMED and not any(is_rule(line) for _, line in lines)
    ends = [_closes(line.strip()) for _, line in lines] if broken else []
    lengths = Counter(len(cut([lines[at]])) for at in range(1, len(ends)) if ends[at - 1] and ends[at])
    width = max(lengths, key=lengths.__getitem__, default=0)
    behind = 0
    for at, (_, line) in enumerate(lines):
        if at < behind:
            continue
        opened = bool(ends) and not ends[at] and bool(BAR.search(line))
        last = range(at + 2, min(at + _MOST_BROKEN, len(lines) + 1)) if opened else ()
        behind = next((end for end in last if ends[end - 1] and len(cut(lines[at:end])) == width), at + 1)
        yield at, behind


def _cells(lines: Lines, frame: Frame) -> list[Piece]:
    """The cells of a row without those that the bars of a frame open and close."""
    pieces = cut(lines)
    opens, closes = _opens(lines[0][1].strip()), _closes(lines[-1][1].strip())
    return pieces[frame[0] and opens : -1 if frame[1] and closes else None]


def _opens(line: str) -> bool:
    return line.startswith("|")


def _closes(line: str) -> bool:
    return line.endswith("|") and not line.endswith("\\|")


def by_tabs(lines: Lines, file: str) -> Laid:
    """A row for each line, cut at its tabs, as a table is pasted from a workbook; text apart from it stands apart."""
    rows: list[Row] = []
    apart = False
    for number, line in lines:
        apart = not line.strip() or (apart and "\t" not in line)
        rows += [[]] if apart and rows else []
        at, row = 1, []
        for text in line.split("\t"):
            row.append(piece_of(text, number, at))
            at += len(text) + 1
        if any(not piece.blank for piece in row):
            rows.append(list(row))
    return with_lost_cells(rows, file)
