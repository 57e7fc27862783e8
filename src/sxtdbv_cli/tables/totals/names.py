"""Which section a total names."""

import re
from itertools import takewhile

from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.numbering import code_in_title, without_code
from sxtdbv_cli.tables.words.totals import is_total, named_by_total
from sxtdbv_cli.tables.words.two_sides import are_of_one_side
from sxtdbv_cli.text.saying import Late, kept

_LETTER = Late(r"\s*\(?\b[a-z]\)?\s*$")
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_SECTION = Late(
    r"(?:section|part|chapter|group|phan|muc|chuong|nhom|(?:по )?разделу|(?:за )?розділом|"
    r"(?:за )?група|sezione|seccion|secao|abschnitt|titolo|titulo|titre|capitolo|capitulo|chapitre) (?=\w+$)"
)
_ONLY_CODE = Late(r"\d{1,2}|[a-z]|[ivx]+").fullmatch
_RULE = Late(r"[a-z\d.]{1,4}(?: ?[-+–] ?[a-z\d.]{1,4})+").fullmatch
_CODE_FIRST = Late(r"(\d{1,2}|[a-z]|[ivx]+)\) ?\w").match
_NET = "luu chuyen tien thuan"
"""The total of a section of a statement of cash flows, which is headed *Lưu chuyển tiền*."""
LONG = 3
"""Words so short have no plural."""
STEM = 5
ENDING = 2


def is_named(title: str, section: Entry) -> bool:
    """Whether a total names a section by its whole title, or by its code."""
    named = named_by_total(title).replace(_NET, _NET.removesuffix(" thuan"))
    if not named:
        return False
    own = _called(section.title)
    inflected = any(_is_inflected(_singular(named), text) for text in own)
    codes = (named, _initials(named), _SECTION.sub("", named))
    return inflected or _code_of(section) in codes or _singular(named) in own or names_whole(title, section)


@kept
def _called(title: str) -> set[str]:
    """What a section with a title may be called: that, with and without its code or a remark in brackets."""
    return {_singular(plain(text)) for text in (title, without_code(title), _REMARK.sub("", title))}


def names_whole(title: str, section: Entry) -> bool:
    """Whether a total names a section by its code and, behind it, by some of its words: *Total I) Stocks*."""
    named = named_by_total(title)
    said = _CODE_FIRST(named)
    return bool(said and said[1] == _code_of(section)) and bool({*named.split()[1:]} & {*plain(section.title).split()})


def is_part_named(title: str, section: Entry) -> bool:
    """Whether a total names what a section says it is the part of: *Cộng chi* of *Phần chi*."""
    named, own = named_by_total(title), plain(without_code(section.title))
    return bool(named) and own != (part := _SECTION.sub("", own)) and _singular(named) == _singular(part)


def calls(title: str, section: Entry) -> bool:
    """Whether a total names a section, or what that says it is the part of, or is called as it is."""
    return is_named(title, section) or is_part_named(title, section) or plain(title) == plain(section.title)


def _is_inflected(named: str, text: str) -> bool:
    """Whether two single words differ only in their last two letters, as cases do: *Suma kosztów* of *Koszty*."""
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(named, text, strict=False)))
    return stem >= STEM and max(len(named), len(text)) - stem <= ENDING and (named + text).isalpha()


@kept
def _singular(text: str) -> str:
    """A name without the letter of a rule behind it, *(A)*, and without the signs of the plural."""
    words = [word.strip("()") for word in _LETTER.sub("", text).strip(" .:").replace("/", " ").split()]
    return " ".join(word.removesuffix("s") if len(word) > LONG else word for word in words)


def names_another(title: str, section: Entry) -> bool:
    """Whether a total names another section than this one, by its code or by its title."""
    named = named_by_total(title) if is_total(title) else ""  # *Net cost* is a total by its sums, and names nothing
    named = "" if _RULE(named) else named  # *Total (1+2)* says of what by its rule
    code = _code_of(section)
    shared = {*_singular(named).split()} & {*_singular(plain(section.title)).split()}
    own = code in (named, _initials(named)) or (code and code in named.split())
    own = own or (not code and bool(_ONLY_CODE(named)))
    same = shared or own or is_named(title, section) or (bool(named) and are_of_one_side(named, section.title))
    return bool(named) and not same


def _initials(named: str) -> str:
    """A name with a number as codes write it: *Programme 1* is P1."""
    *words, number = named.split() or [""]
    return "".join(word[0] for word in words) + number if words and number[:1].isdigit() else named


def _code_of(section: Entry) -> str:
    """The code of a section in plain letters, which may stand before its title."""
    return plain(section.code or code_in_title(section.title)).strip(" .():")
