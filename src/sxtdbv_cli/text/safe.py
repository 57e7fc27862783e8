"""Text from a file is data: what could act on a terminal is made visible, what a terminal cannot show is spelled."""

import codecs
import re
import unicodedata
from collections.abc import Callable

from sxtdbv_cli.text.saying import Late

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SPELLED = dict(zip("đĐ₫“”‘’…–—−·×→✓✗≈▲†", "dDd\"\"''~----x>vx~^+", strict=True))
_MOVING = "\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"
"""Blanks that end a line or move the cursor."""
CONTROL = Late("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
"""The characters that a text file does not hold."""
_NO_XML = Late("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


def visible(text: str) -> str:
    """A text of a file as one line that is safe on a terminal: control characters and the like become ``\\u001b``."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c.isspace() else f"\\u{ord(c):04x}" for c in text)


def in_xml(text: str) -> str:
    """A text whose characters that XML cannot hold are spelled out."""
    return _NO_XML.sub(lambda found: visible(found[0]), text)


def tame(text: str) -> str:
    """A text of several lines that commands no terminal: what could is made visible, lines and tabs stay."""
    acting = {c for c in set(text) if not c.isprintable() and not (c.isspace() and c not in _MOVING)} - {"\n", "\t"}
    return text.translate({ord(c): f"\\u{ord(c):04x}" for c in sorted(acting)}) if acting else text


def no_command(text: str, *, machine: bool = False) -> str:
    """A text in which no line is a workflow command: the runner of GitHub acts on ``::name::`` and ``##[name]``.

    What a machine reads loses nothing but that: only lines that begin with ``::`` (in CSV, which alone has some).
    """
    tamed = re.sub("(?m)^([ \t]*):(?=:)", r"\1: ", text)
    return tamed if machine else tamed.replace("##[", "## [")


def spell(text: str) -> str:
    """A text in ASCII, one character for each: Vietnamese without its marks, boxes and bars in plain signs."""
    return "".join(_spell(character) for character in unicodedata.normalize("NFC", text))


def _spell(character: str) -> str:
    if character.isascii():
        return character
    if character in _SPELLED:
        return _SPELLED[character]
    if "\u2500" <= character <= "\u257f":  # box drawing
        return "-" if character in "─━═╌╴╶╸╺" else "|" if character in "│┃║" else "+"
    if "\u2580" <= character <= "\u259f":  # blocks, as bars are drawn with
        return "#"
    base = unicodedata.normalize("NFKD", character)[:1]
    return base if base.isascii() else "?"


def _with_tones_apart(text: str) -> str:
    """A text as the code page 1258 of Vietnamese has it, tones behind their letters: *ế* is *ê* and a mark. What it has
    not is spelled."""
    found = []
    for character in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", character)
        tones = "".join(filter(_TONES.__contains__, parts))
        apart = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES)) + tones
        found.append(apart if tones and _is_of_1258(apart) else _spell(character))
    return "".join(found)


def _is_of_1258(text: str) -> bool:
    try:
        return bool(text.encode("cp1258"))
    except UnicodeEncodeError:
        return False


def _registered(name: str, written: Callable[[str], str]) -> str:
    """An error handler that writes what a stream cannot encode in another way, under its name."""

    def handle(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        return written(error.object[error.start : error.end]), error.end

    codecs.register_error(name, handle)
    return name


SPELLED_OUT = _registered("sxtdbv-spelled", spell)
TONES_APART = _registered("sxtdbv-tones-apart", _with_tones_apart)
"""The names of the error handlers for streams that cannot encode what they are given; the other is that for 1258."""


RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a text may begin with to be taken for a formula, in any of the programs that open CSV."""

_GUARD = "'"


def guarded(text: str) -> str:
    """A text for CSV: an apostrophe before what could be a formula, and before an apostrophe.

    >>> guarded("- Chi khác")
    "'- Chi khác"
    """
    return f"{_GUARD}{text}" if text.startswith((_GUARD, *RISKY)) else text


def unguarded(text: str) -> str:
    """The text that was guarded; any other text as it is.

    >>> unguarded("'- Chi khác")
    '- Chi khác'
    """
    return text[1:] if text.startswith(_GUARD) and text[1:].startswith((_GUARD, *RISKY)) else text
