"""OpenDocument spreadsheets (``.ods``): figures as they are written in the XML, formulas, merged cells, what is hidden.

Read as a stream by the standard library: a repeated cell or row is a number in the file, so a small file may claim a
sheet of any size, and it must be counted before it is laid out.
"""

from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, ParseError, iterparse

from sxtdbv_cli.files import cells
from sxtdbv_cli.files.archive import open_archive
from sxtdbv_cli.files.container_faults import CELLS, DAMAGED, PASSWORD, TAGS
from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.kind import Kind, expect
from sxtdbv_cli.files.ods.cell import STYLE, TABLE, cell_of, number_in
from sxtdbv_cli.files.tags import Counted, TooManyTags
from sxtdbv_cli.model.grid import Grid, GridCell, Span
from sxtdbv_cli.model.place import in_sheet

SUFFIXES = (".ods",)
_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"


MOST_ROWS = 2**20
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_HIDDEN = ("collapse", "filter")


def grids(content: bytes, file: str) -> list[Grid]:
    """The sheets of a spreadsheet.

    Raises:
        Unreadable: it is none, is damaged, has a password, or claims more cells than a plan can have.
    """
    expect(Kind.ODS, content, file)
    with open_archive(content, file) as archive:
        if _MANIFEST in archive.namelist() and b"encryption-data" in archive.read(_MANIFEST):
            raise refused(PASSWORD, file)
        try:
            with archive.open(_CONTENT) as stream:
                return list(sheets(stream, file))
        except TooManyTags as many:
            raise refused(TAGS, file, limit=many.most) from None
        except (ParseError, LookupError, ValueError):
            raise refused(DAMAGED, file) from None


def sheets(stream: IO[bytes], file: str) -> Iterator[Grid]:
    """Every sheet, in order; tables kept of other files are left out.

    Raises:
        Unreadable: a sheet claims more cells than a plan can have.
        TooManyTags: a row of it, or what is no row, has too many tags.
    """
    styles: dict[str, Element] = {}
    sheet: _Sheet | None = None
    path: list[Element] = []
    counted = Counted(stream)
    for event, element in iterparse(counted, ("start", "end")):
        tag = element.tag
        if event == "start":
            path.append(element)
            if sheet is None and tag == f"{TABLE}table":
                sheet = _Sheet(element, styles, file)
            elif sheet and tag == f"{TABLE}table-row-group":
                sheet.depth += 1
            continue
        path.pop()
        if tag == f"{STYLE}style":
            styles[element.get(f"{STYLE}name", "")] = element
        if sheet is None:
            continue
        if tag == f"{TABLE}table" and element is sheet.element:
            if not sheet.foreign:
                yield sheet.grid()
            sheet = None
        sheet = _end(sheet, tag, element, path)
        counted.tags *= tag != f"{TABLE}table-row"


def _end(sheet: "_Sheet | None", tag: str, element: Element, path: list[Element]) -> "_Sheet | None":
    """What an element that ends within a sheet means."""
    if sheet is None:
        return None
    if tag == f"{TABLE}table-row-group":
        sheet.depth -= 1
    elif tag == f"{TABLE}table-source":
        sheet.foreign = True
    elif tag == f"{TABLE}table-column":
        sheet.add_column(element)
    elif tag == f"{TABLE}table-row":
        if not any(outer.tag in _CELLS for outer in path):  # a table within a cell has rows of its own
            sheet.add_row(element)
        path[-1].remove(element)
    return sheet


class _Sheet:
    """One sheet while it is read; blank rows and cells are held back until something follows them."""

    def __init__(self, element: Element, styles: dict[str, Element], file: str) -> None:
        self.element = element
        self.name = element.get(f"{TABLE}name", "")
        self.styles = styles
        self.file = file
        self.foreign = False
        self.depth = 0
        self.rows: list[list[GridCell | None]] = []
        self.blank_rows = 0
        self.slots = 0
        self.columns = 0
        self.merged: list[Span] = []
        self.outline: dict[int, int] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()

    def add_column(self, element: Element) -> None:
        """A column, or several that look the same."""
        repeated = min(number_in(element, f"{TABLE}number-columns-repeated"), 2**14)
        if element.get(f"{TABLE}visibility") in _HIDDEN:
            self.hidden_columns.update(range(self.columns, self.columns + repeated))
        self.columns = min(self.columns + repeated, 2**14)

    def add_row(self, element: Element) -> None:
        """A row, or several that are the same."""
        repeated = number_in(element, f"{TABLE}number-rows-repeated")
        row = self._row(element)
        if not row:
            self.blank_rows += repeated
            return
        top = len(self.rows) + self.blank_rows
        self._count((top + repeated > MOST_ROWS) * cells.MOST_CELLS + repeated * len(row))
        self.rows += [[] for _ in range(self.blank_rows)]
        self.rows += [list(row) for _ in range(repeated)]
        self.blank_rows = 0
        for number in range(top, top + repeated):
            if self.depth:
                self.outline[number] = self.depth
            if element.get(f"{TABLE}visibility") in _HIDDEN:
                self.hidden_rows.add(number)

    def _row(self, element: Element) -> list[GridCell | None]:
        row: list[GridCell | None] = []
        blank = 0
        for child in element:
            if child.tag not in _CELLS:
                continue
            repeated = number_in(child, f"{TABLE}number-columns-repeated")
            cell = cell_of(child, self.styles)
            if cell is None:
                blank += repeated
                continue
            self._count(len(row) + blank + repeated, add=False)
            row += [None] * blank
            self._span(child, len(row))
            row += [cell] * repeated
            blank = 0
        return row

    def _span(self, element: Element, column: int) -> None:
        height = number_in(element, f"{TABLE}number-rows-spanned")
        width = number_in(element, f"{TABLE}number-columns-spanned")
        if height > 1 or width > 1:
            top = len(self.rows) + self.blank_rows
            self.merged.append(Span(top, column, top + height - 1, column + width - 1))

    def _count(self, slots: int, *, add: bool = True) -> None:
        """Count places before they are laid out."""
        if self.slots + slots > cells.MOST_CELLS:
            raise refused(CELLS, self.file, sheet=self.name, limit=cells.MOST_CELLS)
        self.slots += slots if add else 0

    def grid(self) -> Grid:
        """The sheet as it was read."""
        style = self.styles.get(self.element.get(f"{TABLE}style-name", ""))
        looks = style.find(f"{STYLE}table-properties") if style is not None else None
        return Grid(
            self.name,
            self.rows,
            in_sheet(self.file, self.name),
            merged=self.merged,
            outline=self.outline,
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            hidden=looks is not None and looks.get(f"{TABLE}display") == "false",
        )
