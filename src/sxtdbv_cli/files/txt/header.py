"""The header of a table whose merged cells were lost: which of its cells stood over which."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise, product

from sxtdbv_cli.files.txt.laid import SHAPE, Laid
from sxtdbv_cli.files.txt.tokens import Piece
from sxtdbv_cli.model.finding import Fact
from sxtdbv_cli.model.grid import Remark, Span
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.text.language import Text

WORKED_OUT = Text(
    "ô gộp “{heading}” được suy ra là đứng trên {columns:d} cột: {children}",
    "the merged cell “{heading}” was worked out to stand over {columns:d} columns: {children}",
)
_SINGLE = re.compile(
    r"(so )?(stt|tt)\.?|so thu tu|noi dung.*|ghi chu|don vi( tinh)?|dvt|chi tieu.*|thoi gian.*|danh muc.*|ten .*"
).fullmatch
_OPENS = re.compile(r"trong do|chia ra|bao gom|gom|trong nam|phan ky|chia theo").search
_STATE = re.compile(
    r"\b(du toan|dt|uoc|uth|thuc hien|th|ke hoach|kh|quyet toan|du kien|so sanh|ty le|chenh lech)\b|%"
).search
_OUTCOME = re.compile(r"\b(uoc|uth|thuc hien|danh gia)\b").search
"""What only the year that runs has, the first of those in a plan."""
_YEARS = re.compile(r"\b(?:19|20)\d\d\b").findall
_YEAR = re.compile(r"(nam |kinh phi )*(19|20)\d\d").fullmatch
_MONEY = re.compile(r"kinh phi|von|du toan|ke hoach|so tien|nguon|phan ky|nam\b").search


MOST = 3_000
"""So many divisions of a row are tried; a header that has more is not put together."""

_Under = tuple[int, ...]
"""For each cell of a row of the header how many cells of the next row stand under it: 0 for one that reaches down."""


def arrange(rows: Sequence[Sequence[Piece]], columns: int) -> Laid | None:
    """The rows of a header with its merged cells, where the words leave one way only; None where they leave more.

    Args:
        rows: at least two; their cells as they follow each other, without a sign of what is merged.
    """
    if any(_OPENS(plain(piece.text)) for piece in rows[-1]):
        return None
    groups = sum(map(len, rows)) - columns
    tried = [list(islice(_divisions(len(upper), len(lower), groups), MOST)) for upper, lower in pairwise(rows)]
    if max(map(len, tried)) == MOST:
        return None
    levels = [
        [under for under in level if _makes_sense(under, upper, lower)]
        for level, (upper, lower) in zip(tried, pairwise(rows), strict=True)
    ]
    ways = product(*levels)
    found = list(islice((way for way in ways if sum(sum(map(bool, under)) for under in way) == groups), 2))
    return _laid(found[0], rows) if len(found) == 1 else None


def _divisions(upper: int, lower: int, most: int) -> Iterator[_Under]:
    """Every way to put the lower cells under at most so many of the upper ones, at least two under each."""
    for groups in range(1, min(upper, lower // 2, most) + 1):
        for parents in combinations(range(upper), groups):
            for cuts in combinations(range(2, lower - 1), groups - 1):
                sizes = [end - start for start, end in zip((0, *cuts), (*cuts, lower), strict=True)]
                if min(sizes) >= 2:
                    under = dict(zip(parents, sizes, strict=True))
                    yield tuple(under.get(number, 0) for number in range(upper))


def _makes_sense(under: _Under, upper: Sequence[Piece], lower: Sequence[Piece]) -> bool:
    """Whether every group can be one by its words, and every cell that opens a group is a group."""
    children = iter(lower)
    first = min((year for piece in upper for year in _YEARS(piece.text)), default="")
    for size, piece in zip(under, upper, strict=True):
        words = plain(piece.text)
        group = tuple(plain(next(children).text) for _ in range(size))
        if not (_may_stand_over(words, group) if size else not _OPENS(words)):
            return False
        if any(map(_OUTCOME, group)) and min(_YEARS(words), default=first) != first:
            return False
    return True


def _may_stand_over(words: str, group: tuple[str, ...]) -> bool:
    if _OPENS(words):
        return True
    years = sum(bool(_YEAR(child)) for child in group)
    if _SINGLE(words) or len(set(group)) < len(group) or 0 < years < len(group):
        return False
    if years:
        return bool(_MONEY(words)) and not re.search(r"(19|20)\d\d\b(?!.*(19|20)\d\d)", words)
    return not (_STATE(words) and all(map(_STATE, group)))


def _laid(way: Sequence[_Under], rows: Sequence[Sequence[Piece]]) -> Laid:
    """The rows with every cell in its first column, the cells it covers left out."""
    waiting = [
        iter(zip(row, under, strict=True)) for row, under in zip(rows, [*way, (0,) * len(rows[-1])], strict=True)
    ]
    laid: list[list[Piece | None]] = [[] for _ in rows]
    merged: list[Span] = []
    remarks: list[Remark] = []

    def put(level: int) -> str:
        """Lay the next cell of a row and all that stands under it; its text."""
        piece, under = next(waiting[level])
        left = len(laid[level])
        laid[level].append(piece)
        if not under:
            for below in laid[level + 1 :]:
                below.append(None)
            merged.append(Span(level, left, len(rows) - 1, left))
            return piece.text
        children = [put(level + 1) for _ in range(under)]
        width = len(laid[level + 1]) - left
        laid[level] += [None] * (width - 1)
        merged.append(Span(level, left, level, left + width - 1))
        facts: dict[str, Fact] = {"heading": piece.text, "columns": width, "children": ", ".join(children)}
        remarks.append(Remark(SHAPE, level, left, facts, WORKED_OUT))
        return piece.text

    for _ in rows[0]:
        put(0)
    return Laid(laid, tuple(sorted(merged)), tuple(sorted(remarks, key=lambda remark: (remark.row, remark.column))))
