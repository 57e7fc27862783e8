"""From what a sheet stores of a cell to the cell: a number as it is stored, a text, a date, an error."""

import datetime
import re

from sxtdbv_cli.files import cells
from sxtdbv_cli.files.xlsx.book import Book
from sxtdbv_cli.files.xlsx.strings import unescaped
from sxtdbv_cli.files.xlsx.styles import Style
from sxtdbv_cli.model.grid import GridCell, Kind

NO_STYLE = Style()
PLAIN = r"0|-?(?:[1-9][0-9]{0,14}|(?:0|[1-9][0-9]{0,8})\.[0-9]{0,5}[1-9])"
"""A number in digits that the binary one gives back, as most are: fifteen at most."""
_is_plain = re.compile(PLAIN).fullmatch

_TEXTS = ("s", "str", "inlineStr")
_EPOCH, _EPOCH_1904 = (datetime.datetime.fromisoformat(day) for day in ("1899-12-30", "1904-01-01"))
_DAY = 24 * 60 * 60 * 1000
_LEAP = 60
"""Day 60 is the 29 February 1900 that never was; the days before it count one less."""


class Stored:
    """What the cells of a workbook store, made into cells."""

    def __init__(self, book: Book) -> None:
        self.strings = book.strings
        self.styles: dict[str | None, Style] = {str(number): style for number, style in enumerate(book.styles)}
        self.styles |= {None: NO_STYLE, "": NO_STYLE}
        self.from_1904 = book.from_1904
        self.tables = book.tables

    def cell(self, kind: str, value: str | None, formula: str | None, style: Style) -> GridCell | None:
        """A cell of a type (``n``, ``s``, ``str``, ``inlineStr``, ``b``, ``d``, ``e``); None where it is empty, as it
        is where a formula comes to a text without letters: ``IF(A1=0,"",…)``."""
        code, indent, is_date, _ = style
        if not value:
            return GridCell(Kind.PENDING, formula, formula, code, indent) if formula and kind != "str" else None
        if kind == "n":
            return self._date(value, formula, style) if is_date else _number(value, formula, style)
        if kind in _TEXTS:
            text = self.strings[int(value)] if kind == "s" else unescaped(value)
            return None if text.isspace() else GridCell(Kind.TEXT, text, formula, code, indent)
        if kind == "b":
            return cells.truth(value == "1")._replace(formula=formula)
        return GridCell(Kind.DATE if kind == "d" else Kind.ERROR, value, formula, code, indent)

    def _date(self, value: str, formula: str | None, style: Style) -> GridCell:
        """A date that is stored as the number of its day."""
        try:
            moment = date_of(float(value), from_1904=self.from_1904)
        except (OverflowError, ValueError):
            return GridCell(Kind.ERROR, "#VALUE!", formula, style.format, style.indent)
        return cells.date(moment, style.format)._replace(formula=formula)


def _number(value: str, formula: str | None, style: Style) -> GridCell:
    if _is_plain(value):
        return GridCell(Kind.NUMBER, value, formula, style.format, style.indent)
    return cells.number(float(value), style.format, style.indent)._replace(formula=formula)


def date_of(serial: float, *, from_1904: bool = False) -> datetime.datetime | datetime.time:
    """The moment of a serial number, to the millisecond; a part of a day is a time.

    >>> date_of(44768).isoformat(), date_of(0.5).isoformat(), date_of(1).isoformat()
    ('2022-07-26T00:00:00', '12:00:00', '1900-01-01T00:00:00')

    Raises:
        OverflowError, ValueError: it is no date of the calendar.
    """
    day, fraction = divmod(serial, 1)
    within = datetime.timedelta(milliseconds=round(fraction * _DAY))
    if 0 <= serial < 1 and not within.days:
        return (_EPOCH + within).time()
    if 0 < serial < _LEAP and not from_1904:
        day += 1
    return (_EPOCH_1904 if from_1904 else _EPOCH) + datetime.timedelta(days=day) + within
