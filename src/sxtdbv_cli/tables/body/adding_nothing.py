"""Rows that add nothing: what carries a sum from one page to the next, and averages."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from sxtdbv_cli.model.sheet import LeftOut
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.body.left_out import STATISTIC
from sxtdbv_cli.tables.body.lines import Body, Row
from sxtdbv_cli.tables.words.titles import is_statistic
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text.language import Text

CARRIED = Text("số cộng của trang, mang sang trang sau", "the sum of a page, or what is carried to the next")
_CARRIED = re.compile(
    r"(cong |so )*((chuyen|mang) (sang|tiep|qua)( trang)?( sau| truoc)?( \d+)?|chuyen trang( sau)?)|"
    r"cong (het )?trang( \d+| truoc| nay)?|trang truoc (chuyen|mang) sang|"
    r"(total )?(carried|brought) (forward|over|down)|page total|total of page( \d+)?"
).fullmatch
FEW = 2
"""An average is that of so many lines."""


def is_carried(row: Row) -> bool:
    """Whether a row says that it carries a sum over."""
    return not row.code and bool(_CARRIED(plain(row.title).strip(" .:()")))


def leave_carried(body: Body) -> None:
    """Leave out the rows that carry sums over, in a numbered list of one level that goes on behind them, where each is
    just what its page or all lines before it come to; else all of them stay."""
    carried = {at: row for at, row in enumerate(body.rows) if is_carried(row)}
    if not carried:
        return
    lines = {at: row for at, row in enumerate(body.rows) if at not in carried and not is_total(row.title)}
    numbers = [row.code for row in lines.values()]
    ends = len(body.rows) - 1 in carried
    if not lines or ends or numbers != [str(number) for number in range(1, len(lines) + 1)]:
        return
    running = _running([lines.get(at) for at in range(len(body.rows))])
    page = before = 0
    for at, row in carried.items():
        page = before if at - before > 1 else page
        before = at
        if not any(_is_sum(row, running[at], running[start]) for start in (0, page)):
            return
    body.left_out.extend(LeftOut(row.row, row.title, CARRIED) for row in carried.values())
    body.rows[:] = [row for at, row in enumerate(body.rows) if at not in carried]


def _running(rows: Sequence[Row | None]) -> list[Sequence[Decimal | int]]:
    """What the lines before each row come to, column by column."""
    width = next(len(row.figures) for row in rows if row)
    sums = ([*accumulate(((row and row.figures[at]) or 0 for row in rows), initial=0)] for at in range(width))
    return [*zip(*sums, strict=True)]


def _is_sum(row: Row, whole: Sequence[Decimal | int], start: Sequence[Decimal | int]) -> bool:
    """Whether every figure of a row is what the lines before it come to, less what they did at some start."""
    stated = [
        (figure, before - less)
        for figure, before, less in zip(row.figures, whole, start, strict=True)
        if figure is not None
    ]
    return bool(stated) and all(figure == computed for figure, computed in stated)


def leave_statistics(body: Body) -> None:
    """Leave out rows that call themselves averages, least or most, where each of their figures lies between those of
    other rows, which do not."""
    found = [row for row in body.rows if not row.code and is_statistic(row.title)]
    if not found:
        return
    others = [row for row in body.rows if row not in found and not is_total(row.title)]
    for row in found:
        if _lies_between(row, others):
            body.left_out.append(LeftOut(row.row, row.title, STATISTIC))
            body.rows.remove(row)


def _lies_between(row: Row, others: Sequence[Row]) -> bool:
    """Whether every figure of a row is at least the least of others in its column, and at most the most."""
    columns = [
        (figure, [other.figures[column] for other in others])
        for column, figure in enumerate(row.figures)
        if figure is not None
    ]
    stated = [(figure, [one for one in column if one is not None]) for figure, column in columns]
    return bool(stated) and all(len(column) >= FEW and min(column) <= one <= max(column) for one, column in stated)
