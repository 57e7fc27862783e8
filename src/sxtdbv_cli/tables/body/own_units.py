"""Figures that have a unit of their own, *1,2 tỷ* in a table of đồng, or stand below a row that states another: read in
it, and so in the unit of the table."""

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from sxtdbv_cli.model.units import dong_scale
from sxtdbv_cli.tables.body.left_out import UNIT
from sxtdbv_cli.tables.body.lines import Body, Row, Stated
from sxtdbv_cli.tables.columns.taken import Columns
from sxtdbv_cli.tables.figures.noise import decimals_of
from sxtdbv_cli.tables.units.stated import unit_name, unit_said


def in_unit_of_table(body: Body, columns: Columns, name: str | None) -> Body:
    """The same with every figure that names another multiple of đồng (nghìn, triệu, tỷ) in the unit of the table; đồng
    alone is written behind anything and says nothing of thousands."""
    scale = dong_scale(name) if name else None
    at = {column: place for place, column in enumerate(columns.amounts)}
    steps: dict[int, dict[int, int]] = {}
    for row, step in steps_below(body, scale) if scale is not None else ():
        steps[row] = dict.fromkeys(at.values(), step)
    for (row, column), written in body.units if scale is not None else ():
        own = dong_scale(unit_name(written) or "")
        if own and own != scale and column in at:
            steps.setdefault(row, {})[at[column]] = own - (scale or 0)
    if not steps:
        return body
    rows = [_rescaled(row, steps[row.row]) if row.row in steps else row for row in body.rows]
    fractions = [figure for row in rows for figure in row.figures if isinstance(figure, Decimal)]
    return body._replace(rows=rows, decimals=max(map(decimals_of, fractions), default=0))


def steps_below(body: Body, scale: int) -> Iterator[tuple[int, int]]:
    """The rows below those among the lines that state another multiple of đồng than the table, with how many zeros
    apart the two are; the next such row says what the rest is in."""
    said = [(left.row, dong_scale(unit_said(left.text) or "")) for left in body.left_out if left.why is UNIT]
    stated = [(row, own) for row, own in said if own is not None and body.rows[0].row < row]
    if all(own == scale for _, own in stated):
        return
    rows = [row for row, _ in stated]
    for line in body.rows:
        place = bisect_left(rows, line.row) - 1
        if place >= 0 and (own := stated[place][1]) != scale:
            yield line.row, own - scale


def _rescaled(row: Row, steps: dict[int, int]) -> Row:
    return row._replace(figures=tuple(_moved(figure, steps.get(at, 0)) for at, figure in enumerate(row.figures)))


def _moved(figure: Stated, step: int) -> Stated:
    if figure is None or not step:
        return figure
    value = Decimal(figure).scaleb(step)
    return int(value) if value == value.to_integral_value() else value
