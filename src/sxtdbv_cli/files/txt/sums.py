"""What the sums of a text prove: that the titles of rows cover the columns before their figures, and which cells of a
header stand over which, for *Tổng số* is the sum of the columns beside it."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise

from sxtdbv_cli.files.txt.cell import holds_figure, is_code, is_total, says_words
from sxtdbv_cli.files.txt.forms import Placed
from sxtdbv_cli.files.txt.tokens import Piece
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.text.numbers import BadAmount, read_amount

DECIMALS = 3
_DECIMAL = re.compile(r"-?\d{1,3}(?:\.\d{3})*,(?:\d{1,2}|\d{4,})").fullmatch
_EITHER = re.compile(r"-?[1-9]\d{0,2},\d{3}").fullmatch
LEAST = 2
"""So many sums must hold: one may be chance."""
Under = tuple[int, ...]
"""For each cell of a row of the header how many cells of the next row stand under it: 0 for one that reaches down."""
Way = tuple[Under, ...]
"""That of each row but the last."""


def proven(rows: Sequence[Placed]) -> bool:
    """Whether the figures of rows with such titles are the sums of what stands below them in at least half of those
    that can be tried, and none would be in a column further left."""
    lines = [_figures(row) for row in rows]
    tried = held = otherwise = 0
    for number, below in _spread_rows(rows):
        for column, amount in lines[number].items():
            tried += 1
            held += _adds_up(lines, below, column, amount)
        otherwise += _holds_otherwise(number, below, lines)
    return held >= LEAST and 2 * held >= tried and not otherwise


def _spread_rows(rows: Sequence[Placed]) -> Iterator[tuple[int, list[int]]]:
    """Rows with such a title that other rows follow, and those up to the next."""
    marks = [number for number, row in enumerate(rows) if row.merged == "spread"]
    for mark, end in pairwise([*marks, len(rows)]):
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


def spans(way: Way, rows: Sequence[Sequence[Piece]]) -> list[list[range]]:
    """The columns over which each cell of each row stands."""
    widths = [[1] * len(rows[-1])]
    for under in reversed(way):
        children = iter(widths[0])
        widths.insert(0, [sum(next(children) for _ in range(size)) or 1 for size in under])
    found = [[range(end - width, end) for width, end in zip(widths[0], accumulate(widths[0]), strict=True)]]
    for under, below in zip(way, widths[1:], strict=True):
        children = iter(below)
        row: list[range] = []
        for size, over in zip(under, found[-1], strict=True):
            start = over.start
            for width in [next(children) for _ in range(size)]:
                row.append(range(start, start + width))
                start += width
        found.append(row)
    return found


def convincing(
    ways: Sequence[Way], rows: Sequence[Sequence[Piece]], lines: Sequence[Sequence[int | None]]
) -> list[Way]:
    """The ways in which every total at either end of a group is the sum of the columns beside it on most lines; of
    several those in which one of the first row is the sum of all behind it. Without such a total, those in which
    another of the first row (*Tổng kinh phí*) is the sum of a group beside it. ``lines`` are the amounts of the rows
    below, in thousandths."""
    known = [(way, list(totals_of(way, rows))) for way in ways]
    found = [way for way, totals in known if totals and all(_holds(*total, lines) for total in totals)]
    found = [way for way in found if any(_holds(*total, lines) for total in _of_all(way, rows))] or found
    return found or [way for way in ways if any(_holds(*total, lines) for total in _of_group(way, rows))]


def totals_of(way: Way, rows: Sequence[Sequence[Piece]]) -> Iterator[tuple[int, range]]:
    """The column of each total that is the first or the last cell of a group, and the columns of the rest of it."""
    found = spans(way, rows)
    for level, under in enumerate(way):
        at = 0
        for size, over in zip(under, found[level], strict=True):
            some = size and lists_one(plain(rows[level + 1][at + 1].text))
            if size and not some and _sums_up(rows[level + 1][at].text) and len(found[level + 1][at]) == 1:
                yield over.start, over[1:]
            last = at + size - 1
            if size and _sums_up(rows[level + 1][last].text) and len(found[level + 1][last]) == 1:
                yield over[-1], over[:-1]
            at += size


def _of_all(way: Way, rows: Sequence[Sequence[Piece]]) -> Iterator[tuple[int, list[int]]]:
    """The column of each total of the first row, and those behind it that no total of a group covers."""
    covered = {column: total for total, parts in totals_of(way, rows) for column in parts}
    over = spans(way, rows)[0]
    for at, (size, columns) in enumerate(zip(way[0], over, strict=True)):
        if not size and _sums_up(rows[0][at].text):
            behind = (column for other in over[at + 1 :] for column in other)
            yield columns.start, [column for column in behind if column not in covered]


def _of_group(way: Way, rows: Sequence[Sequence[Piece]]) -> Iterator[tuple[int, range]]:
    """The column of each cell of the first row that calls itself a total, or whose parts a heading beside it lists, and
    those of each group beside it."""
    over = [*zip(way[0], spans(way, rows)[0], rows[0], strict=True)]
    for one, other in chain(pairwise(over), pairwise(over[::-1])):
        if not one[0] and other[0] and (_MONEY(plain(one[2].text)) or opens_parts(plain(other[2].text))):
            yield one[1].start, other[1]


opens_parts = re.compile(r"trong do|chia ra|bao gom|gom|^trong nam|phan ky|chia theo|chi tiet (tung|theo|cac)\b").search
"""Whether a heading opens a list of parts, or of the time a sum is spread over."""
_MONEY = re.compile(r"tong|thanh tien|so tien|kinh phi|gia tri").match
lists_one = re.compile(r"trong do\W+\w").search
"""Whether a heading names itself what it lists: *Trong đó: NSTW*."""


def _sums_up(text: str) -> bool:
    """Whether a heading is that of a sum; *Cộng Có TK 334* is, *Công tác phí* is not."""
    return is_total(text) or plain(text).startswith("luy ke") or text.strip("*_ ").lower().startswith("cộng ")


def _holds(total: int, parts: Sequence[int], lines: Sequence[Sequence[int | None]]) -> bool:
    sums = [
        (whole, [value for part in parts if (value := line[part]) is not None])
        for line in lines
        if (whole := line[total]) is not None
    ]
    held = [whole == sum(values) for whole, values in sums if values]
    return sum(held) >= LEAST and 2 * sum(held) > len(held)


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
