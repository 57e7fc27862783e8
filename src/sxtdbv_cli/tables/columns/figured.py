"""A column of figures as it is weighed."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.figures.exact import What, read_figure
from sxtdbv_cli.tables.figures.noise import without_noise
from sxtdbv_cli.tables.figures.notation import Notation, find_notation
from sxtdbv_cli.tables.view import View, is_day, is_year
from sxtdbv_cli.tables.words.headings import years_in
from sxtdbv_cli.tables.words.spelling import spelled
from sxtdbv_cli.text.language import Text

ENOUGH = 3
UNKNOWN = Notation(None)
_OF_YEARS = re.compile(r"\b(nam|years?|fy|fiscal)\b").search

Found = tuple[Use, Text]
"""What a column is found to hold, and why."""
Numbers = Sequence[Decimal | None]
"""The figures of a column by row; None where there is none."""


class Figured(NamedTuple):
    """A column of figures as it is weighed: its values by row, its heading, whether the heading calls it amounts,
    whether all are years or days, whether most have a unit of money."""

    values: Numbers
    heading: str
    amounts: bool
    years: bool
    money: bool


def figured_of(  # noqa: PLR0913
    view: View, rows: Sequence[int], column: int, heading: str, *, amounts: bool, others: Notation = UNKNOWN
) -> Figured:
    """A column as it is weighed, on some rows; shares below figures (*Tỷ lệ %*) are none of them. Where its texts do
    not show how figures are written, those of the ``others`` do."""
    cells = [view.at(row, column) for row in rows]
    own = find_notation(cell.text for cell in cells if cell is not None)
    notation = own if own.decimal or own.why else others
    figures = [read_figure(cell, notation) for cell in cells]
    filled = [cell for cell, figure in zip(cells, figures, strict=True) if cell and figure.what is not What.BLANK]
    years, days = (all(map(is_one, filled)) for is_one in (is_year, is_day))
    days = days and len({cell.text for cell in filled}) >= ENOUGH
    # Neither where the heading is a year itself, nor where it speaks of money alone.
    listing = not years_in(heading) and (not amounts or bool(_OF_YEARS(plain(spelled(heading)))))
    plainly = any(figure.what is What.FIGURE for figure in figures)
    values = [None if plainly and figure.what is What.PERCENT else figure.value for figure in figures]
    return Figured(
        [value if value is None else without_noise(value) for value in values],
        heading,
        amounts,
        bool(filled) and (years or days) and listing,
        2 * sum(bool(figure.unit) for figure in figures) > len(filled),
    )


def are_whole(values: Numbers) -> bool:
    """Whether a column has nothing but whole numbers, none of them below nought."""
    return all(value is None or (value == value.to_integral_value() and value >= 0) for value in values)
