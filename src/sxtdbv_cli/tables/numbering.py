"""The numbering of lines: what a code says of a line's level and of its place among its siblings."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple
from unicodedata import normalize

from sxtdbv_cli.text.saying import kept, roman_value


class Style(StrEnum):
    """How a line is numbered. ``DECIMAL`` has a depth of its own: 1, 1.1, 1.1.1."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    LETTER = "letter"
    ROMAN = "roman"
    DECIMAL = "decimal"
    SMALL_LETTER = "small-letter"
    SMALL_ROMAN = "small-roman"
    BRACKET = "bracket"
    DASH = "dash"
    PLUS = "plus"
    STAR = "star"
    OTHER = "other"


BULLETS = frozenset({Style.DASH, Style.PLUS, Style.STAR})
_NUMBER = Style.DECIMAL


class Mark(NamedTuple):
    """One reading of a code: its style, and the numbers of it; a dash counts nothing."""

    style: Style
    parts: tuple[int, ...] = ()

    def is_beside(self, other: "Mark") -> bool:
        """Whether two marks are of one level: of one style, and of one depth where they are decimal numbers."""
        return self.style is other.style and len(self.parts) == len(other.parts)

    def continues(self, other: "Mark") -> bool:
        """Whether two marks are of one level and count within one list: 2.1 and 2.3, but not 3.1."""
        return self.is_beside(other) and self.parts[:-1] == other.parts[:-1]

    @property
    def ordinal(self) -> int:
        """The place among its siblings."""
        return self.parts[-1] if self.parts else 0

    @property
    def is_bullet(self) -> bool:
        """Whether it says only that a line stands below another, not which place it has."""
        return self.style in BULLETS


_ALPHABET = "ABCDĐEFGHIKLMNOPQRSTUVXYZ"
_ALPHABETS = (_ALPHABET, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ABCDEGHIKLMNOPQRSTUVXY")
_DECIMAL = re.compile(r"\d{1,6}(?:[.,]\d{1,3})*").fullmatch
_DOTTED = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})*").fullmatch
_BULLETS = {
    **dict.fromkeys("-–—", Style.DASH),
    "+": Style.PLUS,
    **dict.fromkeys("*•o→➔➢►▶▪■●◦‣\uf0b7\uf0a7", Style.STAR),
}
_WORDED = (
    (Style.PART, re.compile(r"(?:phần|phan|part|phụ lục)\s+(.+)", re.IGNORECASE).fullmatch),
    (Style.CHAPTER, re.compile(r"(?:chương|chuong|chapter)\s+(.+)", re.IGNORECASE).fullmatch),
    (Style.SECTION, re.compile(r"(?:mục|muc|section)\s+(.+)", re.IGNORECASE).fullmatch),
)
"""Numbers behind a word, each word a level of its own: *Chương I*, *Mục 1*."""
_IN_TITLE = re.compile(
    r"(?P<worded>(?i:phần|chương|mục|part|chapter|section)\s+(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2}))\s*[.:–-]\s*(?=[^\W\d])|"
    r"(?P<code>[A-ZĐ]\.[IVX]{1,5}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐ]|[A-ZĐ][.-]?\d{1,2}(?=\))|\d{1,2}(?:\.\d{1,3})*|[a-zđ])(?P<end>[.)/:](?!\d)|\s*[-–](?=\s))\s*(?=\S)|"
    r"(?P<joined>\d{1,2}(?:\.\d{1,3})+|\d{1,2}(?=[-–][A-ZÀ-Ý][^\W\d_]))[-–](?=[^\W\d_])|"
    r"(?P<dotted>\d{1,2}(?:\.\d{1,3})+)(?:\s+(?=\S)|(?=[A-ZÀ-ÝĐ][a-zà-ỹ]{2}))|['\"‘’“]?(?P<bullet>[-–—+*•→➔➢►▶▪■●◦‣\uf0b7\uf0a7])\s*(?=[^\W\d]|\()|\((?P<bracket>\d{1,2}|[a-z])\)\s*(?=\S)"
).match
_LETTERED = re.compile(r"(?P<code>[IV]{1,4}|[A-D])[-–](?=[A-ZÀ-Ý][^\W\d_]+\s)").match
"""A letter and a title without a blank between them, as Vietnamese has no words: *A-Kinh phí giao tự chủ*."""
_RULE = re.compile(r"\s*=.*", re.DOTALL)
_DIGIT_LOOKS = str.maketrans("lIO", "110")
_ROMAN_LOOKS = str.maketrans("l1", "II")


LONG = 100
"""A number from here on is a place in a list only where the list begins with 1; else it is the number of an account."""


def marks_of(code: str) -> tuple[Mark, ...]:
    """Every way a code can be read, the likeliest first: ``I`` is one in Roman numerals, or the letter."""
    if _DOTTED(code):
        return (_decimal(code.split(".")),)
    if not code:
        return ()
    text = _RULE.sub("", code.strip()).lstrip("'’")  # which keeps a spreadsheet from making a date of 1.1
    if text in _BULLETS:
        return (Mark(_BULLETS[text]),)
    for style, worded in _WORDED:
        if match := worded(text):
            return tuple(Mark(style, mark.parts) for mark in marks_of(match[1]))
    bracket = text.startswith("(") and text.endswith(")")
    text = text.strip("() ").rstrip(".):/-–, ")
    if not text:
        return ()
    found = _plain_marks(text)
    return tuple(Mark(Style.BRACKET, mark.parts) for mark in found) if bracket else found


