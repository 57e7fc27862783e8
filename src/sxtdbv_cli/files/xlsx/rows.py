"""The rows of a sheet in the form that spreadsheets write them: one regular expression a cell instead of a parser.

It takes cells whose elements and attributes stand as Excel, LibreOffice, openpyxl and XlsxWriter write them. Cells are
counted, so none can be passed over unseen; at anything else it gives up, and the parser reads the sheet
(``sheet.py``). That both read the same is a law in the tests.
"""

import io
import re
from typing import NamedTuple
from xml.parsers import expat

from sxtdbv_cli.files.xlsx.collected import Collected, Row, put
from sxtdbv_cli.files.xlsx.stored import NO_STYLE, PLAIN, Stored
from sxtdbv_cli.files.xlsx.styles import Style
from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.place import column_number
from sxtdbv_cli.text.saying import Late

LAST_CHARACTER = 0x10FFFF
_OPENED, _CLOSED = b"<sheetData>", b"</sheetData>"
_ILLEGAL = Late("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]").search
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_NEVER = (b"]]>", "\ufffe".encode(), "\uffff".encode())
_ATTRIBUTES = r'(?:\s+[\w:]+="[^"<&]*")*'
_ROW = re.compile(rf'\s*<row r="([0-9]+)"({_ATTRIBUTES})\s*(/?)>').match
_CELLS = re.compile(
    rf'<c r="([A-Z]+)([0-9]+)"([^<>/]*)(?:><v>({PLAIN})</v></c>|/>|>'
    rf"(<f{_ATTRIBUTES}(?:/>|>[^<]*</f>))?"
    r'(?:<v>([^<]*)</v>|<v/>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)'
).findall
_INLINE = re.compile(r'<is><t(?: xml:space="preserve")?>([^<&]*&[^<]*)</t></is>').findall
_BETWEEN = "\ue000"  # a character that no text has
_OF_CELL = re.compile(r'(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?').fullmatch
_FORMULA = Late(rf"<f({_ATTRIBUTES})(?:/>|>([^<]*)</f>)").fullmatch
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"').findall
_END_OF_ROW = "</row>"
_NUMBER, _TEXT = Kind.NUMBER, Kind.TEXT  # asked of the class, each would take as long as half a cell
_new = tuple.__new__  # as GridCell makes itself, without a call of its own for each of many
_REFERENCE = Late("&(?:#x([0-9A-Fa-f]+);|#([0-9]+);|(amp|lt|gt|quot|apos);)?")
_NAMES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_OTHER_ENCODING = re.compile(rb"""^<\?xml\s[^>]*\sencoding=["'](?!utf-8["'])""", re.IGNORECASE).search


class NotUsual(Exception):
    """Rows in another form."""


class Parts(NamedTuple):
    """The XML of a sheet: all but its rows, and its rows."""

    around: bytes
    rows: str


def split(xml: bytes) -> Parts | None:
    """A sheet as its rows and the rest; None where that cannot be told by the text alone."""
    if len(xml.translate(None, _CONTROLS)) != len(xml) or any(piece in xml for piece in _NEVER):
        return None
    if xml.count(_OPENED) != 1 or xml.count(_CLOSED) != 1 or _OTHER_ENCODING(xml):
        return None
    start, end = xml.index(_OPENED) + len(_OPENED), xml.index(_CLOSED)
    try:
        rows = str(memoryview(xml)[start:end], "utf-8")
    except UnicodeDecodeError:
        return None
    if "\r" in rows:
        rows = rows.replace("\r\n", "\n").replace("\r", "\n")
    return None if start > end else Parts(xml[:start] + xml[end:], rows)


