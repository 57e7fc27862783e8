"""OpenDocument spreadsheets (``.ods``): figures as they are written in the XML, formulas, merged cells, what is hidden.

Read as a stream by the standard library: a repeated cell or row is a number in the file, so a small file may claim a
sheet of any size, and it must be counted before it is laid out.
"""

import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from sxtdbv_cli.files.archive import open_archive
from sxtdbv_cli.files.container_faults import DAMAGED, PASSWORD
from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.kind import Kind, expect
from sxtdbv_cli.files.ods.sheets import sheets
from sxtdbv_cli.model.grid import Grid

SUFFIXES = (".ods",)
_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"


def grids(content: bytes, file: str) -> list[Grid]:
    """The sheets of a spreadsheet.

    Raises:
        Unreadable: it is none, is damaged, has a password, or claims more cells than a plan can have.
    """
    expect(Kind.ODS, content, file)
    with open_archive(content, file) as archive:
        if b"encryption-data" in b"".join(_part(archive, _MANIFEST)):
            raise refused(PASSWORD, file)
        try:
            with archive.open(_CONTENT) as stream:
                return list(sheets(stream, file))
        except (ParseError, LookupError, ValueError):
            raise refused(DAMAGED, file) from None


def _part(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    if name in archive.namelist():
        yield archive.read(name)
