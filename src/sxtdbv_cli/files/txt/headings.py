"""The header of columns that are set out with blanks: one row, for its cells go on from line to line, each at a height
of its own. What two blanks part stands over the columns it reaches over."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from typing import NamedTuple

from sxtdbv_cli.files.txt.cell import heads_a_table, is_amount, is_number
from sxtdbv_cli.files.txt.laid import cell_of
from sxtdbv_cli.files.txt.lines import counts_on, is_shown_figure, numbers_columns
from sxtdbv_cli.files.txt.placed import Extent, held, meet, placed, unheld
from sxtdbv_cli.files.txt.tokens import BLANK, Lines, Part, Piece, Row, piece_of
from sxtdbv_cli.model.units import plain

_TOKEN = re.compile(r"\S+(?: \S+)*?(?=  |\s*$| Ghi chú)|\S+(?: \S+)*")
_WORD = re.compile(r"\S+")


class Headed(NamedTuple):
    """The row of headings, no row where there is no header; and the rows below it, with the columns that are blank."""

    head: list[Row]
    rows: list[Row]


class _Placed(NamedTuple):
    """From where to where the columns reach, the rows below their headings, and the lines of each of these."""

    extents: list[Extent]
    rows: list[Row]
    parts: list[list[Part]]


@dataclass(frozen=True)
class _Header:
    """The lines of a header as the places of their texts, and from where to where the columns below them reach."""

    lines: Sequence[Sequence[Extent]]
    extents: Sequence[Extent]

    def beside(self, span: Extent) -> set[int]:
        """The columns on both sides of a text."""
        before = sum(end <= span[0] for _, end in self.extents)
        return {before - 1, before} & set(range(len(self.extents)))

    @cached_property
    def free(self) -> set[int]:
        """The columns over which no text stands."""
        return set(range(len(self.extents))) - self.headed_from(0)

    def headed_from(self, line: int) -> set[int]:
        """The columns over which a text of a line or of one below it stands."""
        return {column for spans in self.lines[line:] for span in spans for column in held(span, self.extents)}

    def over(self, span: Extent) -> list[int]:
        """The columns over which a text stands; where it stands between two, the one without a heading, or both."""
        beside = self.beside(span)
        return held(span, self.extents) or sorted(beside & self.free or beside)


def headed(lines: Lines, rows: Sequence[Row], starts: Sequence[int]) -> Headed | None:
    """Put headings over columns; None where a text that is no known heading would be cut over two columns of which no
    row has both, for they may be one; where two stand over one; or where figures have none.

    Args:
        lines: those of the header.
        rows: those below.
        starts: where the columns begin in the rows.
    """
    labels = lines[-1:] if lines and numbers_columns(lines[-1][1]) else []
    lines = lines[: len(lines) - len(labels)]
    found = _beside(lines, _extents(starts, rows), rows) or _above(lines, _extents(starts, rows), rows)
    if found is None or any(is_number(part.text) for part in found.parts[0]):
        return None  # what has a number is a row without a figure
    known, below, parts = found
    unheaded = [at for at, own in enumerate(parts) if at > 1 and not own] if any(parts) else []
    if any(is_amount(cell_of(row, at).text) for at in unheaded for row in below):
        return None
    pieces = [Piece(tuple(own), lines[0][0], begin + 1) for own, (begin, _) in zip(parts, known, strict=True) if lines]
    numbers = [numbered for number, line in labels if (numbered := _numbered(number, line, len(known)))]
    return Headed([*([pieces] if any(parts) else []), *numbers], below) if len(numbers) == len(labels) else None


def _spans(lines: Lines) -> list[list[Extent]]:
    """The places of the texts of each line."""
    return [[token.span() for token in _TOKEN.finditer(line)] for _, line in lines]


def _with_blank(
    extents: Sequence[Extent], rows: Sequence[Row], blank: Sequence[Extent]
) -> tuple[list[Extent], list[Row]]:
    """The same with the columns that hold nothing but a heading."""
    known, below = [*extents], [*rows]
    for span in blank:
        at = sum(end <= span[0] for _, end in known)
        below = [[*row[:at], BLANK, *row[at:]] if at < len(row) or len(row) == len(known) else row for row in below]
        known.insert(at, span)
    return known, below


def _figured(rows: Sequence[Row], columns: int) -> set[int]:
    """The columns behind the first that hold figures and nothing else."""
    open_, found = {*range(1, columns)}, set[int]()
    for row in rows:
        for at in [at for at in open_ if at < len(row)]:
            text = " ".join(part.text for part in row[at].parts)
            if is_shown_figure(text):
                found.add(at)
            elif any(map(str.isalnum, text)):
                open_.remove(at)
    return open_ & found


def _above(lines: Lines, extents: Sequence[Extent], rows: Sequence[Row]) -> _Placed | None:
    """The headings where they stand over the cells of their columns; None where that is not clear."""
    spans = _spans(lines)
    known, below = _with_blank(extents, rows, _unheld(_Header(spans, extents)))
    header = _Header(spans, known)
    parts: list[list[Part]] = [[] for _ in known]
    for at, (number, line) in enumerate(lines):
        cut = _cut(line, at, header, below)
        if cut is None:
            return None
        for column, (begin, end) in cut:
            parts[column].append(Part(line[begin:end].strip(), number, begin + 1))
    return _Placed(known, below, parts)


def _beside(lines: Lines, extents: Sequence[Extent], rows: Sequence[Row]) -> _Placed | None:
    """The headings where they may stand beside the figures below them; None where that is not certain."""
    spans = _spans(lines)
    blank = unheld(spans[-1], extents, _figured(rows, len(extents))) if spans else []
    known, below = _with_blank(extents, rows, blank)
    over = placed(spans, known, _figured(below, len(known)))
    if over is None:
        return None
    parts: list[list[Part]] = [[] for _ in known]
    for (number, line), texts, columns in zip(lines, spans, over, strict=True):
        for (begin, end), own in zip(texts, columns, strict=True):
            for column in own:
                parts[column].append(Part(line[begin:end].strip(), number, begin + 1))
    return _Placed(known, below, parts)


def _numbered(number: int, line: str, columns: int) -> Row:
    """The row that numbers the columns; empty where it has not a number for each, or leaves one out."""
    words = [word.span() for word in _WORD.finditer(line)]
    certain = len(words) == columns and counts_on(line)
    return [piece_of(line[begin:end], number, begin + 1) for begin, end in words] if certain else []


def _extents(starts: Sequence[int], rows: Sequence[Row]) -> list[Extent]:
    """From where to where the cells of each column reach."""
    found = [(start, start + 1) for start in starts]
    for row in rows:
        for column, piece in enumerate(row if len(row) == len(starts) else ()):
            for part in piece.parts:
                begin, end = found[column]
                found[column] = min(begin, part.column - 1), max(end, part.column - 1 + len(part.text))
    return found


def _unheld(header: _Header) -> list[Extent]:
    """Where headings stand over nothing, and not beside a column that has none: their columns are blank."""
    found: list[Extent] = []
    for at, spans in enumerate(header.lines):
        lower = header.headed_from(at + 1)
        for span in spans:
            beside = header.beside(span)
            if held(span, header.extents) or beside <= lower or beside & header.free:
                continue  # over two columns that have their own below; or beside one without
            same = next((other for other in found if meet(span, other)), span)
            found = [other for other in found if other != same]
            found.append((min(span[0], same[0]), max(span[1], same[1])))
    return found


def _cut(line: str, at: int, header: _Header, rows: Sequence[Row]) -> list[tuple[int, Extent]] | None:
    """The columns that the texts of a line head, with the part that heads each; None where that is not clear."""
    taken = [header.over(span) for span in header.lines[at]]
    if any(set(one) & set(other) for one, other in pairwise(taken)):
        return None
    found: list[tuple[int, Extent]] = []
    lower = header.headed_from(at + 1)
    for span, over in zip(header.lines[at], taken, strict=True):
        if len(lower & set(over)) > 1:
            beneath = lower - {column for other in taken if other is not over for column in other}
            found += [(column, span) for column in _group(span, over, beneath, header.extents)]
        elif (len(over) == 1 or held(span, header.extents)) and (
            parted := _parted(line, span, over, header.extents, rows)
        ):
            found += parted
        else:
            return None
    return found


def _group(span: Extent, over: Sequence[int], lower: set[int], extents: Sequence[Extent]) -> range:
    """The columns of a group by its heading: of those with headings below, as many as have it in their middle."""
    first, last = over[0], over[-1]
    while first - 1 in lower:
        first -= 1
    while last + 1 in lower:
        last += 1
    ranges = [range(a, b + 1) for a in range(first, over[0] + 1) for b in range(over[-1], last + 1)]
    return min(ranges, key=lambda own: (_off(span, (extents[own[0]][0], extents[own[-1]][1])), -len(own)))


def _parted(
    line: str, span: Extent, over: Sequence[int], extents: Sequence[Extent], rows: Sequence[Row]
) -> list[tuple[int, Extent]]:
    """A text that only one blank parts in headings of several columns, cut so that as many as can be are headings that
    are known, and each stands over the middle of its own as well as can be; nothing where the columns may be one."""
    words = [word.span() for word in _WORD.finditer(line, *span)]
    wanted = over[: len(words)]
    ways = [
        [(words[first][0], words[last - 1][1]) for first, last in pairwise((0, *cuts, len(words)))]
        for cuts in combinations(range(1, len(words)), len(wanted) - 1)
    ]
    texts = [[line[begin:end] for begin, end in way] for way in ways]
    known = [-sum(heads_a_table(text) or plain(text).startswith("ghi chu") for text in way) for way in texts]
    off = [sum(_off(part, extents[at]) for part, at in zip(way, wanted, strict=True)) for way in ways]
    held, _, best = min(zip(known, off, ways, strict=True))
    beside = pairwise(range(max(over[0] - 1, 0), min(over[-1] + 2, len(extents))))
    together = ([row for row in rows if all(cell_of(row, column).parts for column in pair)] for pair in beside)
    if len(over) > 1 and not held and not all(together):
        return []
    return list(zip(wanted, best, strict=True))


def _off(one: Extent, other: Extent) -> int:
    """How far the middles of two texts are apart, in half places."""
    return abs(sum(one) - sum(other))
