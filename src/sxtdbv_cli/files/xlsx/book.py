"""What a workbook says outside its sheets: their names, its texts, its styles.

Own reading of a few small parts: to import openpyxl takes a third of what reading 20 000 rows does.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple
from xml.etree import ElementTree

from sxtdbv_cli.files.tags import few
from sxtdbv_cli.files.xlsx.strings import read_strings
from sxtdbv_cli.files.xlsx.styles import Style, read_styles
from sxtdbv_cli.files.xlsx.tables import Table, read_table
from sxtdbv_cli.model.place import column_number

_ID = "/relationships}id"
_NO_STYLES: list[Style] = []
_STYLED = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})" s="([0-9]{1,6})"').finditer
LARGEST = 2**24
"""No part larger than so many bytes is looked through."""
MOST_OF_TEXTS = 20_000_000
"""The most tags of the texts of a workbook, which are no tree."""


class Sheet(NamedTuple):
    """One sheet: its name, whether it is hidden, and the part of the archive that holds its cells."""

    name: str
    hidden: bool
    part: str


class Book(NamedTuple):
    """A workbook: its archive, texts, styles, whether its days count from 1904, its sheets with cells, its tables by
    their names."""

    archive: zipfile.ZipFile
    strings: list[str]
    styles: list[Style]
    from_1904: bool
    sheets: list[Sheet]
    tables: Mapping[str, Table]


class _Target(NamedTuple):
    """What a part refers to: the kind, the last word of the type's name, and the part."""

    kind: str
    part: str


def open_book(archive: zipfile.ZipFile) -> Book:
    """The workbook in an archive. Links to what lies outside it are not followed.

    Raises:
        KeyError, ValueError, SyntaxError: parts are missing, or not well formed.
        TooManyTags: one of them is far larger than any.
    """
    parts = {name.lower(): name for name in archive.namelist()}
    roots = {target.kind: target.part for target in _targets(archive, parts, "").values()}
    main = roots["officeDocument"]
    targets = _targets(archive, parts, main)
    root = ElementTree.fromstring(few(archive.read(main)))
    by_kind = {target.kind: target.part for target in targets.values()}
    strings, styles = by_kind.get("sharedStrings"), by_kind.get("styles")
    properties = root.find("{*}workbookPr")
    sheets = [sheet for element in root.iterfind("{*}sheets/{*}sheet") if (sheet := _sheet(element, targets))]
    return Book(
        archive,
        read_strings(few(archive.read(strings), MOST_OF_TEXTS)) if strings else [],
        read_styles(few(archive.read(styles))) if styles else _NO_STYLES,
        properties is not None and properties.get("date1904") in ("1", "true"),
        sheets,
        dict(_tables(archive, parts, sheets)) if any("tables/" in name for name in parts) else {},
    )


def _tables(archive: zipfile.ZipFile, parts: dict[str, str], sheets: list[Sheet]) -> Iterator[tuple[str, Table]]:
    """The tables that stand on sheets; what one that is damaged has stays a name in formulas."""
    for sheet in sheets:
        for target in _targets(archive, parts, sheet.part).values():
            if target.kind == "table":
                with suppress(KeyError, ValueError, SyntaxError):
                    yield read_table(few(archive.read(target.part)), sheet.name)


def _sheet(element: ElementTree.Element, targets: dict[str, _Target]) -> Sheet | None:
    """A sheet of the workbook; None for one of charts or dialogs, and for one whose part is not there."""
    identity = next((value for name, value in element.items() if name.endswith(_ID)), "")
    target = targets.get(identity)
    if target is None or target.kind not in ("worksheet", "xlMacrosheet"):
        return None
    return Sheet(element.attrib["name"], element.get("state", "visible") != "visible", target.part)


def _targets(archive: zipfile.ZipFile, parts: dict[str, str], part: str) -> dict[str, _Target]:
    """What a part (the archive itself where it is empty) refers to within the archive, by the names it uses."""
    folder, name = posixpath.split(part)
    listing = parts.get(posixpath.join(folder, "_rels", f"{name}.rels").lower())
    if listing is None:
        return {}
    found = {}
    for element in ElementTree.fromstring(few(archive.read(listing))):
        path = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "").replace("\\", "/")))
        inside = parts.get(path.lstrip("/").lower())
        if inside is not None and element.get("TargetMode") != "External":
            found[element.attrib["Id"]] = _Target(element.get("Type", "").rpartition("/")[2], inside)
    return found


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
        (int(match[2]) - 1, column_number(match[1].decode()) - 1) for match in _STYLED(xml) if match[3] in styles
    )
