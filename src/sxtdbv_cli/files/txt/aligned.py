"""Tables whose columns are set out with blanks, or dots that lead to them, as terminals and reports print them."""

import re
from collections.abc import Sequence

from sxtdbv_cli.files.txt.laid import Laid
from sxtdbv_cli.files.txt.rests import with_rests
from sxtdbv_cli.files.txt.tokens import Part, Piece

LEAST = 3
"""So many lines must end with a figure."""
_APART = 3
"""So many blank rows end a table wherever it is looked for."""
_GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)")
_LEADERS = re.compile(r" ?\.{3,} ?|\.\.(?= {2})")
_FIGURE = re.compile(r"[-+(]*[^\w\s]?[-(]?\d[\d.,']*\)?\s?(?:%|[^\W\d_]{1,5}|[^\w\s])?").fullmatch
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+").fullmatch
_TWO_FIGURES = re.compile(r"\d \(?[-+$]?\d").search
"""One figure with blanks between its groups, or two: nothing tells."""

Lines = Sequence[tuple[int, str]]


def by_columns(lines: Lines) -> Laid | None:
    """A row for each line, cut where all lines of the table are blank; None where that cuts no table cleanly."""
    bare = [(number, _LEADERS.sub(_blank, line.expandtabs().rstrip())) for number, line in lines]
    cut = [index for index, (_, line) in enumerate(bare) if _GAP.search(line) and any(map(str.isalnum, line))]
    figured = [index for index in cut if _states(_GAP.split(bare[index][1]))]
    if len(figured) < LEAST:
        return None
    first, last = _reach(bare, figured)
    cut = [index for index in cut if first <= index <= last]
    if 2 * len(figured) <= len(cut):
        return None
    starts = _starts([bare[index][1] for index in cut])
    apart = frozenset(cut)
    rows: list[list[Piece | None]] = []
    for index, (number, line) in enumerate(bare):
        if index == last + 1:
            rows += [[] for _ in range(_APART)]
        if not any(map(str.isalnum, line)):
            continue
        own = starts if index in apart else [start for start in starts if start <= len(line) - len(line.lstrip())]
        inside = first <= index <= last
        row = _cells(number, line, own if inside else [0])
        if index in apart and not all(map(_is_clean, row)):
            return None
        if inside and index not in apart and _runs_on(line, own, starts):
            return None
        rows.append(list(row))
    return with_rests(rows)


def _states(cells: Sequence[str]) -> bool:
    """Whether a line ends with a figure, or holds one in groups behind its first cell: a note stands behind it then."""
    return bool(_FIGURE(cells[-1])) or any(map(_GROUPED, cells[1:]))


def _reach(lines: Lines, figured: Sequence[int]) -> tuple[int, int]:
    """The first and the last line of the table: what stands right above or below its figures belongs to it."""
    first, last = figured[0], figured[-1]
    while first and lines[first - 1][1].strip():
        first -= 1
    while last + 1 < len(lines) and lines[last + 1][1].strip():
        last += 1
    return first, last


def _runs_on(line: str, own: Sequence[int], starts: Sequence[int]) -> bool:
    """Whether a line without a gap has a figure behind its words that may be one of the next column."""
    return len(own) < len(starts) and len(line) > starts[len(own)] and bool(_FIGURE(line.rsplit(maxsplit=1)[-1]))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _starts(lines: Sequence[str]) -> list[int]:
    """Where columns begin: behind two places or more that are blank in every line."""
    width = max(map(len, lines))
    filled = [any(line[place : place + 1].strip() for line in lines) for place in range(width)]
    first = filled.index(True)
    return [0, *(at for at in range(first + 2, width) if filled[at] and not filled[at - 1] and not filled[at - 2])]


def _cells(number: int, line: str, starts: Sequence[int]) -> list[Piece]:
    """The cells of a line; the first is indented as far as it stands to the right."""
    cells = []
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        text = line[start:end]
        at = start + len(text) - len(text.lstrip())
        parts = (Part(text.strip(), number, at + 1),) if text.strip() else ()
        cells.append(Piece(parts, number, start + 1, at if start == 0 and len(starts) > 1 else 0))
    return cells


def _is_clean(piece: Piece) -> bool:
    """Whether a cell is one cell."""
    text = piece.parts[0].text if piece.parts else ""
    return not _GAP.search(text) and (piece.column == 1 or not _TWO_FIGURES(text))
