"""The header of a table whose merged cells were lost: which of its cells stood over which."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

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
_YEAR = re.compile(r"(nam |kinh phi )*(19|20)\d\d").fullmatch
_MONEY = re.compile(r"kinh phi|von|du toan|ke hoach|so tien|nguon|phan ky|nam\b").search


class _Division(NamedTuple):
    """For each upper cell how many lower cells stand under it: 0 for one that reaches down."""

    under: tuple[int, ...]


def arrange(upper: Sequence[Piece], lower: Sequence[Piece], columns: int) -> Laid | None:
    """Two rows of a header with its merged cells, where the words leave one way only; None where they leave more."""
    found = [
        division for division in _divisions(len(upper), len(lower), columns) if _makes_sense(division, upper, lower)
    ]
    return _laid(found[0], upper, lower) if len(found) == 1 else None


def _divisions(upper: int, lower: int, columns: int) -> Iterator[_Division]:
    """Every way to put the lower cells under groups of the upper ones so that all columns are filled."""
    groups = upper + lower - columns
    if groups < 1 or lower < 2 * groups:
        return
    for parents in combinations(range(upper), groups):
        for cuts in combinations(range(2, lower - 1), groups - 1):
            sizes = [end - start for start, end in zip((0, *cuts), (*cuts, lower), strict=True)]
            if min(sizes) >= 2:
                under = dict(zip(parents, sizes, strict=True))
                yield _Division(tuple(under.get(number, 0) for number in range(upper)))


def _makes_sense(division: _Division, upper: Sequence[Piece], lower: Sequence[Piece]) -> bool:
    """Whether every group can be one by its words, and every cell that opens a group is a group."""
    children = iter(lower)
    groups = []
    for size, piece in zip(division.under, upper, strict=True):
        words = plain(piece.text)
        group = tuple(plain(next(children).text) for _ in range(size))
        if (size == 0 and _OPENS(words)) or any(map(_OPENS, group)):
            return False
        if size and not _may_stand_over(words, group):
            return False
        groups += [group] if size else []
    return len(groups) == 1 or len(set(groups)) == 1 or all(len(set(group)) == len(group) for group in groups)


def _may_stand_over(words: str, group: tuple[str, ...]) -> bool:
    if _OPENS(words):
        return True
    years = sum(bool(_YEAR(child)) for child in group)
    if _SINGLE(words) or len(set(group)) < len(group) or 0 < years < len(group):
        return False
    if years:
        return bool(_MONEY(words)) and not re.search(r"(19|20)\d\d\b(?!.*(19|20)\d\d)", words)
    return not (_STATE(words) and all(map(_STATE, group)))


def _laid(division: _Division, upper: Sequence[Piece], lower: Sequence[Piece]) -> Laid:
    rows: list[list[Piece | None]] = [[], []]
    merged, remarks = [], []
    children = iter(lower)
    for size, piece in zip(division.under, upper, strict=True):
        column = len(rows[0])
        group = [next(children) for _ in range(size)]
        rows[0] += [piece, *[None] * (size - 1)]
        rows[1] += group or [None]
        merged.append(Span(0, column, 0 if size else 1, column + max(size, 1) - 1))
        if size:
            said = ", ".join(child.text for child in group)
            facts: dict[str, Fact] = {"heading": piece.text, "columns": size, "children": said}
            remarks.append(Remark(SHAPE, 0, column, facts, WORKED_OUT))
    return Laid(rows, tuple(merged), tuple(remarks))
