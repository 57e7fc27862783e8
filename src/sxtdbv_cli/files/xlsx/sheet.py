"""The cells of one sheet of a workbook: a single pass over its XML keeps values, formulas and formats.

Rows in the form that spreadsheets write are read by ``rows.py``, in a quarter of the time. For all else the parser is
expat itself: no tree is built, so a sheet of a million formatted empty rows takes no memory.
"""

import io
from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from sxtdbv_cli.files.cells import raised
from sxtdbv_cli.files.xlsx.book import Book, Sheet, bold_cells
from sxtdbv_cli.files.xlsx.collected import Collected, Row, put
from sxtdbv_cli.files.xlsx.rows import NotUsual, Parts, read_rows, split
from sxtdbv_cli.files.xlsx.stored import NO_STYLE, Stored
from sxtdbv_cli.model.grid import Grid
from sxtdbv_cli.model.place import column_number, in_sheet

LARGEST_AT_ONCE = 2**26
"""The largest part, in bytes, that is taken into memory as a whole to read its rows in the quick way."""
_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)


def read_sheet(book: Book, sheet: Sheet, file: str) -> Grid:
    """One sheet of a workbook.

    Raises:
        TooMany: it holds too many cells.
        ValueError: it is not well formed.
    """
    stored = Stored(book)
    found = _quickly(book, sheet, stored)
    if found is None:
        with book.archive.open(sheet.part) as source:
            found = _Reader(sheet.name, stored).parse(source)
    while found.rows and not found.rows[-1]:
        found.rows.pop()
    return Grid(
        sheet.name,
        found.rows,
        in_sheet(file, sheet.name),
        merged=found.merged,
        outline=found.outline,
        hidden_rows=frozenset(found.hidden_rows),
        hidden_columns=frozenset(found.hidden_columns),
        hidden=sheet.hidden,
        bold=lambda: bold_cells(book, sheet),
    )


def _quickly(book: Book, sheet: Sheet, stored: Stored) -> Collected | None:
    """What a sheet holds whose rows are in the usual form; None where they are not."""
    if book.archive.getinfo(sheet.part).file_size > LARGEST_AT_ONCE:
        return None
    parts: Parts | None = split(book.archive.read(sheet.part))
    if parts is None:
        return None
    reader = _Reader(sheet.name, stored)
    around = reader.parse(io.BytesIO(parts.around))
    if reader.tables != 1 or around.number:
        return None
    try:
        read_rows(parts.rows, around, stored)
    except NotUsual:
        return None
    return around


class _Reader:
    """Collects the cells of a sheet while expat goes through it."""

    def __init__(self, name: str, stored: Stored) -> None:
        self.stored = stored
        self.found = Collected(name, stored.tables)
        self.tables = 0
        self.row: Row = []
        self.column = 0
        self.attributes: dict[str, str] = {}
        self.formula: dict[str, str] | None = None
        self.formula_text = ""
        self.value: str | None = None
        self.texts: list[str] = []
        self.phonetic = 0
        self.raised = False
        self.starts = _named(
            c=self.start_cell, row=self.start_row, f=self.start_formula, col=self.found.column,
            mergeCell=self.found.merge, rPh=self.start_phonetic, sheetData=self.start_table,
            vertAlign=self.start_raised,
        )  # fmt: skip
        self.ends = _named(
            c=self.end_cell, v=self.end_value, row=self.end_row, f=self.end_formula, t=self.end_text,
            rPh=self.end_phonetic, r=self.end_run,
        )  # fmt: skip

    def parse(self, source: IO[bytes]) -> Collected:
        """Go through the XML of a sheet.

        Raises:
            ValueError: it is not well formed.
        """
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
        return self.found

    def start_table(self, attributes: dict[str, str]) -> None:  # noqa: ARG002
        self.tables += 1

    def start_row(self, attributes: dict[str, str]) -> None:
        self.found.open_row(attributes)
        self.column, self.row = 0, []

    def end_row(self) -> None:
        self.found.close_row(self.row)

    def start_cell(self, attributes: dict[str, str]) -> None:
        """A cell: what it is, and where."""
        self.attributes = attributes
        self.value = self.formula = None
        self.formula_text = ""

    def start_formula(self, attributes: dict[str, str]) -> None:
        self.formula = attributes

    def end_formula(self) -> None:
        self.formula_text = "".join(self.texts)

    def end_value(self) -> None:
        self.value = "".join(self.texts)

    def start_phonetic(self, attributes: dict[str, str]) -> None:  # noqa: ARG002
        """A reading aid, no part of the text."""
        self.phonetic += 1

    def end_phonetic(self) -> None:
        self.phonetic -= 1

    def start_raised(self, attributes: dict[str, str]) -> None:
        """A run of a text that may be raised."""
        self.raised = attributes.get("val") == "superscript"

    def end_run(self) -> None:
        self.raised = False

    def end_text(self) -> None:
        """A run of a text that stands in the cell itself."""
        if not self.phonetic:
            text = "".join(self.texts)
            self.value = (self.value or "") + (raised(text) if self.raised else text)

    def end_cell(self) -> None:
        """Keep a cell that holds anything."""
        attributes, formula = self.attributes, None
        reference = attributes.get("r")
        self.column = self.column + 1 if reference is None else column_number(reference.rstrip("0123456789"))
        if self.formula is not None:
            formula = self.found.formula(self.formula, self.formula_text, reference)
        style = self.stored.styles.get(attributes.get("s"), NO_STYLE)
        cell = self.stored.cell(attributes.get("t", "n"), self.value, formula, style)
        if cell is not None:
            put(self.row, self.column, cell)


def _named(**handlers: Callable[..., None]) -> dict[str, Callable[..., None]]:
    """Handlers by the names of their elements, in either namespace of workbooks."""
    return {f"{space} {name}": handler for space in _NAMESPACES for name, handler in handlers.items()}