def _decimal(parts: Sequence[str]) -> Mark:
    """A decimal number; ``1.0`` heads ``1.1`` and stands where ``1`` would."""
    numbers = [*map(int, parts)]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return Mark(Style.DECIMAL, tuple(numbers))


_DASHED = re.compile(r"\d{1,3}(-\d{1,3})+").fullmatch


def paths_of(codes: Sequence[str]) -> frozenset[str]:
    """The codes that dashes divide as dots do (``1-2-1``): each stands below one that is there too. Else none."""
    dashed = {code for code in codes if "-" in code and _DASHED(code)}
    known = set(codes) if dashed else set()
    return frozenset(dashed if all(code.rpartition("-")[0] in known for code in dashed) else ())


def _plain_marks(text: str) -> tuple[Mark, ...]:
    if _DECIMAL(text):
        return (_decimal(re.split("[.,]", text)),)
    if misread := _misread(text):
        return misread
    if re.fullmatch(r"[IVX]{1,6}|[A-ZĐ]|[a-zđ]|[ivx]{2,6}", text):
        small = text == text.lower()
        upper = text.upper()
        roman = (Mark(Style.SMALL_ROMAN if small else Style.ROMAN, (value,)),) if (value := roman_value(upper)) else ()
        letters: tuple[Mark, ...] = ()
        if len(upper) == 1:
            style = Style.SMALL_LETTER if small else Style.LETTER
            letters = tuple(dict.fromkeys(Mark(style, (a.index(upper) + 1,)) for a in _ALPHABETS if upper in a))
        return (*letters, *roman) if small else (*roman, *letters)
    mixed = re.fullmatch(r"([IVX]{1,5}|[A-ZĐ]|[a-zđ])[.\-]?(\d{1,2}(?:\.\d{1,3})*)", text)
    if mixed and (heads := _plain_marks(mixed[1])):
        return (Mark(Style.OTHER, (heads[0].ordinal, *(int(part) for part in mixed[2].split(".")))),)
    return _compound(text)


def _compound(text: str) -> tuple[Mark, ...]:
    """A letter and the numeral below it: A.I, B.II.1."""
    pieces = re.split(r"[.\-]", text)
    if len(pieces) < 2 or not re.fullmatch(r"[A-ZĐ][.\-][IVX]{1,5}([.\-]\d{1,2})*", text):
        return ()
    letters = [mark for mark in _plain_marks(pieces[0]) if mark.style is Style.LETTER]
    value = roman_value(pieces[1])
    return (Mark(Style.OTHER, (letters[0].ordinal, value, *map(int, pieces[2:]))),) if letters and value else ()


def _misread(text: str) -> tuple[Mark, ...]:
    """A numeral with a letter that looks like another: ``Ill`` is III, ``l.1`` is 1.1."""
    if (meant := as_meant(text)) == text:
        return ()
    if value := roman_value(meant):
        return (Mark(Style.ROMAN, (value,)),)
    return (Mark(Style.DECIMAL, tuple(int(part) for part in meant.split("."))),)


def as_meant(text: str) -> str:
    """A numeral with its letters that look like others put right: III for ``Ill``, 1.1 for ``l.1``."""
    if text.replace(".", "").isdecimal():
        return text
    if re.fullmatch(r"[IVXl1]{2,5}", text) and re.search("[IVX]", text) and re.search("[l1]", text):
        roman = text.translate(_ROMAN_LOOKS)
        return roman if roman_value(roman) else text
    if re.fullmatch(r"[0-9lIO]+(?:\.[0-9lIO]+)+", text) and re.search("[lO]", text):
        return text.translate(_DIGIT_LOOKS)
    return text


_SIGNS = {code: normalize("NFKC", chr(code)) for code in [*range(0x2160, 0x2180), *range(0x2474, 0x2488)]}
_SIGNS |= {code: f"({code - 0x245F})" for code in range(0x2460, 0x2474)}
"""Numbers that are one sign, in letters: Ⅲ, ⑴, ①."""
_SIGNED = re.compile(f"[{''.join(map(chr, _SIGNS))}]").search
"""Whether a text has any: to spell one takes longer than all else that is asked of it."""


def _spelled(text: str) -> str:
    return text.translate(_SIGNS) if _SIGNED(text) else text


_WORDED_FIRST = frozenset("pcms")
"""What the words before a number begin with, in all their languages."""


def _begins_in_words(title: str) -> bool:
    """Whether a title begins with a word in small letters, as most do, so that no number can stand before it."""
    return title[1:2].islower() and title[0].isalpha() and title[0].lower() not in _WORDED_FIRST


@kept
def code_in_title(title: str) -> str:
    """The number or the bullet that a title begins with, where the table has no code for the line; empty if none."""
    if _begins_in_words(title):
        return ""
    title = _spelled(title)
    match = _IN_TITLE(title) if title[:3].lower() != "o/w" else None
    if match is None:
        lettered = None if title.isascii() else _LETTERED(title)
        return lettered["code"] if lettered else ""
    if match["bracket"]:
        return f"({match['bracket']})"
    return match["worded"] or match["code"] or match["joined"] or match["dotted"] or match["bullet"] or ""


def marks_of_line(code: str | None, title: str) -> tuple[Mark, ...]:
    """The readings of the code of a line; without one, of what its title begins with."""
    return marks_of(code or code_in_title(title))


@kept
def without_code(title: str) -> str:
    """A title without the code that stands before it."""
    if _begins_in_words(title):
        return title
    spelled = _spelled(title.strip())
    match = _IN_TITLE(spelled) or (None if spelled.isascii() else _LETTERED(spelled))
    return spelled[match.end() :] if match else title
