"""The cells of one sheet of a workbook: a single pass over its XML keeps values, formulas and formats.

The parser is expat itself: no tree is built, so a sheet of a million formatted empty rows takes no memory.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any
from xml.parsers import expat

from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils.datetime import from_excel

from sxtdbv_cli.files import cells
from sxtdbv_cli.files.xlsx.book import Book, Sheet
from sxtdbv_cli.files.xlsx.strings import unescaped
from sxtdbv_cli.model.grid import Grid, GridCell, Kind, Span
from sxtdbv_cli.model.place import in_sheet

MOST_SLOTS = 20_000_000
"""The most cells a sheet may span, empty ones counted up to the last of each row."""

Row = list[GridCell | None]
_EMPTY: Row = []
_NO_STYLE = ("", 0, False)
_PLAIN = re.compile("0|[1-9][0-9]{0,14}").fullmatch
_LETTER = ord("A") - 1
_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)


class TooMany(Exception):
    """A sheet with more cells than fit in memory."""

    def __init__(self, sheet: str, limit: int) -> None:
        super().__init__(sheet)
        self.sheet = sheet
        self.limit = limit


def read_sheet(book: Book, sheet: Sheet, file: str) -> Grid:
    """One sheet of a workbook.

    Raises:
        TooMany: it holds too many cells.
    """
    reader = _Reader(book, sheet.name)
    with book.archive.open(sheet.part) as source:
        reader.parse(source)
    return Grid(
        sheet.name,
        reader.rows,
        in_sheet(file, sheet.name),
        merged=reader.merged,
        outline=reader.outline,
        hidden_rows=frozenset(reader.hidden_rows),
        hidden_columns=frozenset(reader.hidden_columns),
        hidden=sheet.hidden,
    )


class _Reader:
    """Collects the cells of a sheet while expat goes through it. What every cell passes through is kept short."""

    def __init__(self, book: Book, name: str) -> None:
        self.name = name
        self.epoch = book.opened.epoch
        self.strings = book.strings
        self.styles = _Styles(book.opened)
        self.rows: list[Row] = []
        self.merged: list[Span] = []
        self.outline: dict[int, int] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.shared: dict[str, tuple[str, str]] = {}
        self.slots = self.filled = 0
        self.row: Row = []
        self.row_number = self.column = 0
        self.attributes: dict[str, str] = {}
        self.formula: dict[str, str] | None = None
        self.formula_text = ""
        self.value: str | None = None
        self.texts: list[str] = []
        self.phonetic = 0
        self.starts = _named(
            c=self.start_cell, row=self.start_row, f=self.start_formula, col=self.start_column, mergeCell=self.merge,
            rPh=self.start_phonetic,
        )  # fmt: skip
        self.ends = _named(
            c=self.end_cell, v=self.end_value, row=self.end_row, f=self.end_formula, t=self.end_text,
            rPh=self.end_phonetic,
        )  # fmt: skip

    def parse(self, source: Any) -> None:
        """Go through the XML of a sheet."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        starts, ends, texts = self.starts, self.ends, self.texts

        def start(name: str, attributes: dict[str, str]) -> None:
            texts.clear()
            if (handle := starts.get(name)) is not None:
                handle(attributes)

        def end(name: str) -> None:
            if (handle := ends.get(name)) is not None:
                handle()

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = texts.append
        try:
            parser.ParseFile(source)
        except expat.ExpatError as error:
            raise ValueError(str(error)) from None
        while self.rows and not self.rows[-1]:
            self.rows.pop()

    def start_row(self, attributes: dict[str, str]) -> None:
        """A row: its number, its outline level, whether it is hidden."""
        number = int(attributes["r"]) if "r" in attributes else self.row_number + 1
        if number <= self.row_number or number > 2**20:
            raise ValueError(number)
        self.row_number, self.column, self.row = number, 0, []
        if len(attributes) > 1:
            if level := int(attributes.get("outlineLevel", 0)):
                self.outline[number - 1] = level
            if attributes.get("hidden") in ("1", "true"):
                self.hidden_rows.add(number - 1)

    def end_row(self) -> None:
        """Keep a row that holds anything."""
        if self.row:
            self.slots += len(self.row)
            if self.slots > MOST_SLOTS or self.filled > cells.MOST_CELLS:
                raise TooMany(self.name, cells.MOST_CELLS)
            self.rows += [_EMPTY] * (self.row_number - 1 - len(self.rows))
            self.rows.append(self.row)

    def start_column(self, attributes: dict[str, str]) -> None:
        """Columns that are hidden."""
        if attributes.get("hidden") in ("1", "true"):
            first, last = int(attributes["min"]), min(int(attributes["max"]), 2**14)
            self.hidden_columns.update(range(first - 1, last))

    def merge(self, attributes: dict[str, str]) -> None:
        """Cells that are merged into one."""
        first, _, last = attributes["ref"].partition(":")
        (top, left), (bottom, right) = _position(first), _position(last or first)
        self.merged.append(Span(top, left, bottom, right))

    def start_cell(self, attributes: dict[str, str]) -> None:
        """A cell: what it is, and where."""
        self.attributes = attributes
        self.value = self.formula = None

    def start_formula(self, attributes: dict[str, str]) -> None:
        """A formula, perhaps shared with the cells around."""
        self.formula = attributes

    def end_formula(self) -> None:
        """The text of a formula."""
        self.formula_text = "".join(self.texts)

    def end_value(self) -> None:
        """The stored value."""
        texts = self.texts
        self.value = texts[0] if len(texts) == 1 else "".join(texts)

    def start_phonetic(self, attributes: dict[str, str]) -> None:  # noqa: ARG002
        """A reading aid, no part of the text."""
        self.phonetic += 1

    def end_phonetic(self) -> None:
        """The reading aid is over."""
        self.phonetic -= 1

    def end_text(self) -> None:
        """A run of a text that stands in the cell itself."""
        if not self.phonetic:
            self.value = (self.value or "") + "".join(self.texts)

    def end_cell(self) -> None:
        """Keep a cell that holds anything; a number in plain digits, as most are, the quick way."""
        attributes, value = self.attributes, self.value
        reference = attributes.get("r")
        self.column = column = self.column + 1 if reference is None else _column(reference.rstrip("0123456789"))
        if value is None and self.formula is None:
            return
        style = attributes.get("s")
        code, indent, is_date = self.styles.of(style) if style else _NO_STYLE
        if value and self.formula is None and "t" not in attributes and not is_date and _PLAIN(value):
            cell: GridCell | None = GridCell(Kind.NUMBER, value, None, code, indent)
        else:
            cell = self.cell(code, indent, is_date)
        if cell is not None:
            if column > 2**14:
                raise ValueError(column)
            self.filled += 1
            row = self.row
            if gap := column - 1 - len(row):
                row += [None] * gap
            row.append(cell)

    def cell(self, code: str, indent: int, is_date: bool) -> GridCell | None:  # noqa: FBT001
        """The cell that was just read."""
        value, kind = self.value, self.attributes.get("t", "n")
        formula = None if self.formula is None else self.whole_formula()
        if not value:
            return GridCell(Kind.PENDING, formula, formula, code, indent) if formula else None
        if kind == "n":
            return self.number(value, formula, code, indent, is_date)
        if kind == "s":
            value = self.strings[int(value)]
        elif kind in ("str", "inlineStr"):
            value = unescaped(value)
        if kind in ("s", "str", "inlineStr"):
            return GridCell(Kind.TEXT, value, formula, code, indent) if formula or not value.isspace() else None
        if kind == "b":
            return cells.truth(value == "1")._replace(formula=formula)
        return GridCell(Kind.DATE if kind == "d" else Kind.ERROR, value, formula, code, indent)

    def number(self, value: str, formula: str | None, code: str, indent: int, is_date: bool) -> GridCell:  # noqa: FBT001
        """A number, or a date that is stored as one."""
        if is_date:
            try:
                moment = from_excel(float(value), self.epoch)
            except (OverflowError, ValueError):
                return GridCell(Kind.ERROR, "#VALUE!", formula, code, indent)
            if moment is not None:
                return cells.date(moment, code)._replace(formula=formula)
        if _PLAIN(value):
            return GridCell(Kind.NUMBER, value, formula, code, indent)
        return cells.number(float(value), code, indent)._replace(formula=formula)

    def whole_formula(self) -> str | None:
        """The formula of a cell with its ``=``; one that is shared is moved to the cell."""
        attributes, text = self.formula or {}, self.formula_text
        self.formula_text = ""
        if attributes.get("t") == "shared" and (index := attributes.get("si")) is not None:
            origin = self.attributes.get("r", "A1")
            if text:
                self.shared[index] = (text, origin)
            elif index in self.shared:
                shared, first = self.shared[index]
                return _moved(shared, first, origin)
        return f"={text}" if text else None


