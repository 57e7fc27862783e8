"""The header of columns that are set out with blanks: one row, for its cells go on from line to line, each at a height
of its own. What two blanks part stands over the columns it reaches over."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from sxtdbv_cli.files.txt.cell import heads_a_table, is_amount, is_number
from sxtdbv_cli.files.txt.laid import cell_of
from sxtdbv_cli.files.txt.tokens import BLANK, Lines, Part, Piece, Row
from sxtdbv_cli.model.units import plain

_TOKEN = re.compile(r"\S+(?: \S+)*?(?=  |\s*$| Ghi chú)|\S+(?: \S+)*")
_WORD = re.compile(r"\S+")
Extent = tuple[int, int]


class Headed(NamedTuple):
    """The row of headings, no row where there is no header; and the rows below it, with the columns that are blank."""

    head: list[Row]
    rows: list[Row]


def headed(lines: Lines, rows: Sequence[Row], starts: Sequence[int]) -> Headed | None:
    """Put headings over columns; None where a text that is no known heading would be cut over two columns of which no
    row has both, for they may be one; where two stand over one; or where figures have none.

    Args:
        lines: those of the header.
        rows: those below.
        starts: where the columns begin in the rows.
    """
    extents = _extents(starts, rows)
    known, below = [*extents], [*rows]
    for span in _unheld(lines, extents):
        at = sum(end <= span[0] for _, end in known)
        below = [[*row[:at], BLANK, *row[at:]] if at < len(row) or len(row) == len(known) else row for row in below]
        known.insert(at, span)
    parts: list[list[Part]] = [[] for _ in known]
    free = _free(lines, known)
    for (number, line), lower in zip(lines, _lower(lines, known), strict=True):
        tokens = [(token, _over(token.span(), known, free)) for token in _TOKEN.finditer(line)]
        if any(set(over) & set(other) for (_, over), (_, other) in pairwise(tokens)):
            return None
        for token, over in tokens:
            if len(lower & set(over)) > 1:
                beneath = lower - {column for other, taken in tokens if other is not token for column in taken}
                cut = [(column, token.span()) for column in _group(token.span(), over, beneath, known)]
            elif not (cut := _parted(line, token.span(), over, known, below)):
                return None
            for column, (begin, end) in cut:
                parts[column].append(Part(line[begin:end].strip(), number, begin + 1))
    if any(is_number(part.text) for part in parts[0]):
        return None  # a row without a figure
    unheaded = [at for at, own in enumerate(parts) if at > 1 and not own] if any(parts) else []
    if any(is_amount(cell_of(row, at).text) for at in unheaded for row in below):
        return None
    pieces = [Piece(tuple(own), lines[0][0], begin + 1) for own, (begin, _) in zip(parts, known, strict=True) if lines]
    return Headed([[*pieces]] if any(parts) else [], below)


def _extents(starts: Sequence[int], rows: Sequence[Row]) -> list[Extent]:
    """From where to where the cells of each column reach."""
    found = [(start, start + 1) for start in starts]
    for row in rows:
        for column, piece in enumerate(row if len(row) == len(starts) else ()):
            for part in piece.parts:
                begin, end = found[column]
                found[column] = min(begin, part.column - 1), max(end, part.column - 1 + len(part.text))
    return found


def _unheld(lines: Lines, extents: Sequence[Extent]) -> list[Extent]:
    """Where headings stand over nothing, and not beside a column that has none: their columns are blank."""
    found: list[Extent] = []
    free = _free(lines, extents)
    for (_, line), lower in zip(lines, _lower(lines, extents), strict=True):
        for span in (token.span() for token in _TOKEN.finditer(line)):
            beside = _beside(span, extents)
            if _held(span, extents) or beside <= lower or beside & free:
                continue  # over two columns that have their own below; or beside one without
            same = next((other for other in found if _meet(span, other)), span)
            found = [other for other in found if other != same]
            found.append((min(span[0], same[0]), max(span[1], same[1])))
    return found


def _free(lines: Lines, extents: Sequence[Extent]) -> set[int]:
    """The columns over which no heading stands."""
    tokens = [token.span() for _, line in lines for token in _TOKEN.finditer(line)]
    return set(range(len(extents))) - {column for span in tokens for column in _held(span, extents)}


def _lower(lines: Lines, extents: Sequence[Extent]) -> Iterator[set[int]]:
    """For each line the columns that have a heading on a lower one."""
    for at in range(len(lines)):
        tokens = (token.span() for _, line in lines[at + 1 :] for token in _TOKEN.finditer(line))
        yield {column for span in tokens for column in _held(span, extents)}


def _held(span: Extent, extents: Sequence[Extent]) -> list[int]:
    """The columns over which a text stands."""
    return [at for at, extent in enumerate(extents) if _meet(span, extent)]


def _meet(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _beside(span: Extent, extents: Sequence[Extent]) -> set[int]:
    """The columns on both sides of a text."""
    before = sum(end <= span[0] for _, end in extents)
    return {before - 1, before} & set(range(len(extents)))


def _over(span: Extent, extents: Sequence[Extent], free: set[int]) -> list[int]:
    """The columns over which a text stands; where it stands between two, the one without a heading, or both."""
    beside = _beside(span, extents)
    return _held(span, extents) or sorted(beside & free or beside)


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
