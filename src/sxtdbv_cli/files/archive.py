"""The wall before every file that is a ZIP archive of XML parts (.xlsx, .ods, .docx): bombs and tricks stop here."""

import io
import re
import zipfile
import zlib

from sxtdbv_cli.files.container_faults import BOMB, DAMAGED, DOCTYPE, PART_TWICE, PASSWORD
from sxtdbv_cli.files.faults import refused

MOST_PARTS = 10_000
LARGEST = 256 * 2**20
"""The most bytes all parts may have unpacked."""
PROLOG = 2**16
"""How far the first element of an XML part may stand from its beginning."""
MOST_KEPT = 2**24
"""So many bytes of it are not unpacked twice."""
_CHUNK = 2**20
_ELEMENT = re.compile(rb"<[A-Za-z_:]")
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
"""What ``zipfile`` raises for damage; the last for a compression it does not know, and for a password."""


class _Unpacked(zipfile.ZipFile):
    """An archive that keeps the XML it was looked through by until that is read for the first time."""

    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content))
        self.kept: dict[str, bytes] = {}
        self.room = MOST_KEPT

    def read(self, name: str | zipfile.ZipInfo, pwd: bytes | None = None) -> bytes:
        """The bytes of a part."""
        part = name.filename if isinstance(name, zipfile.ZipInfo) else name
        return self.kept.pop(part) if part in self.kept else super().read(name, pwd)


def open_archive(content: bytes, file: str, largest: int = LARGEST) -> zipfile.ZipFile:
    """The archive in a file, when it is safe to read: its parts unpack to what they declare, together no more than
    ``largest`` bytes; no name stands twice; none is locked with a password; no XML part declares a document type,
    so there are no entities.

    Raises:
        Unreadable: one of these does not hold.
    """
    try:
        archive = _Unpacked(content)
        parts = archive.infolist()
        _check_directory(parts, file, largest)
        for part in parts:
            _check_part(archive, part, file)
    except _DAMAGED:
        raise refused(DAMAGED, file) from None
    return archive


def _check_directory(parts: list[zipfile.ZipInfo], file: str, largest: int) -> None:
    """What the directory says by itself, before anything is unpacked."""
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > largest:
        raise refused(BOMB, file, limit=largest // 2**20, parts=MOST_PARTS)
    if any(part.flag_bits & 1 for part in parts):
        raise refused(PASSWORD, file)
    names = [part.filename.lower() for part in parts]
    if len(set(names)) < len(names):
        raise refused(PART_TWICE, file, part=next(name for name in names if names.count(name) > 1))


def _check_part(archive: _Unpacked, part: zipfile.ZipInfo, file: str) -> None:
    """Unpack a part to its end, which proves its size and its sum; look at the beginning of XML."""
    whole = part.file_size <= archive.room
    with archive.open(part) as stream:
        content = stream.read(-1 if whole else PROLOG)
        head = content[:PROLOG].replace(b"\0", b"")  # UTF-16 looks the same without its zeros
        if head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
            first = _ELEMENT.search(head)
            if b"<!DOCTYPE" in head[: first.start() if first else None] or not first:
                raise refused(DOCTYPE, file, part=part.filename)
            if whole:
                archive.room -= part.file_size
                archive.kept[part.filename] = content
        while stream.read(_CHUNK):
            pass
