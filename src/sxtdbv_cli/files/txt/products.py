"""What products prove of a header: which of its cells stand over prices, and which over what these come to."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from sxtdbv_cli.files.txt.sums import LEAST, Way, spans
from sxtdbv_cli.files.txt.tokens import Piece

_UNIT = 1000
"""One, in the thousandths that figures are in."""


def by_products(
    ways: Sequence[Way], rows: Sequence[Sequence[Piece]], lines: Sequence[Sequence[int | None]]
) -> list[Way]:
    """The ways in which a column times each of a group is the like one of a group behind it, by the amounts of the rows
    below, in thousandths."""
    return [way for way in ways if any(_holds(*three, lines) for three in _factors(way, rows))]


def _factors(way: Way, rows: Sequence[Sequence[Piece]]) -> Iterator[tuple[int, range, range]]:
    """The column of each cell of the first row that reaches down, and those of two groups of as many cells behind it:
    *Khối lượng*, *Đơn giá* (*Vật liệu*, *Nhân công*), *Thành tiền* (the same)."""
    over = [*zip(way[0], spans(way, rows)[0], strict=True)]
    for at, (size, columns) in enumerate(over):
        groups = [group for count, group in over[at + 1 :] if count]
        for price, amount in combinations(groups, 2) if not size else ():
            if len(price) == len(amount):
                yield columns.start, price, amount


def _holds(quantity: int, price: range, amount: range, lines: Sequence[Sequence[int | None]]) -> bool:
    """Whether the products come out on most lines, to half a unit."""
    held = [
        2 * abs(one * each - _UNIT * whole) <= _UNIT * _UNIT
        for line in lines
        for own, other in zip(price, amount, strict=True)
        if (one := line[quantity]) and (each := line[own]) and (whole := line[other])
    ]
    return sum(held) >= LEAST and 2 * sum(held) > len(held)
