"""The figures of a table, read exactly from its cells: numbers, and numbers that were typed as text.

A figure is a ``Decimal`` of every digit that stands there. Text is read in the notation of the table.
"""

import re
import unicodedata
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.figures.notation import GROUP_MARK, NOTE, ONE_GROUP, PLAIN, RAISED, STAR, Notation, value_of
from sxtdbv_cli.tables.units.money import CODES, MULTIPLES, NEVER_BEFORE, SHORT, SIGNS, WORDS
from sxtdbv_cli.text.saying import Late

LONGEST = 40
"""The most characters a figure typed as text may have."""


class What(StrEnum):
    """What stands in a cell where a figure was looked for."""

    FIGURE = "figure"
    BLANK = "blank"
    PERCENT = "percent"
    ERROR = "error"
    PENDING = "pending"
    TWO_READINGS = "two-readings"
    TEXT = "text"


class Figure(NamedTuple):
    """What was read: the value of a figure or a percentage; the mark that stands for a blank; the unit attached.

    ``rough`` says that the figure is called approximate, or stands with a remark.
    """

    what: What
    value: Decimal | None = None
    mark: str = ""
    unit: str = ""
    rough: bool = False


BLANK = Figure(What.BLANK)
_NO_FIGURE = {Kind.ERROR: What.ERROR, Kind.PENDING: What.PENDING, Kind.DATE: What.TEXT, Kind.TRUTH: What.TEXT}
is_power = re.compile(r"-?[1-9]\.\d+E\d{1,2}|00[.,]00?").fullmatch
"""A number as programs write it in full (``4.721540379E7``), or nought in two digits; what spreadsheets
write (``4.72E+07``) was cut."""
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_SIGN = f"[{''.join(SIGNS)}]"
is_mark = re.compile(r"[-–—−_]+|={2,}|[.…\s]*[.…][.…\s]*|[xX]|0?-+0?").fullmatch
"""Whether a text is a mark that stands for nothing."""
_CORE = re.compile(
    rf"(?P<sign>[-+−–—△])?\s*(?P<first>{_SIGN})?\s*(?P<open>\()?\s*(?P<before>[^\W\d_]{{1,5}}[/$.]?|S/\.|U\$S|{_SIGN})?\s*(?P<sign2>[-+−–△])?\s*"
    rf"(?P<digits>\d[\d.,' ]*|[.,]\d+)\s*(?P<after>%|{_SIGN}|[^\W\d_][^\d()%/]{{0,20}})?\s*(?P<close>\))?(?P<late>-)?"
).fullmatch
_PERIODS = {
    "day": "ngày|days?|hari",
    "week": "tuần|weeks?|wk|minggu",
    "month": "tháng|months?|mo|bulan|bln|monat|mois|mes|mês|mese|maand|mnd|mies|miesiąc|månad|мес|เดือน",
    "quarter": "quý|quarter",
    "year": "năm|years?|yr|tahun|jahr|an|año|ano|anno|jaar|rok|år|год|ปี",
}
_PERIOD = re.compile(
    rf"\s*/\s*(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _PERIODS.items())})\.?$", re.IGNORECASE
)
"""What a figure is paid for each of: ``$115 / tháng``."""
_EACH = re.compile(r"(?<=\d)(\s?(?:[dđ][oồ]ng|đ|vnđ|vnd))(?:\s?/\s?[^\W\d_][^\d()/%]{0,30}){1,3}$", re.IGNORECASE)
"""The same behind the đồng, whatever it is: *100.000 đồng/người/buổi*."""
_ROUGHLY = re.compile(
    r"[~≈≃]\s*(?=\S)|(?i:tối đa|không quá|up to)\s(?=\d)|[〔【[][^\W\d_]{1,12}\.?[]〕】]\s?(?=[-+(]?\d)"
)
"""What says before a figure that it is not exact, the most there will be, or not final: *〔仮〕1,200*."""
_REMARK = re.compile(r"(?P<figure>(?=[^(]*\d)[^(]*)\s*(?:\((?:=|[^()]*[^\W\d_]{2})[^()]*\)|\+)").fullmatch
"""A figure with words in brackets behind it, or what it comes to (*(= 5.1E7)*), or a plus: there is more."""
_OF_MONEY = Late(r".*\d[.,]\d\d\s*|\s*[-+–−]?\s?[1-9]\d{0,2}([., ])\d{3}(\1\d{3})*\s*").fullmatch
"""A figure that is one of money by its two decimals, or its groups of thousands."""
_MONEY = rf"[a-zA-Z]{{,3}}{_SIGN}|([^\W\d_]{{1,4}})\.?"
_NOTHING = re.compile(
    rf"[-–—−]+\s*\([^()]*[^\W\d_]{{2}}[^()]*\)|(?:{_MONEY})\s*[-–—−_]+|[-–—−_]+\s*(?:{_MONEY})|[pP]\.\s?[mM]\.|[nN](?:il|IL)"
).fullmatch
"""A dash with words in brackets behind it, which say why nothing is there, or with the money that there is none of; or
*p.m.*, a line that is named and not yet known; or *Nil*."""
_IN_BRACKETS = Late(r"(?!(?:19|20)\d\d\D)(?P<figure>.*\d)\s*\((?P<unit>[^()\d]+)\)").fullmatch
"""A figure with a unit in brackets behind it: *400 (triệu VNĐ)*."""
_COMPARED = Late(r"(?P<figure>[^()]*\d[^()]*?)\s*[-−]?\([-−+]?\d{1,3}(?:[.,]\d{1,2})?\)\s*").fullmatch
"""A figure with a small one in brackets behind or below it, which says what share it is, or speaks of it."""
_SHARE = re.compile(r"(?<=[^%\s])\s*\([-+−±~≈]?\s?\d+(?:[.,]\d+)?\s?%\)$")
"""What share or change it is, in brackets behind a figure: *$1,200 (-5.4%)*."""
_ORNAMENT = re.compile(r"(?<=\S)\s*[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff\ufe0f]+$")
"""Ticks, arrows, warning signs and the like."""
_CLOSED = re.compile(
    rf"(?<=\d)(?:[.,]?(?:[.,:]\s?[-–—=]+|/[-.]+)|(?<=,\d{{3}})\.)(?=(?:\s?(?:[^\W\d_]{{2,4}}|{_SIGN})\.?)?$)"
)
"""What ends a figure so that nothing can be added: ``1.250.000,-``, ``1.250.000./.``, ``12.000,- kr``, ``$1,250.``"""
_AS_TYPED = str.maketrans("’‐‒―", "'---")
_RAND = Late(r"^([-+(−–]?\s?)R\s?(?=[1-9]\d{0,2}(?:[ ,]\d{3})+(?!\d)|\d+[.,]\d\d(?!\d))")
"""The sign of South Africa before a figure of money; *R1* is a name."""
_TEXT_MARK = re.compile(r"^['’](?=[-+(]?\d)")
"""What makes a workbook keep a figure as text; files of other programs show it."""
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*").fullmatch
"""A figure in groups of thousands and nothing else."""
_CURRENCIES = frozenset([*SIGNS, *SHORT, *map(str.lower, CODES), *WORDS])
_BY_DASH = _CURRENCIES | {"đ", "vnđ"}
_UNIT_WORDS = _CURRENCIES | {"d", "dong", "vnd", "trieu", "ty", "ti", "nghin", "ngan", "tr"}
_GLUED = re.compile(r"(?<=[a-z])(?=[€£¥₽])|(?<=\b[kmb])(?=\$)|(?<=[千万億])(?=円)")
"""Where a sign begins right behind a multiple: *Md€*, *万円*."""
_NAMED = frozenset(name for name, _ in MULTIPLES.values())
_ACCENTED = frozenset(["đ", "đồng", "vnđ", "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "trđ", "trđồng"])
"""Units with their diacritics: *5 dòng* are lines, no đồng."""
_CREDIT = "CR"
"""The side of a balance (*5,000.00 CR*) and no crore, which nobody writes in capitals."""
_HOURS = "h"
"""What figures of hours end with, whose unit is none of money: *80h*, *1,5 H*."""
_DONGS = frozenset(["đ", "đồng", "vnđ", "vnd", "dong", "₫"])
_WHOLE = _DONGS | {"rp", "idr", "rupiah", "₩", "krw", "원", "jpy", "円"}
"""Currencies of which parts are no longer paid."""


def read_figure(cell: GridCell | None, notation: Notation) -> Figure:
    """What a cell says where a figure is looked for."""
    if cell is None:
        return BLANK
    if cell.kind is Kind.NUMBER:
        return Figure(What.PERCENT if "%" in cell.format else What.FIGURE, Decimal(cell.text))
    if cell.kind is Kind.TEXT:
        return read_text(cell.text, notation)
    return Figure(_NO_FIGURE[cell.kind], mark=cell.text)


def read_text(text: str, notation: Notation) -> Figure:
    """The figure that a text states; digits below each other are several figures, and no groups of one."""
    if _GROUPED(text) and len(text) <= LONGEST and (value := value_of(text, notation)) is not None:
        return Figure(What.FIGURE, value)  # as most are, and quick to tell
    if text.endswith(")") and (match := _COMPARED(text)):
        beside = read_text(match["figure"], notation)
        return beside if beside.value is None else beside._replace(rough=True, mark=" ".join(text.split()))
    if "\n" in text and sum(any(map(str.isdigit, line)) for line in text.split("\n")) > 1:
        return Figure(What.TEXT, mark=" ".join(text.split()))
    return _of_any(text, notation)


def period_of(text: str) -> str | None:
    """What a figure is paid for each of, in English.

    >>> period_of("$115 / tháng"), period_of("115/mo"), period_of("7.380€/Jahr"), period_of("$115")
    ('month', 'month', 'year', None)
    """
    match = _PERIOD.search(text.strip()) if "/" in text else None
    return match.lastgroup if match else None


def _of_any(text: str, notation: Notation) -> Figure:
    """The figure that a text of any form states."""
    if not (text.isascii() and text.isdecimal()):
        text = RAISED.sub("", GROUP_MARK.sub(",", text))
        # Digits that are raised, in circles, or fractions of their own, which NFKC would make plain.
        if not text.isascii() and any(unicodedata.category(sign) == "No" for sign in text):
            return Figure(What.TEXT, mark=text)
        text = _TEXT_MARK.sub("", _SPACES.sub(" ", unicodedata.normalize("NFKC", text)).strip()).translate(_AS_TYPED)
    if PLAIN(text) and len(text) < LONGEST:
        return Figure(What.FIGURE, Decimal(text)) if text == "0" or text[0] != "0" else Figure(What.TEXT, mark=text)
    if not text:
        return BLANK
    if is_power(text):
        return Figure(What.FIGURE, Decimal(text.replace(",", ".")))
    if is_mark(text) or is_nothing(text):
        return Figure(What.BLANK, mark=text)
    short = len(text) <= LONGEST or ((match := _REMARK(text)) and len(match["figure"]) <= LONGEST)
    return _of_text(text, notation) if short else Figure(What.TEXT, mark=text)


def is_nothing(text: str) -> bool:
    """Whether a text is a dash and says of what there is nothing, or why; workbooks show nought so (``$ -``)."""
    found = _NOTHING(text)
    names = filter(None, found.groups()) if found else ()
    return bool(found) and all(name not in NEVER_BEFORE and name.lower() in _BY_DASH for name in names)


def _of_text(text: str, notation: Notation) -> Figure:
    """The figure of a text that is no bare number: with a unit, a sign, words that make it rough."""
    text = _SHARE.sub("", text if text.isascii() else _ORNAMENT.sub("", text))
    text = _RAND.sub(r"\1ZAR ", text) if "R" in text else text
    bare = STAR.sub("", NOTE.sub("", _CLOSED.sub("", text)))
    exact = bare[len(match[0]) :] if (match := _ROUGHLY.match(bare)) else bare
    if (match := _IN_BRACKETS(exact)) and _is_unit(match["unit"]):
        exact = bare = f"{match['figure']} {match['unit']}"
    found = _of_core(_CORE(_PERIOD.sub("", _EACH.sub(r"\1", exact))), notation, text)
    remark = _REMARK(exact) if found.what is What.TEXT else None
    if remark is not None:
        with_remark = _of_core(_CORE(_PERIOD.sub("", remark["figure"].strip())), notation, text)
        found = with_remark if with_remark.unit or with_remark.value == 0 or _OF_MONEY(remark["figure"]) else found
    if found.value is None or (exact == bare and remark is None):
        return found
    return found._replace(rough=True, mark=text)


def _of_core(match: re.Match[str] | None, notation: Notation, text: str) -> Figure:
    if match is None or bool(match["open"]) != bool(match["close"]):
        return Figure(What.TEXT, mark=text)
    return _figure(match, notation, text)


def _figure(match: re.Match[str], notation: Notation, text: str) -> Figure:
    digits = match["digits"].strip()
    named = (match[name] for name in ("first", "before", "after"))
    said = [unit.strip(" .").replace("F CFA", "FCFA") for unit in named if unit and unit != "%"]
    written = [] if said == [match["after"]] and said[0].lower() == _HOURS else _of_multiple(said)
    labelled = (match["before"] or "").rstrip(".") in NEVER_BEFORE or (match["after"] or "").strip() == _CREDIT
    if labelled or not all(map(_is_unit, written)) or len(digits) != len(digits.rstrip(".,")):
        return Figure(What.TEXT, mark=text)
    # Of a currency without parts, as đồng, neither ``102.000 đ`` nor ``102,000 VND`` is ever 102.
    group = any(unit.lower() in _WHOLE for unit in written) and ONE_GROUP(digits)
    value = Decimal(digits.replace(group[1], "")) if group else value_of(digits, notation)
    if value is None and match["after"] == "%" and not ONE_GROUP(digits):
        value = value_of(digits, notation.other)  # what another program worked out
    if value is None:
        what = What.TWO_READINGS if ONE_GROUP(digits) or "'" in digits else What.TEXT
        return Figure(what, mark=text)
    signs = sum(match[name] not in (None, "+") for name in ("sign", "sign2", "open", "late"))
    if signs > 1 or (match["sign"] and match["sign2"]):
        return Figure(What.TEXT, mark=text)
    what = What.PERCENT if match["after"] == "%" else What.FIGURE
    return Figure(what, -value if signs else value, unit=written[0] if written else "")


def _of_multiple(written: list[str]) -> list[str]:
    """The units that a figure is said to be in, with a multiple of a currency (``$1.5M``, ``2 bn EUR``) as one; a
    multiple alone (``10 million``) is of that of the table, but not a letter, which may be any unit."""
    words = _GLUED.sub(" ", " ".join(written).lower().replace(".", " ")).split()
    times = [word for word in words if word in MULTIPLES]
    money = [word for word in words if word not in MULTIPLES]
    if len(times) != 1 or len({*money}) > 1 or (not money and len(times[0]) == 1):
        return written
    known = not money or money[0] in _CURRENCIES or money[0] in _DONGS
    return [" ".join((MULTIPLES[times[0]][0], *money[:1]))] if known else written


def _is_unit(written: str) -> bool:
    """Whether all words are units of money; without diacritics they are taken as typed so."""
    words = written.lower().split()
    words = words[1:] if words and words[0] in _NAMED else words
    return all(word in _ACCENTED or word in WORDS or (word in _UNIT_WORDS and plain(word) == word) for word in words)
