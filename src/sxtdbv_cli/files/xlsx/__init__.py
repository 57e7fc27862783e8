"""Excel workbooks (``.xlsx``, ``.xlsm``): values and formulas in one pass over each sheet.

Own reading of the XML, not openpyxl's: that gives either values or formulas, and takes twice the time for both.
"""

from sxtdbv_cli.files.archive import open_archive
from sxtdbv_cli.files.container_faults import DAMAGED, TAGS
from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.kind import Kind, expect
from sxtdbv_cli.files.tags import TooManyTags
from sxtdbv_cli.model.grid import Grid

SUFFIXES = (".xlsx", ".xlsm")
_DAMAGED = (LookupError, ValueError, EOFError, OSError, SyntaxError, ArithmeticError)
"""What workbooks raise whose parts do not fit together (``SyntaxError``: XML that is not well formed)."""


def grids(content: bytes, file: str) -> list[Grid]:
    """The sheets of a workbook, in its order; sheets of charts have no cells.

    Raises:
        Unreadable: it is no workbook, is damaged, or would not fit in memory.
    """
    expect(Kind.XLSX, content, file)
    archive = open_archive(content, file)
    from sxtdbv_cli.files.xlsx.book import open_book
    from sxtdbv_cli.files.xlsx.collected import TooMany
    from sxtdbv_cli.files.xlsx.sheet import read_sheet

    try:
        book = open_book(archive)
        return [read_sheet(book, sheet, file) for sheet in book.sheets]
    except TooMany as many:
        raise refused(many.why, file, sheet=many.sheet, limit=many.limit) from None
    except TooManyTags as many:
        raise refused(TAGS, file, limit=many.most) from None
    except _DAMAGED:
        raise refused(DAMAGED, file) from None
