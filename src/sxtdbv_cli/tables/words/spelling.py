"""Texts as patterns of words are matched against them, and words that are others with their diacritics."""

import re
import unicodedata

from sxtdbv_cli.model.units import plain
from sxtdbv_cli.text.saying import Late, Says, kept, says

_JOINTS = Late(r"_+|(?<=[a-z])(?=[A-Z][a-z])")
_SIGNS = Late(r"(?<!\S)[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff])+(?!\S)")
_FIRST_SIGN = "\u4e00"
_HUMP = re.compile("[A-Z](?<=[a-z].)").search  # as hardly any heading has


def spelled(heading: str) -> str:
    """A heading of a program in words: ``item_name`` and ``itemName`` are item name; signs typed apart (*科 目*) are
    one word."""
    text = _JOINTS.sub(" ", heading) if "_" in heading or _HUMP(heading) else heading
    return _SIGNS.sub(lambda word: "".join(word[0].split()), text) if _has_signs(text) else text


def _has_signs(text: str) -> bool:
    """Whether a text may have signs of Chinese: none of Vietnamese comes so far behind in Unicode."""
    return not text.isascii() and max(text) >= _FIRST_SIGN


def in_english(heading: str) -> str:
    """The same, with words that are others without their diacritics in English: a number (no.), a month, and
    the item of a list of budget codes (*mục*) where nothing follows, or *chi*, *thu* do, which then is no rate."""
    return _OTHERWISE.sub(lambda match: _ENGLISH[match[0].lower().strip()], spelled(heading))


_OTHERWISE = re.compile(r"\b(nợ|máy)\b|^\s*mức\s*$|^\s*mục(?=\s+(?:chi|thu|khoán)\b)", re.IGNORECASE)
_ENGLISH = {"nợ": "debit", "máy": "machine", "mức": "amount", "mục": "muc so"}

_ANOTHER = re.compile(
    r"\W*(?:[\divxlc]+[.)]\W*)?(?:(?:cống|cổng|còng|cõng|tông|tống|tòng|phổ|phố|phở|trường|gốm)\b|"
    r"công\s+(?![ivx]+\b|[a-c]\b|\d|mục|phần|khoản|nhóm|cả|chung))"
).match


def is_another_word(text: str) -> bool:
    """Whether only its diacritics tell the first word of a text from one of those that are looked for: *Cống* is a
    culvert and no *Cộng*, *Phổ cập* no *Phó*."""
    return bool(_ANOTHER(unicodedata.normalize("NFC", text).lower()))


_APART = Late(r"(?<!\S)[^\W\d_](?: [^\W\d_]){2,}(?!\S)")
"""Letters typed apart to make a title wide: *T Ổ N G  C Ộ N G*."""
_MAY_BE_APART = re.compile(r" [^\W\d_] [^\W\d_](?!\S)").search
_PICTURE = re.compile(r"(?:[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]\s*)+").match


@kept
def bare(text: str) -> str:
    """A text in plain letters, without what stands around its words, pictures before them, and letters apart."""
    picture = None if text.isascii() else _PICTURE(text)
    text = text[picture.end() :] if picture else text
    text = _APART.sub(lambda word: word[0].replace(" ", ""), text) if _MAY_BE_APART(text) else text
    return plain(spelled(text)).strip(" .:*-–_").removesuffix(":").strip()


def calls(pattern: str) -> Says:
    """Whether a text in plain letters is what a pattern matches, and its first word no other with its diacritics."""
    told = says(pattern, bare)
    return lambda text: told(text) and not is_another_word(text)
