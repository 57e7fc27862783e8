"""Which cells of a sheet are in bold type: looked up in its XML only where somebody asks, for few tables need it."""

import re
import zipfile

from sxtdbv_cli.files.xlsx.book import Book, Sheet
from sxtdbv_cli.files.xlsx.formulas import column_of

_CELLS = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})" s="([0-9]{1,6})"').finditer
LARGEST = 2**24
"""No part larger than so many bytes is looked through."""


def bold_cells(book: Book, sheet: Sheet) -> frozenset[tuple[int, int]]:
    """The cells in bold type, as rows and columns from 0; none where the sheet is very large or written unusually."""
    styles = {b"%d" % number for number, style in enumerate(book.styles) if style.bold}
    try:
        if not styles or book.archive.getinfo(sheet.part).file_size > LARGEST:
            return frozenset()
        xml = book.archive.read(sheet.part)
    except (OSError, ValueError, zipfile.BadZipFile):  # the file was closed meanwhile
        return frozenset()
    return frozenset(
        (int(match[2]) - 1, column_of(match[1].decode()) - 1) for match in _CELLS(xml) if match[3] in styles
    )
