"""The figures of a text: what they prove, and which columns have none."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from sxtdbv_cli.files.txt.cell import holds_figure, is_code, says_words
from sxtdbv_cli.files.txt.forms import Placed
from sxtdbv_cli.files.txt.tokens import Piece
from sxtdbv_cli.text.numbers import BadAmount, read_amount

DECIMALS = 3
_DECIMAL = re.compile(r"-?\d{1,3}(?:\.\d{3})*,(?:\d{1,2}|\d{4,})").fullmatch
_EITHER = re.compile(r"-?[1-9]\d{0,2},\d{3}").fullmatch
LEAST = 2
"""So many sums must hold: one may be chance."""


def proven(rows: Sequence[Placed]) -> bool:
    """Whether the figures of rows with such titles are the sums of what stands below them up to the next, in at least
    half of those that can be tried, and the first of none would be in a column further left."""
    lines = [_figures(row) for row in rows]
    marks = [number for number, row in enumerate(rows) if row.merged == "spread"]
    held: list[bool] = []
    for mark, end in pairwise([*marks, len(rows)]):
        if end - mark > 2:
            below, (first, amount) = lines[mark + 1 : end], next(iter(lines[mark].items()), (0, 0))
            if any(_adds_up(below, column, amount) for column in range(2, first)):
                return False
            held += [_adds_up(below, *figure) for figure in lines[mark].items()]
    return sum(held) >= LEAST and 2 * sum(held) >= len(held)


def _adds_up(below: Sequence[dict[int, int]], column: int, amount: int) -> bool:
    """Whether an amount is the sum of several of what stands below in a column."""
    parts = [line.get(column, 0) for line in below]
    return sum(map(bool, parts)) > 1 and sum(parts) == amount


def _figures(row: Placed) -> dict[int, int]:
    cells = ((column, amount_of(piece.text)) for column, piece in row.placed)
    return {column: amount for column, amount in cells if column > 1 and amount is not None}


def amount_of(text: str) -> int | None:
    """The figure of a cell in thousandths; None for none."""
    try:
        return read_amount(text, DECIMALS)
    except BadAmount:
        return None


def amounts_in(rows: Sequence[Sequence[Piece]]) -> list[list[int | None]]:
    """The figures of rows in thousandths. One comma before three digits is a decimal one where others can only be."""
    texts = [[piece.text for piece in row] for row in rows]
    decimal = any(map(_DECIMAL, chain.from_iterable(texts)))
    return [
        [int(text.replace(",", "")) if decimal and _EITHER(text) else amount_of(text) for text in row] for row in texts
    ]


def leaves_of(body: Sequence[Sequence[Piece]], least: int = LEAST) -> int:
    """How many of the first headings reach down, for nothing is merged over codes and titles: up to that of the column
    in which all lines with figures (all lines, where few have any) have words, ``least`` of them; 0 where neither of
    the first two has."""
    lines = [row for row in body if any(holds_figure(piece.text) for piece in row[1:])]
    lines = lines if len(lines) >= least else [*body]
    for title in (0, 1):
        texts = [row[title].text for row in lines if len(row) > title and not row[title].blank]
        coded = any(is_code(text) and any(map(str.isdigit, text)) for text in texts)  # *II2* is no word
        if len(texts) >= least and all(map(says_words, texts)) and not coded:
            return title + 1
    return 0
