"""Rows that add nothing: averages, the least, the most."""

from collections.abc import Sequence

from sxtdbv_cli.model.sheet import LeftOut
from sxtdbv_cli.tables.body.left_out import STATISTIC
from sxtdbv_cli.tables.body.lines import Body, Row
from sxtdbv_cli.tables.words.titles import is_statistic
from sxtdbv_cli.tables.words.totals import is_total

FEW = 2
"""An average is that of so many lines."""


def leave_statistics(body: Body) -> None:
    """Leave out rows that call themselves averages, least or most, where each of their figures lies between those of
    other rows, which do not."""
    found = [row for row in body.rows if not row.code and is_statistic(row.title)]
    others = [row for row in body.rows if row not in found and not is_total(row.title)] if found else []
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
