"""The figures of cells: as they are read, and in the unit of the table."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.model.units import dong_scale
from sxtdbv_cli.tables.body.left_out import UNIT
from sxtdbv_cli.tables.body.lines import Body, Row, Stated, decimals_shown
from sxtdbv_cli.tables.columns.taken import Columns
from sxtdbv_cli.tables.figures.exact import LONGEST, Figure, What, read_figure, read_text
from sxtdbv_cli.tables.figures.noise import decimals_of, without_noise
from sxtdbv_cli.tables.units.money import DONG, scale_of, written_of
from sxtdbv_cli.tables.units.stated import unit_name, unit_said
from sxtdbv_cli.text.saying import Late

_BRACKETED = Late(r".*\(([^()\d]+)\)\W*").fullmatch
"""What a heading says last, in brackets."""
_PARTED = re.compile(r"-?\d+\.\d*[1-9]").fullmatch
"""A figure with decimals as workbooks keep it."""
_EXACT = 14
"""A figure of no more signs has no noise."""
_NUMBER = Kind.NUMBER
_COUNTED = re.compile(r"(.*\d)\s*([^\d]+)").fullmatch
"""A figure and what stands behind it."""


def figure_of(cell: GridCell, row: int, column: int, body: Body) -> Stated:
    """The figure of a cell; what is none is noted and blank."""
    text = cell.text
    if text.isdecimal() and len(text) < LONGEST and (text[0] != "0" or text == "0") and "%" not in cell.format:
        return int(text)
    if cell.kind is _NUMBER and len(text) <= _EXACT and "%" not in cell.format and _PARTED(text):
        return Decimal(text)  # too short for noise
    figure = read_figure(cell, body.notation_of(column))
    if figure.unit:
        body.units.append(((row, column), figure.unit))
    if figure.value is None:
        if figure.what is What.TWO_READINGS:
            body.doubled.append(((row, column), figure))
        elif figure.what is not What.BLANK:
            body.odd.append(((row, column), figure))
        return None
    if figure.what is What.PERCENT:
        body.odd.append(((row, column), figure))
        return None
    if figure.rough:
        body.odd.append(((row, column), figure))
    value = without_noise(figure.value)
    if value != figure.value:
        body.noisy.append((row, column))
    return _as_stated(value)


def _as_stated(value: Decimal) -> Stated:
    return int(value) if value == value.to_integral_value() else value


def read_in_units_of_headings(body: Body, columns: Columns, names: Sequence[Mapping[int, str]]) -> None:
    """Read the figures of cells that say again, behind them, what the heading has in brackets: *50 MM* below *Tổng công
    (MM)*."""
    at = {row.row: place for place, row in enumerate(body.rows)} if body.odd else {}
    odd = [*body.odd]
    body.odd.clear()
    for (row, column), figure in odd:
        said = _COUNTED(figure.mark) if figure.what is What.TEXT and row in at else None
        units = {match[1] for texts in names if (match := _BRACKETED(texts.get(column, "")))} if said else ()
        value = read_text(said[1], body.notation_of(column)).value if said and said[2].casefold() in units else None
        if value is None:
            body.odd.append(((row, column), figure))
        else:
            figures = [*body.rows[at[row]].figures]
            figures[columns.amounts.index(column)] = _as_stated(value)
            body.rows[at[row]] = body.rows[at[row]]._replace(figures=tuple(figures))


def in_unit_of_table(body: Body, columns: Columns, name: str | None) -> Body:
    """The same with every figure that names another multiple of its money (nghìn, triệu, tỷ; ``$1.5M``) in the unit of
    the table; the money alone is written with anything and says nothing of thousands."""
    money = scale_of(name or "") or (name or "", 0)
    at = {column: place for place, column in enumerate(columns.amounts)}
    steps: dict[int, dict[int, int]] = {}
    for row, step in steps_below(body, money[1]) if money[0] == DONG else ():
        steps[row] = dict.fromkeys(at.values(), step)
    own: dict[Position, int] = {}
    for (row, column), written in body.units:
        said = written_of(unit_name(written) or "", money[0])
        if said and said[0] == money[0] and said[1] not in (0, money[1]) and column in at:
            own[row, column] = steps.setdefault(row, {})[at[column]] = said[1] - money[1]
    if not steps:
        return body
    stated = sum(figure is not None for row in body.rows for figure in row.figures)
    if money[0] != DONG and 2 * len(own) <= stated:
        return _without(body, at, own)
    body = body._replace(coarsest=None if money[0] == DONG else _coarsest(body, at, own))
    rows = [_rescaled(row, steps[row.row]) if row.row in steps else row for row in body.rows]
    return body._replace(rows=rows, decimals=decimals_shown(rows))


def _without(body: Body, at: Mapping[int, int], own: Mapping[Position, int]) -> Body:
    """The same without the few figures in thousands or millions among exact ones, which are none and are told."""
    cut = {(row, at[column]) for row, column in own}
    rows = [
        row._replace(figures=tuple(None if (row.row, place) in cut else one for place, one in enumerate(row.figures)))
        for row in body.rows
    ]
    odd = [(cell, figure) for cell, figure in body.odd if cell not in own]
    return body._replace(rows=rows, odd=[*odd, *((cell, Figure(What.TEXT)) for cell in own)])


def _coarsest(body: Body, at: Mapping[int, int], own: Mapping[Position, int]) -> int:
    """The decimals of the figures that were rounded most: of those in each multiple the most that any shows."""
    figures = {row.row: row.figures for row in body.rows}
    shown: dict[int, int] = {}
    for (row, column), step in own.items():
        figure = figures[row][at[column]] if row in figures else None
        shown[step] = max(shown.get(step, 0), decimals_of(Decimal(figure or 0)))
    return min(count - step for step, count in shown.items())


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
    figures = [*row.figures]
    for at, step in steps.items():
        if (figure := figures[at]) is not None:
            figures[at] = _as_stated(Decimal(figure).scaleb(step))
    return row._replace(figures=tuple(figures))
