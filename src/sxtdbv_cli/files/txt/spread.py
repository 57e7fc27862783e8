"""Whether sums prove that the titles of rows cover the columns before their figures."""

from collections.abc import Iterator, Sequence

from sxtdbv_cli.files.txt.forms import Row
from sxtdbv_cli.files.txt.tokens import Piece
from sxtdbv_cli.text.numbers import BadAmount, read_amount

DECIMALS = 3
LEAST = 2
"""So many sums must hold: one may be chance."""


def proven(rows: Sequence[Row], body: Sequence[Piece]) -> bool:
    """Whether the figures of such rows, all as long, are the sums of what stands below them in at least half of those
    that can be tried, and none would be in a column further left."""
    if len({len(row.columns) for row in rows if row.merged == "spread"}) != 1:
        return False
    lines = [_figures(row, body) for row in rows]
    tried = held = otherwise = 0
    for number, below in _groups(rows):
        for column, amount in lines[number].items():
            tried += 1
            held += _adds_up(lines, below, column, amount)
        otherwise += _holds_otherwise(number, below, lines)
    return held >= LEAST and 2 * held >= tried and not otherwise


def _groups(rows: Sequence[Row]) -> Iterator[tuple[int, list[int]]]:
    """Rows with such a title that other rows follow, and those up to the next."""
    marks = [number for number, row in enumerate(rows) if row.merged == "spread"]
    for mark, end in zip(marks, [*marks[1:], len(rows)], strict=True):
        if end - mark > 2:
            yield mark, list(range(mark + 1, end))


def _holds_otherwise(number: int, below: Sequence[int], lines: Sequence[dict[int, int]]) -> bool:
    """Whether the first figure of a row is the sum of what stands below in a column further left."""
    first, amount = next(iter(lines[number].items()), (0, 0))
    return any(_adds_up(lines, below, column, amount) for column in range(2, first))


def _adds_up(lines: Sequence[dict[int, int]], below: Sequence[int], column: int, amount: int) -> bool:
    """Whether an amount is the sum of several of what stands below in a column."""
    parts = [lines[line].get(column, 0) for line in below]
    return sum(map(bool, parts)) > 1 and sum(parts) == amount


def _figures(row: Row, body: Sequence[Piece]) -> dict[int, int]:
    cells = ((column, amount_of(piece.text)) for column, piece in zip(row.columns, row.of(body), strict=True))
    return {column: amount for column, amount in cells if column > 1 and amount is not None}


def amount_of(text: str) -> int | None:
    """The figure of a cell in thousandths; None for none."""
    try:
        return read_amount(text, DECIMALS)
    except BadAmount:
        return None
