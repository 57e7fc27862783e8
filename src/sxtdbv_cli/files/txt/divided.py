"""The ways to put the cells of one row of a header under those of the row above."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from sxtdbv_cli.files.txt.sums import Under
from sxtdbv_cli.files.txt.tokens import Piece
from sxtdbv_cli.model.units import plain

_NUMBER = re.compile(r"\d+").sub


def in_turn(upper: Sequence[Piece], lower: Sequence[Piece], groups: int) -> Iterator[Under]:
    """The way to put lower cells that say the same again and again (*KH*, *TH*) under the upper ones that differ in
    nothing but numbers (*Năm 2021*, *Năm 2022*), where there are as many."""
    size, rest = divmod(len(lower), groups) if groups else (0, 0)
    names = [plain(piece.text) for piece in lower]
    kinds = [_NUMBER("", plain(piece.text)) for piece in upper]
    if rest == 0 and size > 1 and names == names[:size] * groups and len({*names}) == size:
        yield from (
            tuple(size if kind == one else 0 for kind in kinds)
            for one, count in Counter(kinds).items()
            if count == groups > 1
        )


def divisions(upper: int, lower: int, most: int) -> Iterator[Under]:
    """Every way to put the lower cells under at most so many of the upper ones, at least two under each."""
    for groups in range(1, min(upper, lower // 2, most) + 1):
        for parents in combinations(range(upper), groups):
            for cuts in combinations(range(2, lower - 1), groups - 1):
                sizes = [end - start for start, end in zip((0, *cuts), (*cuts, lower), strict=True)]
                if min(sizes) >= 2:
                    under = dict(zip(parents, sizes, strict=True))
                    yield tuple(under.get(number, 0) for number in range(upper))
