"""Rows whose cells are set to their middle, as tables of decisions are: a title of three lines begins above its code
and figures and ends below them.

As many lines of a cell stand above the line of the code as below it. From the last row upwards that says of each
line between two codes to which of them it belongs; where it leaves none over, and each title begins with a capital, it
holds.
"""

from collections.abc import Sequence
from itertools import pairwise

from sxtdbv_cli.files.txt.cell import is_number, says_words
from sxtdbv_cli.files.txt.laid import cell_of, figured
from sxtdbv_cli.files.txt.tokens import BLANK, Row, joined


def is_centred(rows: Sequence[Row]) -> bool:
    """Whether the title of a row begins above its code: nothing stands beside that, or the rest of a text does."""
    title, anchors = _title(rows), _anchors(rows)
    for last, at in pairwise((-1, *anchors)):
        before, own, behind = (cell_of(rows[n], title) if 0 <= n < len(rows) else BLANK for n in (at - 1, at, at + 1))
        floats = last < at - 1 and says_words(before.text)
        if floats and (own.text[:1].islower() or (own.blank and says_words(behind.text))):
            return True
    return False


def centred(rows: Sequence[Row], columns: int) -> list[Row] | None:
    """The rows put together around the lines of their codes; None where the lines of titles between them do not divide:
    those of other texts go to the nearest then. What stands above the first is left out."""
    anchors = _anchors(rows)
    found: list[Row] = [[BLANK] * columns for _ in anchors]
    title = _title(rows)
    for column in range(columns):
        lines = [at for at in range(len(rows)) if not cell_of(rows[at], column).blank]
        groups = _groups(lines, anchors, len(rows))
        if groups is None and column == title:
            return None
        for row, own in zip(found, groups or _nearest(lines, anchors), strict=True):
            row[column] = joined([cell_of(rows[at], column) for at in own])
    return None if any(cell_of(row, title).text[:1].islower() for row in found) else found


def _groups(lines: Sequence[int], anchors: Sequence[int], end: int) -> list[list[int]] | None:
    """The lines of a column that belong to each code: as many above it as below."""
    groups: list[list[int]] = []
    below = sum(at > anchors[-1] for at in lines)
    for before, anchor in reversed([*pairwise((-1, *anchors))]):
        between = [at for at in lines if before < at < anchor]
        if len(between) < below:
            return None
        begin = min(between[len(between) - below :], default=anchor)
        groups.insert(0, [at for at in lines if begin <= at < end])
        end, below = begin, len(between) - below
    return groups


def _nearest(lines: Sequence[int], anchors: Sequence[int]) -> list[list[int]]:
    """The lines of a column by the code next to them."""
    groups: list[list[int]] = [[] for _ in anchors]
    for at in lines:
        groups[min(range(len(anchors)), key=lambda number: abs(anchors[number] - at))].append(at)
    return groups


def _anchors(rows: Sequence[Row]) -> list[int]:
    """The lines that have a code or a figure."""
    return [at for at, row in enumerate(rows) if is_number(cell_of(row, 0).text) or figured(row)]


def _title(rows: Sequence[Row]) -> int:
    """The column of titles: the first with words in most of its cells."""
    for column in range(max(map(len, rows), default=0)):
        texts = [piece.text for row in rows if not (piece := cell_of(row, column)).blank]
        if 2 * sum(says_words(text) and not is_number(text) for text in texts) > len(texts):
            return column
    return 0