def _named(**handlers: Callable[..., None]) -> dict[str, Callable[..., None]]:
    """Handlers by the names of their elements, in either namespace of workbooks."""
    return {f"{space} {name}": handler for space in _NAMESPACES for name, handler in handlers.items()}


def _moved(text: str, origin: str, target: str) -> str:
    """A shared formula as it reads in another cell."""
    from openpyxl.formula.translate import Translator

    return str(Translator(f"={text}", origin).translate_formula(target))


def _position(reference: str) -> tuple[int, int]:
    """The row and column, from 0, of a reference such as ``B12``."""
    letters = reference.rstrip("0123456789")
    return int(reference[len(letters) :]) - 1, _column(letters) - 1


@cache
def _column(letters: str) -> int:
    """The number, from 1, of a column."""
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - _LETTER
    return value


class _Styles:
    """What a style says of a cell: its number format, its indentation, whether it is a date."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.known: dict[str, tuple[str, int, bool]] = {}

    def of(self, style: str) -> tuple[str, int, bool]:
        """The format, the indent and whether it is a date, of a style by its number."""
        if style not in self.known:
            self.known[style] = self._look_up(int(style))
        return self.known[style]

    def _look_up(self, number: int) -> tuple[str, int, bool]:
        found = self.book._cell_styles[number]
        if found.numFmtId < BUILTIN_FORMATS_MAX_SIZE:
            code = BUILTIN_FORMATS.get(found.numFmtId, "General")
        else:
            code = self.book._number_formats[found.numFmtId - BUILTIN_FORMATS_MAX_SIZE]
        alignment = self.book._alignments[found.alignmentId]
        return code, int(alignment.indent or 0), number in self.book._date_formats
