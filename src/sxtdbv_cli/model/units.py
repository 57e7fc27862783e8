"""The units amounts are written in, as plans name them; and which lines are percentages."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from sxtdbv_cli.model.plan import Plan, Role, Unit
from sxtdbv_cli.text.saying import says

_DONG = {
    **dict.fromkeys(("đồng", "vnđ", "vnd"), 0),
    **dict.fromkeys(("nghìn đồng", "ngàn đồng", "1.000 đồng", "1000 đồng"), 3),
    **dict.fromkeys(("triệu đồng", "1.000.000 đồng", "1000000 đồng"), 6),
    **dict.fromkeys(("tỷ đồng", "tỉ đồng"), 9),
    **dict.fromkeys(("nghìn tỷ đồng", "ngàn tỷ đồng", "nghìn tỉ đồng"), 12),
}
MOST_DECIMALS = 15
"""More than any binary number of a workbook shows below one."""
_RATE = re.compile(
    r"(?<![\d.,])(?:100|\d{1,2}(?:[.,]\d+)?) ?%|"
    r"\b(?:chia|huong|dieu tiet)(?: theo)? (?:ty|ti) le(?: phan tram)?[ (]*%?\)?|"
    r"\bshared (?:revenues? )?(?:in|by) percentages?\b"
)
"""A rate that something is charged at, or shared by: *BHXH (8%)*, *Thu phân chia theo tỷ lệ %* are amounts."""
_RATIO = re.compile(r"%|\b(ty|ti) (le|trong)\b|\bpercent|\bpct\b|\bratio\b").search


class _Letters(dict[int, int | None]):
    """What becomes of each character of a decomposed text: marks are dropped. Filled as characters are met."""

    def __missing__(self, code: int) -> int | None:
        self[code] = kept = None if unicodedata.combining(chr(code)) else code
        return kept


_LETTERS = _Letters()


@lru_cache(maxsize=2**17)  # a title is asked for many words
def plain(text: str) -> str:
    """A text without diacritics, case or doubled spaces, to compare what people type."""
    return " ".join(filter(None, map(_plain_word, text.split())))


@lru_cache(maxsize=2**16)  # the titles of a table are made of few words
def _plain_word(word: str) -> str:
    return unicodedata.normalize("NFD", word.casefold().replace("đ", "d").replace("ð", "d")).translate(_LETTERS)


_BY_PLAIN_NAME = {plain(name): scale for name, scale in _DONG.items()}


def dong_scale(name: str) -> int | None:
    """How many zeros a unit of the đồng family stands for (6 for triệu đồng), None for any other unit."""
    return _BY_PLAIN_NAME.get(plain(name))


def unit_of(name: str, decimals: int | None) -> Unit | None:
    """The unit of a name: the đồng family, or a currency of so many decimals; None if nobody knows it.

    With decimals a unit of the đồng family is written finer than one đồng. A unit that is neither of the đồng family
    nor a three-letter currency must state its decimals.
    """
    scale = dong_scale(name)
    if scale is not None:
        return Unit(name=name, scale=scale + (decimals or 0), decimals=decimals or 0)
    if decimals is None and not re.fullmatch("[A-Z]{3}", name):
        return None
    return Unit(name=name, scale=decimals or 0, decimals=decimals or 0)


_MULTIPLE = re.compile(
    r"thousand|million|billion|\b(mio|mrd|mln|mld|bn)\b|million\w*|millon\w*|milho\w*|[万億]|'000|\b000s?\b|"
    r"[$£€¥] ?(mn?|bn|k)\b|\b(nghin|ngan|trieu|chuc|tram|t[yi](?! (le|so|trong)\b)|1[.,]?0[0.,]*) \S|"
    r"^(mn?|k|bn?) [a-z]{3}$|^[a-z]{3} (mn?|k|bn?)$"
).search
"""The units that are multiples of a currency."""


def is_multiple(name: str) -> bool:
    """Whether a unit is thousands, millions or billions of a currency."""
    return bool(_MULTIPLE(plain(name))) and dong_scale(name) is None


UNNAMED = "?"
"""What the unit of a table that states none is called."""
HUNDREDTHS = 2
EXACT = (0, HUNDREDTHS)
"""Amounts of a currency have so many decimals; where a table keeps one more, they were rounded to these."""
TAIL = 6
"""More decimals than these are the tail of a division: nobody rounds a table to them."""


def rounded(unit: Unit, shown: int) -> Unit:
    """A unit with the step its figures were rounded to, given the most decimals that any of them shows; below nought
    where they are written in thousands or millions (``$1.5M``).

    That is the value of the last digit; hundredths where the figures have the long tails of binary numbers. Figures in
    đồng, and in a currency with hundredths, are exact; in thousands or millions of it they are rounded too, and so are
    tenths of what no unit is stated for, and whole figures or hundredths, where it keeps one decimal more.
    """
    tenths = unit.name == UNNAMED and unit.decimals > shown == 1
    finer = unit.decimals == shown + 1 and shown in EXACT and dong_scale(unit.name) is None
    family = unit.scale > unit.decimals or is_multiple(unit.name) or shown < 0 or tenths or finer
    if not family and shown <= HUNDREDTHS:
        return unit
    kept = min(shown if family and shown <= TAIL else HUNDREDTHS, unit.scale)
    return replace(unit, precision=10 ** (unit.scale - kept))


def without_rates(text: str) -> str:
    """A text without the rates that it names."""
    return _RATE.sub("", text)


def says_ratio(title: str) -> bool:
    """Whether a title says that its figures are percentages; ``Contingency (10%)`` is an amount."""
    return bool(_RATIO(without_rates(plain(title))))


may_be_ratio = says(
    r"\b(margins?|marge|margen|margem|marza|rates?|taux|tasa|taxa|quote|anteil|share|growth|yield|bien loi nhuan|"
    r"(thue|lai|ty|ti) suat|toc do|tang truong)\b",
    plain,
    within=True,
)
"""Whether the figures of a line with this title are percentages where its cells say so: *Gross margin*, 45 %."""


def percentages(plan: Plan) -> frozenset[int]:
    """The lines that are not added and are called percentages: nothing adds up across them either."""
    memos = (line for line, role in enumerate(plan.lines.roles) if role is Role.MEMO)
    return frozenset(line for line in memos if says_ratio(plan.lines.titles[line]))
