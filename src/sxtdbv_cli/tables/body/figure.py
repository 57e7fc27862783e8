"""The figure of a cell."""

from sxtdbv_cli.model.grid import GridCell
from sxtdbv_cli.tables.body.lines import Body, Stated
from sxtdbv_cli.tables.figures.exact import LONGEST, What, read_figure
from sxtdbv_cli.tables.figures.noise import without_noise


def figure_of(cell: GridCell, row: int, column: int, body: Body) -> Stated:
    """The figure of a cell; what is none is noted and blank."""
    text = cell.text
    if text.isdecimal() and len(text) < LONGEST and (text[0] != "0" or text == "0") and "%" not in cell.format:
        return int(text)
    figure = read_figure(cell, body.notation)
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
    return int(value) if value == value.to_integral_value() else value