def read_rows(xml: str, found: Collected, stored: Stored) -> None:
    """Read rows into what was found.

    Raises:
        NotUsual: they are in another form; what was found till then is of no use.
        TooMany, ValueError: as the parser raises them.
    """
    if "<!" in xml or "<?" in xml:
        raise NotUsual
    at, looks, texts = 0, _Looks(stored), _Texts(_INLINE(xml))
    while match := _ROW(xml, at):
        number, attributes, empty = match.groups()
        told = "hidden" in attributes or "outlineLevel" in attributes
        found.open_row({**dict(_ATTRIBUTE(attributes)), "r": number} if told else {"r": number})
        at = match.end()
        if not empty:
            end = xml.find(_END_OF_ROW, at)
            if end < 0:
                raise NotUsual(at)
            found.close_row(_row(xml[at:end], found, stored, looks, texts))
            at = end + len(_END_OF_ROW)
    if xml[at:].strip():
        raise NotUsual(at)


_Look = tuple[Kind | None, str, int, str, Style]
"""What the attributes of a cell say: what digits are there, if they are but a number or a shared text; the format, how
far it is indented; its type, its style."""


class _Looks(dict[str, _Look]):
    """The looks of cells by their attributes, as these are written."""

    def __init__(self, stored: Stored) -> None:
        self._styles = stored.styles
        self._shared = _TEXT if all(map(str.strip, stored.strings)) else None

    def __missing__(self, attributes: str) -> _Look:
        match = _OF_CELL(attributes)
        if match is None:
            raise NotUsual(attributes)
        style, kind = self._styles.get(match[1], NO_STYLE), match[2] or "n"
        digits = self._shared if kind == "s" else _NUMBER if kind == "n" and not style.is_date else None
        self[attributes] = look = digits, style.format, style.indent, kind, style
        return look


class _Texts(dict[str, str]):
    """Texts that stand in cells, as they were written, without references to characters."""

    def __init__(self, written: list[str]) -> None:
        """Resolve the references of many texts at once, where they are XML's own."""
        joined = _BETWEEN.join(written)
        pieces: list[str] = []
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.CharacterDataHandler = pieces.append
        try:
            parser.ParseFile(io.BytesIO(f"<t>{joined}</t>".encode()))
        except expat.ExpatError:
            return
        texts = "".join(pieces).split(_BETWEEN)
        if len(texts) == len(written):
            self.update(zip(written, texts, strict=True))

    def __missing__(self, text: str) -> str:
        return _REFERENCE.sub(_character, text)


def _row(xml: str, found: Collected, stored: Stored, looks: _Looks, texts: _Texts) -> Row:
    """The cells of a row. Most are a number in plain digits or a shared text, one beside the other.

    Raises:
        NotUsual: one of them is in another form.
    """
    row: Row = []
    strings = stored.strings
    cells = _CELLS(xml)
    if len(cells) != xml.count("<c"):
        raise NotUsual(xml)
    for letters, number, attributes, digits, formula, other, text in cells:
        kind, code, indent, type_, style = looks[attributes]
        cell: GridCell | None
        if digits and kind:
            cell = _new(GridCell, (kind, digits if kind is _NUMBER else strings[int(digits)], None, code, indent))
        else:
            stated = _formula(found, formula, letters + number, texts) if formula else None
            written = other or text
            cell = stored.cell(type_, digits or (texts[written] if "&" in written else written), stated, style)
            if cell is None:
                continue
        column = column_number(letters)
        if column == len(row) + 1:  # behind the one before, as nearly all are
            row.append(cell)
        else:
            put(row, column, cell)
    return row


def _formula(found: Collected, xml: str, reference: str, texts: _Texts) -> str | None:
    match = _FORMULA(xml)
    assert match is not None
    return found.formula(dict(_ATTRIBUTE(match[1])), texts[match[2] or ""], reference)


def _character(match: re.Match[str]) -> str:
    """The character that a reference stands for.

    Raises:
        NotUsual: it is none of XML's own.
    """
    hexadecimal, decimal, name = match.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal or 0)
    found = _NAMES.get(name) or (chr(code) if code <= LAST_CHARACTER else "")
    if not found or _ILLEGAL(found) or "\ud800" <= found <= "\udfff":
        raise NotUsual(match[0])
    return found
