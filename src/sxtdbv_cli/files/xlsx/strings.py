"""The texts of a workbook, as they were written: what XML cannot hold stands in them as ``_x0007_``.

openpyxl leaves such escapes as they are and drops ``x005F_`` wherever it stands, so that a text that holds one would
not come back as it was.
"""

import io
import re
from xml.parsers import expat

from sxtdbv_cli.files.cells import raised
from sxtdbv_cli.text.saying import Late

_RAISED = "raised"
_ESCAPE = Late("_x([0-9A-Fa-f]{4})_")
_TEXT = '<si><t(?: xml:space="preserve")?>([^<&\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]*)</t></si>'
_ONE = re.compile(_TEXT).findall
_ALL = re.compile(
    r"""(?:<\?xml version=["']1\.0["'](?: encoding=["'](?i:utf-8)["'])?(?: standalone=["']yes["'])?\s*\?>)?\s*"""
    rf"""<sst xmlns="[^"<&]*"(?: \w+="[0-9]*")*>(?:{_TEXT.replace("([", "(?:[")})*</sst>\s*"""
).fullmatch


def unescaped(text: str) -> str:
    """A text with its escapes undone: ``_x0007_`` is a bell, ``_x005F_x0007_`` the text ``_x0007_``."""
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code <= 0xDFFF else chr(code)


def read_strings(xml: bytes) -> list[str]:
    """The shared texts of a workbook in their order, runs of one text joined, reading aids left out.

    Raises:
        ValueError: the XML is not well formed.
    """
    usual = _usual(xml)
    return parsed(xml) if usual is None else usual


def _usual(xml: bytes) -> list[str] | None:
    """The texts in the form that programs write them, each in one element and without references: a fifth of the time
    that a parser takes. None where anything is otherwise."""
    if b"]]>" in xml:
        return None
    try:
        text = xml.decode()
    except UnicodeDecodeError:
        return None
    return list(map(unescaped, _ONE(text))) if _ALL(text) else None


def parsed(xml: bytes) -> list[str]:
    """The same by a parser, whatever their form. That both read the same is a law in the tests.

    Raises:
        ValueError: the XML is not well formed.
    """
    strings: list[str] = []
    pieces: list[str] = []
    open_: set[str] = set()

    def start(name: str, attributes: dict[str, str]) -> None:
        open_.add(name.rpartition(" ")[2])
        if attributes.get("val") == "superscript":
            open_.add(_RAISED)

    def end(name: str) -> None:
        kind = name.rpartition(" ")[2]
        open_.discard(kind)
        if kind == "r":
            open_.discard(_RAISED)
        elif kind == "si":
            strings.append(unescaped("".join(pieces)))
            pieces.clear()

    def characters(text: str) -> None:
        if "t" in open_ and "rPh" not in open_:
            pieces.append(raised(text) if _RAISED in open_ else text)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, characters
    try:
        parser.ParseFile(io.BytesIO(xml))
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None
    return strings
