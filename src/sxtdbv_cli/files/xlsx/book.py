"""What a workbook says outside its sheets: their names, its texts, its styles, as openpyxl reads them."""

import io
from typing import Any, NamedTuple

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet


class Sheet(NamedTuple):
    """One sheet: its name, whether it is hidden, and the part of the archive that holds its cells."""

    name: str
    hidden: bool
    part: str


class Book(NamedTuple):
    """A workbook as openpyxl opened it (for its styles and its epoch), its texts, its sheets with cells."""

    archive: Any
    opened: Any
    strings: list[str]
    sheets: list[Sheet]


def open_book(content: bytes) -> Book:
    """The workbook in some bytes. openpyxl alone would go through every sheet once more to find how large it is."""
    reader = ExcelReader(io.BytesIO(content), read_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_strings()
    reader.read_workbook()
    apply_stylesheet(reader.archive, reader.wb)
    sheets = [
        Sheet(sheet.name, sheet.state != "visible", rel.target)
        for sheet, rel in reader.parser.find_sheets()
        if rel.target in reader.valid_files and "chartsheet" not in rel.Type
    ]
    return Book(reader.archive, reader.wb, reader.shared_strings, sheets)
