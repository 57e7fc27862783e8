"""Bytes to text, for the file types that are text, and where in it everything stands."""

import codecs
import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.why import Why
from sxtdbv_cli.model.place import Place


class Positions:
    """The text of a file: positions in it become places."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(match.end() for match in re.finditer("\r\n|\r|\n", self.text))]
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]  # the same, in a quarter of the time

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from ``start`` to before ``end``."""
        (line, column), (end_line, end_column) = self._line_column(start), self._line_column(end)
        return Place(self.file, line, column, end_line, end_column)

    def _line_column(self, position: int) -> tuple[int, int]:
        line = bisect_right(self._starts, position)
        return line, position - self._starts[line - 1] + 1


def decode(content: bytes, file: str) -> str:
    """The text of a file in UTF-8, without its byte order mark.

    Raises:
        Unreadable: it is in another encoding; the place is that of the first byte that shows it.
    """
    beginning = content[:2]
    if beginning in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or (beginning.count(0) == 1 and len(content) % 2 == 0):
        raise refused(Why.UTF16, Place(file, 1, 1, 1, 1))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse_workbook(content, file)
        before = content[: error.start].decode("utf-8", "replace")
        place = Positions(file, before).place(len(before), len(before) + 1)
        raise refused(Why.ENCODING, place, byte=f"0x{content[error.start]:02X}") from None


def _refuse_workbook(content: bytes, file: str) -> None:
    """A workbook or a document under the name of a plan, or on standard input, is called what it is."""
    from sxtdbv_cli.files.kind import Kind, expect

    expect(Kind.TEXT, content, file)


def encoded(text: str, like: bytes) -> bytes:
    """The text as bytes, with a byte order mark where there was one."""
    return (codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b"") + text.encode("utf-8")
