"""The header of columns set out with blanks where its texts stand beside the figures below them: spreadsheets set words
to the left and figures to the right."""

from collections.abc import Collection, Mapping, Sequence
from itertools import islice, pairwise, product
from math import prod

Extent = tuple[int, int]
"""From where to before where a text or the cells of a column reach."""
NEAR = 1
"""So many places texts below each other may be off."""
MOST = 1_000
"""So many ways are tried."""


def placed(
    lines: Sequence[Sequence[Extent]], extents: Sequence[Extent], figured: Collection[int]
) -> list[list[range]] | None:
    """The columns that each text of each line of a header is over; None where that is not certain.

    On the last line each text is over one column: the one whose cells it stands over, else the column of figures right
    of it, else that of words left of it; every column of figures has one, and they stand in order. A text above goes on
    below in the one it begins, ends or has its middle with; or it is over a group, whose texts it has the middle of.

    Args:
        lines: the places of the texts of each line, from the top.
        extents: those of the columns.
        figured: the columns of figures.
    """
    if not lines:
        return None
    own = [_column(span, extents, figured) for span in lines[-1]]
    if any(one >= other for one, other in pairwise(own)) or not {*own} >= {*figured} or -1 in own:
        return None
    reach = dict(zip(own, lines[-1], strict=True))
    found = [[range(column, column + 1) for column in own]]
    for spans in reversed(lines[:-1]):
        above = [_above(span, reach) for span in spans]
        ways = [
            [*way]
            for way in islice(product(*above), MOST)
            if all(one.stop <= other.start for one, other in pairwise(way))
        ]
        if len(ways) != 1 or prod(map(len, above)) > MOST:
            return None
        (over,) = ways
        for (first, *others), (begins, ends) in zip(over, spans, strict=True):
            reach |= {} if others else {first: (min(begins, reach[first][0]), max(ends, reach[first][1]))}
        found.insert(0, over)
    return found


def unheld(spans: Sequence[Extent], extents: Sequence[Extent], figured: Collection[int]) -> list[Extent]:
    """The texts of the last line of a header that are over no column that has cells: those of blank columns."""
    taken = {at for span in spans for at in held(span, extents)}
    found = []
    for span in spans:
        right = sum(end <= span[0] for _, end in extents)
        beside = {right} & {*figured} | {right - 1} - {*figured}
        if not held(span, extents) and beside <= taken:
            found.append(span)
    return found


def held(span: Extent, extents: Sequence[Extent]) -> list[int]:
    """The columns whose cells a text stands over."""
    return [at for at, extent in enumerate(extents) if meet(span, extent)]


def meet(one: Extent, other: Extent) -> bool:
    """Whether two stand over each other."""
    return one[0] < other[1] and other[0] < one[1]


def _column(span: Extent, extents: Sequence[Extent], figured: Collection[int]) -> int:
    """The column that a text of the last line is over; -1 where that is not certain."""
    if over := held(span, extents):
        return over[0] if len(over) == 1 else -1
    right = sum(end <= span[0] for _, end in extents)
    if right in figured:
        return right
    return right - 1 if right - 1 not in figured else -1


def _above(span: Extent, reach: Mapping[int, Extent]) -> list[range]:
    """The column that a text goes on in below, or those of each group whose texts it has the middle of."""
    for column, below in reach.items():
        if any(abs(one - other) <= NEAR for one, other in zip(_marks(span), _marks(below), strict=True)):
            return [range(column, column + 1)]
    columns = sorted(reach)
    return [
        range(first, last + 1)
        for at, first in enumerate(columns)
        for last in columns[at + 1 :]
        if abs(sum(span) - reach[first][0] - reach[last][1]) <= 2 * NEAR
    ]


def _marks(span: Extent) -> tuple[float, float, float]:
    """Where a text begins and ends, and its middle."""
    return span[0], span[1], sum(span) / 2
