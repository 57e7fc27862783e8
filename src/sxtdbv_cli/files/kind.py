"""What a file really is, by its first bytes: names lie."""

import io
import re
import zipfile
from enum import Enum
from pathlib import Path

from sxtdbv_cli.files.container_faults import DAMAGED, LOCK, NAMELESS, NOT_THAT, NOTHING, OTHER_KIND, PASSWORD, RENAME
from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.text.language import Text


class Kind(Enum):
    """The kinds of files people have tables in, and what they are called."""

    XLSX = Text("sổ tính Excel .xlsx", "an Excel workbook .xlsx")
    XLSB = Text("sổ tính Excel nhị phân .xlsb", "a binary Excel workbook .xlsb")
    XLS = Text("sổ tính Excel 97-2003 .xls", "an Excel 97-2003 workbook .xls")
    XML_2003 = Text("bảng tính XML 2003", "an XML spreadsheet of 2003")
    ODS = Text("bảng tính OpenDocument .ods", "an OpenDocument spreadsheet .ods")
    DOCX = Text("văn bản Word .docx", "a Word document .docx")
    DOC = Text("văn bản Word 97-2003 .doc", "a Word 97-2003 document .doc")
    ODT = Text("văn bản OpenDocument .odt", "an OpenDocument text .odt")
    PPTX = Text("bản trình chiếu", "a presentation")
    ENCRYPTED = Text("tệp Office có mật khẩu", "an Office file with a password")
    OLE = Text("tệp phức hợp OLE", "an OLE compound file")
    BROKEN = Text("tệp nén bị hỏng", "a damaged archive")
    ZIP = Text("tệp nén ZIP", "a ZIP archive")
    COMPRESSED = Text("tệp nén", "a compressed file")
    PDF = Text("tệp PDF", "a PDF")
    RTF = Text("văn bản RTF", "an RTF document")
    HTML = Text("trang HTML", "an HTML page")
    MHTML = Text("trang web lưu trữ .mht", "a web archive .mht")
    IMAGE = Text("ảnh", "a picture")
    TEXT = Text("tệp văn bản thuần", "a plain text")


SUFFIXES = {
    Kind.XLSX: ".xlsx",
    Kind.XLS: ".xls",
    Kind.ODS: ".ods",
    Kind.DOCX: ".docx",
    Kind.HTML: ".html",
    Kind.TEXT: ".txt",
}
"""What to call a file of a kind that can be read."""

_BEGINNINGS = (
    (b"%PDF", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"II*\0", Kind.IMAGE),
    (b"MM\0*", Kind.IMAGE),
    (b"Rar!", Kind.COMPRESSED),
    (b"7z\xbc\xaf", Kind.COMPRESSED),
    (b"\x1f\x8b", Kind.COMPRESSED),
    (b"MIME-Version:", Kind.MHTML),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("EncryptedPackage", Kind.ENCRYPTED),
    ("WordDocument", Kind.DOC),
    ("PowerPoint Document", Kind.PPTX),
    ("Workbook", Kind.XLS),
    ("Book", Kind.XLS),
)
_OLD_EXCEL = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00")
"""The first record of Excel 2, 3, 4 and 5, which had no container."""
_FOLDERS = (("xl/workbook.bin", Kind.XLSB), ("xl/", Kind.XLSX), ("word/", Kind.DOCX), ("ppt/", Kind.PPTX))
_MIME_TYPES = ((b"opendocument.spreadsheet", Kind.ODS), (b"opendocument.text", Kind.ODT))
_HTML = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta", b"<style", b"<div")


_NOT_OPENED = {Kind.ENCRYPTED: PASSWORD, Kind.BROKEN: DAMAGED, Kind.OLE: DAMAGED}
"""What cannot be told further: an OLE file without a known stream has lost its directory."""


def kind_of(content: bytes) -> Kind:
    """What bytes are; a text where nothing speaks against it."""
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(content)
    if content.startswith(_OLE):
        return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in content), Kind.OLE)
    if content.startswith(_OLD_EXCEL):
        return Kind.XLS
    return next((kind for start, kind in _BEGINNINGS if content.startswith(start)), None) or _markup(content)


def _archive(content: bytes) -> Kind:
    """What a ZIP archive holds: Office files are archives."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError):  # the last: a version zipfile cannot read
        return Kind.BROKEN
    for start, kind in _FOLDERS:
        if any(name.startswith(start) for name in names):
            return kind
    return next((kind for name, kind in _MIME_TYPES if name in content[:256]), Kind.ZIP)


def _markup(content: bytes) -> Kind:
    head = content[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and head.startswith(b"<?xml"):
        return Kind.XML_2003
    if head.startswith(_HTML) or (head.startswith((b"<?xml", b"<!--")) and b"<html" in head):
        return Kind.HTML
    if re.match(rb"<[a-z][a-z0-9]*[ >]", head) and b"<table" in (page := content.lower()) and b"<td" in page:
        return Kind.HTML
    return Kind.TEXT


def expect(wanted: Kind, content: bytes, file: str) -> None:
    """Refuse a file that is not what its name says, and tell what it is.

    Raises:
        Unreadable: it is empty, or of another kind.
    """
    if (name := Path(file).name).startswith("~$"):
        raise refused(LOCK, file, name=name[2:])
    if not content.strip():
        raise refused(NOTHING, file)
    found = kind_of(content)
    if found is wanted:
        return
    if found in _NOT_OPENED:
        raise refused(_NOT_OPENED[found], file)
    suffix = Path(file).suffix.lower()
    if not suffix:
        raise refused(NAMELESS, file, kind=found.value)
    if found in SUFFIXES and found is not Kind.TEXT:
        raise refused(RENAME, file, suffix=suffix, kind=found.value, right=SUFFIXES[found])
    why = OTHER_KIND if found is not Kind.TEXT else NOT_THAT
    raise refused(why, file, suffix=suffix, kind=found.value, wanted=wanted.value)
