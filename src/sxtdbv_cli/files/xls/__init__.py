"""Workbooks of Excel 97-2003 (``.xls``): values, formats, merged cells, what is hidden; xlrd keeps no formulas."""

import io
import struct
from collections.abc import Callable, Sequence
from typing import Any

from sxtdbv_cli.files import cells, html
from sxtdbv_cli.files.container_faults import CELLS, DAMAGED, PASSWORD
from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.kind import Kind, expect, kind_of
from sxtdbv_cli.files.legacy_cells import Scheme, in_unicode
from sxtdbv_cli.model import grid as model
from sxtdbv_cli.model.grid import Grid, GridCell, Span
from sxtdbv_cli.model.place import in_sheet

SUFFIXES = (".xls",)
_DAMAGED = (
    struct.error,
    LookupError,
    ValueError,
    ArithmeticError,
    AssertionError,
    TypeError,
    AttributeError,
    EOFError,
    RecursionError,  # folders of the file that lie in each other
)
"""What xlrd raises on files that were damaged on purpose, besides its own error."""
_BOLD = 600
"""Bold type is 700, normal type 400."""
_FONTS = ((".vn", "TCVN3"), ("vni", "VNI"))


def grids(content: bytes, file: str) -> list[Grid]:
    """The sheets of a workbook, or the tables of a page that a program named like one, as Excel opens it.

    Raises:
        Unreadable: it is neither, is damaged, or has a password.
    """
    if kind_of(content) is Kind.HTML:
        return html.grids(content, file)
    expect(Kind.XLS, content, file)
    import xlrd
    from xlrd.biffh import XLRDError
    from xlrd.compdoc import SIGNATURE, CompDoc, CompDocError

    try:
        # What xlrd would follow for ever.
        if content.startswith(SIGNATURE) and _goes_in_circles(CompDoc(content, logfile=io.StringIO()).SSAT):
            raise refused(DAMAGED, file)
        book = xlrd.open_workbook(
            file_contents=content, formatting_info=True, on_demand=True, ragged_rows=True, logfile=io.StringIO()
        )
        return [_grid(book, number, file) for number in range(book.nsheets)]
    except XLRDError as error:
        why = PASSWORD if "encrypted" in str(error).lower() else DAMAGED
        raise refused(why, file) from None
    except (CompDocError, *_DAMAGED):
        raise refused(DAMAGED, file) from None


def _goes_in_circles(following: Sequence[int]) -> bool:
    """Whether a chain of small sectors, of which each names the one that follows it, comes back to itself."""
    seen: set[int] = set()
    for start in range(len(following)):
        chain: set[int] = set()
        at = start
        while 0 <= at < len(following) and at not in seen:
            seen.add(at)
            chain.add(at)
            at = following[at]
        if at in chain:
            return True
    return False


def _grid(book: Any, number: int, file: str) -> Grid:
    sheet = book.sheet_by_index(number)
    rows = [
        cells.trimmed([_cell(book, sheet, row, column) for column in range(sheet.row_len(row))])
        for row in range(sheet.nrows)
    ]
    if sum(cell is not None for row in rows for cell in row) > cells.MOST_CELLS:
        raise refused(CELLS, file, sheet=sheet.name, limit=cells.MOST_CELLS)
    found = Grid(
        sheet.name,
        rows,
        in_sheet(file, sheet.name),
        merged=[Span(top, left, bottom - 1, right - 1) for top, bottom, left, right in sorted(sheet.merged_cells)],
        outline={row: info.outline_level for row, info in sorted(sheet.rowinfo_map.items()) if info.outline_level},
        hidden_rows=frozenset(row for row, info in sheet.rowinfo_map.items() if info.hidden),
        hidden_columns=frozenset(column for column, info in sheet.colinfo_map.items() if info.hidden),
        hidden=bool(sheet.visibility),
        bold=_bold(book, sheet),
    )
    book.unload_sheet(number)
    return in_unicode(found, _schemes(book, sheet))


def _cell(book: Any, sheet: Any, row: int, column: int) -> GridCell | None:
    """One cell by its type: a code of an error is never a number."""
    import xlrd

    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return None
    look = book.xf_list[sheet.cell_xf_index(row, column)]
    code = book.format_map[look.format_key].format_str if look.format_key in book.format_map else ""
    if kind == xlrd.XL_CELL_TEXT:
        return cells.typed(value, look.alignment.indent_level)
    if kind == xlrd.XL_CELL_ERROR:
        return GridCell(model.Kind.ERROR, xlrd.error_text_from_code.get(value, "#N/A"), format=code)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return cells.truth(value)
    if kind == xlrd.XL_CELL_DATE:
        return _date(book, value, code)
    return cells.number(value, code, look.alignment.indent_level)


def _date(book: Any, value: float, code: str) -> GridCell:
    """A serial number shown as a date; one that no date has stays a number."""
    import xlrd

    if value < 0:
        return cells.number(value, code)
    try:
        return cells.date(xlrd.xldate_as_datetime(value, book.datemode), code)
    except (ValueError, OverflowError):
        return cells.number(value, code)


def _bold(book: Any, sheet: Any) -> Callable[[], frozenset[tuple[int, int]]]:
    """The cells in bold type: the styles of them are kept, for the sheet is let go of."""
    bold = {number for number, look in enumerate(book.xf_list) if book.font_list[look.font_index].weight >= _BOLD}
    found = frozenset(
        (row, column)
        for row in range(sheet.nrows if bold else 0)
        for column in range(sheet.row_len(row))
        if sheet.cell_xf_index(row, column) in bold
    )
    return lambda: found


def _schemes(book: Any, sheet: Any) -> Scheme:
    """The legacy encoding that the font of a cell is made for."""

    def scheme(row: int, column: int) -> str | None:
        font = book.font_list[book.xf_list[sheet.cell_xf_index(row, column)].font_index].name.lower()
        return next((scheme for start, scheme in _FONTS if font.startswith(start)), None)

    return scheme
