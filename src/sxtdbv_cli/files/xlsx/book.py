"""What a workbook says outside its sheets: their names, its texts, its styles, as openpyxl reads them."""

import io
from typing import Any, NamedTuple

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.xml.constants import SHARED_STRINGS

from sxtdbv_cli.files.xlsx.strings import read_strings


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
    strings = _strings(reader)
    reader.read_workbook()
    apply_stylesheet(reader.archive, reader.wb)
    sheets = [
        Sheet(sheet.name, sheet.state != "visible", rel.target)
        for sheet, rel in reader.parser.find_sheets()
        if rel.target in reader.valid_files and "chartsheet" not in rel.Type
    ]
    return Book(reader.archive, reader.wb, strings, sheets)


def _strings(reader: ExcelReader) -> list[str]:
    """The shared texts; none where the workbook has none. openpyxl's own reading of them is not exact."""
    part = reader.package.find(SHARED_STRINGS)
    if part is None:
        return []
    with reader.archive.open(part.PartName.lstrip("/")) as source:
        return read_strings(source)
