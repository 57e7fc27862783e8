"""Vietnamese before Unicode: TCVN3 (ABC, fonts .VnTime) and VNI (fonts VNI-Times), as they look when read as cp1252.

TCVN3 is the one-byte set VN3 of TCVN 5712:1993. VNI-Windows writes a letter and its marks behind it.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from sxtdbv_cli.text.saying import Late, kept
from sxtdbv_cli.text.vietnamese import is_syllable, is_vietnamese, words

_TCVN3_BYTES = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
"""Runs of codes: the first, and the letters from there on."""

TCVN3 = {
    bytes([first + step]).decode("cp1252"): letter
    for first, letters in _TCVN3_BYTES.items()
    for step, letter in enumerate(letters)
}

_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_CIRCUMFLEX = dict(zip("âáàåãä", ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True))
_BREVE = dict(zip("êéèúüë", ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True))
_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni() -> dict[str, str]:
    pairs = {letter + mark: letter + tone for letter in "aeouy" for mark, tone in _TONES.items()}
    del pairs["yï"]  # typed î
    pairs |= {letter + mark: horned + tone for letter, horned in ("ôơ", "öư") for mark, tone in _TONES.items()}
    pairs |= {letter + mark: letter + "\u0302" + tone for letter in "aeo" for mark, tone in _CIRCUMFLEX.items()}
    pairs |= {"a" + mark: "a\u0306" + tone for mark, tone in _BREVE.items()}
    small = {typed: unicodedata.normalize("NFC", letter) for typed, letter in (pairs | _ALONE).items()}
    capitals = {typed.upper(): letter.upper() for typed, letter in small.items()}
    titles = {typed.capitalize(): letter.upper() for typed, letter in small.items()}
    return titles | capitals | small


VNI = _vni()
SCHEMES = {"TCVN3": TCVN3, "VNI": VNI}

_UNICODE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9\u0300-\u036f]")
"""Letters that no legacy text has when it is read as cp1252."""
LEAST_EVIDENCE = 3
"""Different syllables that must come out of a conversion before it is believed."""


def convert(text: str, scheme: str) -> str:
    """A legacy text in Unicode. TCVN3 has no capitals with a tone: a font shows them, so a word typed with at least two
    capitals and none small gets its letters with a tone in capitals too, and so does a shorter one among such words."""
    table = SCHEMES[scheme]
    converted = _typed(scheme).sub(lambda match: table[match[0]], text)
    return _with_capitals(converted) if scheme == "TCVN3" else converted


@cache
def _typed(scheme: str) -> re.Pattern[str]:
    """All that a letter may be typed as, the longest first."""
    return re.compile("|".join(sorted(map(re.escape, SCHEMES[scheme]), key=len, reverse=True)))


_WORD = re.compile(r"[^\W\d_]+")
_TONE = Late("[\u0300\u0301\u0303\u0309\u0323]")


def _with_capitals(text: str) -> str:
    """A text with capitals for the letters with a tone in its words of capitals."""
    shown = [_is_capital(match[0]) for match in _WORD.finditer(text)]
    if True not in shown:
        return text
    beside = zip(_carried(shown), reversed(_carried(shown[::-1])), strict=True)
    capital = iter([False not in sides and True in sides for sides in beside])
    return _WORD.sub(lambda match: match[0].upper() if next(capital) else match[0], text)


def _is_capital(word: str) -> bool | None:
    """Whether a word is one of capitals, by the letters that are typed as they are shown; None where hardly any is."""
    typed = [letter for letter in word if letter.isupper() or not _TONE.search(unicodedata.normalize("NFD", letter))]
    if any(map(str.islower, typed)):
        return False
    return True if len(typed) > 1 else None


def _carried(shown: Sequence[bool | None]) -> list[bool | None]:
    """For each word what it is, or else what the nearest before it is."""
    found: list[bool | None] = []
    for word in shown:
        found.append(found[-1] if word is None and found else word)
    return found


def scheme_of(texts: Iterable[str]) -> str | None:
    """The legacy encoding of texts that belong together, if there is strong evidence: as they stand they are not
    Vietnamese, converted they are, with several different syllables."""
    whole = "\n".join(filter(_is_suspect, texts))
    if not whole or is_vietnamese(words(whole)):
        return None
    found = [scheme for scheme in SCHEMES if is_convincing(convert(whole, scheme))]
    return found[0] if len(found) == 1 else None


@kept
def _is_suspect(text: str) -> bool:
    """Whether a text may be in a legacy encoding by its letters."""
    return not text.isascii() and not _UNICODE.search(text)


def is_convincing(text: str) -> bool:
    """Whether a text is Vietnamese beyond doubt: several different syllables, and hardly a word that is none."""
    found = {word.lower() for word in words(text) if len(word) > 1}
    return len(set(filter(is_syllable, found))) >= LEAST_EVIDENCE and is_vietnamese(found)


def restored(text: str, scheme: str) -> str | None:
    """One text of a table whose encoding is known, in Unicode; None if it is better left as it stands.

    Where letters of Unicode stand in it too, each word is judged by itself: ``Số b¸o c¸o`` is a real heading.
    """
    if _UNICODE.search(text):
        pieces = re.split(r"(\s+)", text)
        found = "".join(piece if _stands(piece) else _word(piece, scheme) for piece in pieces)
    else:
        found = _word(text, scheme)
    return None if found == text else found


def _stands(word: str) -> bool:
    """Whether a word among words of Unicode is one, too: *còn*, which might be *cũn* in TCVN3, but no *phÝ*."""
    return is_vietnamese(words(word)) and word in (word.lower(), word.upper(), word.capitalize())


def _word(text: str, scheme: str) -> str:
    """A text converted, unless only as it stands it is Vietnamese, or it has letters no legacy text has."""
    if text.isascii() or _UNICODE.search(text):
        return text
    found = convert(text, scheme)
    return text if is_vietnamese(words(text)) and not is_vietnamese(words(found)) else found


_TOKEN = Late("[^\\s\\d!-/:-@\\[-`{-~\u2010-\u2026]+")
_CAPITAL_INSIDE = Late("[a-z][À-Þ]|[A-Za-z][À-Þ][a-z]")
"""A capital with a mark behind or between small letters: TCVN3 writes ế as ``Õ``, no language does."""
_OF_OTHERS = frozenset(("mãe", "mães", "où", "dû", "dûs", "på", "må", "så", "nå", "få", "gå", "ål", "mª", "µm", "µn"))
"""Words of other languages, and a unit, that would become syllables."""


def surely_legacy(text: str) -> str | None:
    """The legacy encoding that a text must be in; None for a text that may be anything else.

    Every word must become a syllable, and there must be a sign that no other writing has: a capital inside a word,
    two words that change, or one among words that all are syllables.
    """
    found = [token for token in _TOKEN.findall(text) if len(token) > 1 or token.isascii()]
    strange = dict.fromkeys(token for token in found if not token.isascii())
    if not strange or all(_is_syllable_now(token) for token in strange):
        return None
    for scheme in SCHEMES:
        if all(_becomes(token, scheme) for token in strange) and (
            len(strange) > 1
            or any(map(_CAPITAL_INSIDE.search, strange))
            or (len(found) > 1 and all(_is_syllable_now(token) for token in found if token.isascii()))
        ):
            return scheme
    return None


@lru_cache(maxsize=1 << 15)
def _is_syllable_now(token: str) -> bool:
    """Whether a word is a syllable as it stands."""
    return is_syllable(token) and not _CAPITAL_INSIDE.search(token)


@lru_cache(maxsize=1 << 15)
def _becomes(token: str, scheme: str) -> bool:
    """Whether a word becomes a syllable by a conversion, and is no word of another language."""
    converted = convert(token, scheme)
    return converted != token and token.lower() not in _OF_OTHERS and converted.isalpha() and is_syllable(converted)
