"""The figures of a table, read exactly from its cells: numbers, and numbers that were typed as text.

A figure is a ``Decimal`` of every digit that stands there. Text is read in the notation of the table, ``1.234,5`` (vi)
or ``1,234.5`` (en), which is found from the figures that can be read one way only.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from math import ulp
from typing import NamedTuple

from sxtdbv_cli.model.choices import Numbers
from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.currencies import CODES, SHORT, SIGNS

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
_MARK = re.compile(r"[-–—−_]+|[.…\s]*[.…][.…\s]*|[xX]|0?-+0?").fullmatch
is_power = re.compile(r"-?[1-9]\.\d+E\d{1,2}").fullmatch
"""A number as programs write it in full (``4.721540379E7``); what spreadsheets write (``4.72E+07``) was cut."""
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_SIGN = f"[{''.join(SIGNS)}]"
_CORE = re.compile(
    rf"(?P<sign>[-+−–])?\s*(?P<first>{_SIGN})?\s*(?P<open>\()?\s*(?P<before>[^\W\d_]{{1,5}}[/$]?|{_SIGN})?\s*(?P<sign2>[-−–])?\s*"
    rf"(?P<digits>\d[\d.,' ]*|[.,]\d+)\s*(?P<after>%|{_SIGN}|[^\W\d_][^\d()%/]{{0,20}})?\s*(?P<close>\))?(?P<late>-)?"
).fullmatch
_PERIOD = re.compile(r"\s*/\s*(tháng|năm|quý|tuần|ngày|months?|mo|years?|yr|quarter|weeks?|wk|days?)$", re.IGNORECASE)
"""What a figure is paid for each of: ``$115 / tháng``."""
_ROUGHLY = re.compile(r"[~≈≃]\s*(?=\S)")
_REMARK = re.compile(r"(?P<figure>.*\d)\s*\([^()\d]*[^\W\d_]{2}[^()\d]*\)").fullmatch
"""A figure with words in brackets behind it."""
_ORNAMENT = re.compile(r"(?<=\d)\s*[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]+$")
"""Ticks, warning signs and the like."""
_RAISED = re.compile(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?=\s*$)")
"""The number of a footnote behind a figure."""
_STAR = re.compile(r"(?<=\d)\s*(?:\*{1,3}|\(\*{1,3}\))$")
"""The star of a footnote behind a figure."""
_NOTE = re.compile(r"(?<=\d)\s?(?:\([1-9]\)|\[[1-9]\])$")
"""The number of a footnote in brackets behind a figure."""
_TEXT_MARK = re.compile(r"^['’](?=[-+(]?\d)")
"""What makes a workbook keep a figure as text; files of other programs show it."""
_DIGITS = re.compile(r"[\d.,+\-]*").fullmatch
_RUN = re.compile(r"\d[\d.,]*")
_THREE = re.compile(r"\d{3}(?:[.,]\d*)?").fullmatch
_DAMAGED = re.compile(r"(?<=[\d.,])[oOlI|]|[oOlI|](?=[\d.,])").search
"""Letters that look like digits, where digits stand."""
_PLAIN = re.compile(r"[0-9]+").fullmatch
_VI_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?").fullmatch
_EN_GROUPS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?").fullmatch
"""``1,234,567.8``, or as India groups: ``12,34,567.8``."""
_SPACE_GROUPS = re.compile(r"[1-9]\d{0,2}(?:[ ']\d{3})+(?:[.,]\d+)?").fullmatch
_DECIMAL = re.compile(r"(\d*)([.,])(\d+)").fullmatch
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}([.,])\d{3}").fullmatch
_UNIT_WORDS = frozenset(
    [
        *("d", "dong", "vnd", "trieu", "ty", "ti", "nghin", "ngan", "tr", "rs", "rm"),
        *SIGNS,
        *SHORT,
        *map(str.lower, CODES),
    ]
)
_ACCENTED = frozenset(["đ", "đồng", "vnđ", "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "trđ", "trđồng"])
"""Units with their diacritics: *5 dòng* are lines, no đồng."""
_DONGS = frozenset(["đ", "đồng", "vnđ", "vnd", "dong", "₫"])
_NOISE_DIGITS, _NOISE_ULPS = 13, 4
_NEAR = 10
"""A figure is of the size of others where it is no more than so many times smaller or larger."""


class Notation(NamedTuple):
    """How figures typed as text are to be read: ``decimal`` is the decimal sign, None where nothing shows it."""

    decimal: str | None
    why: str = ""


_DONG_NOTATION = Notation(",", "đồng")


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
    """The figure that a text states."""
    if not (text.isascii() and text.isdecimal()):
        text = _RAISED.sub("", text)
        if _has_odd_digits(text):
            return Figure(What.TEXT, mark=text)
        text = _TEXT_MARK.sub("", _SPACES.sub(" ", unicodedata.normalize("NFKC", text)).strip()).replace("’", "'")
    if _PLAIN(text) and len(text) < LONGEST:
        return Figure(What.FIGURE, Decimal(text)) if text == "0" or text[0] != "0" else Figure(What.TEXT, mark=text)
    if not text:
        return BLANK
    if is_power(text):
        return Figure(What.FIGURE, Decimal(text))
    if _MARK(text):
        return Figure(What.BLANK, mark=text)
    return _of_text(text, notation) if len(text) <= LONGEST else Figure(What.TEXT, mark=text)


def _bare(text: str) -> str:
    """A text without the marks of footnotes; nothing where its digits are damaged or those of several figures: they say
    nothing of how the others are written."""
    if _DIGITS(text):
        return text
    text = _STAR.sub("", _NOTE.sub("", _RAISED.sub("", text).strip()))
    _, *others = _RUN.findall(text) or [""]
    return "" if _DAMAGED(text) or not all(map(_THREE, others)) else text


def _has_odd_digits(text: str) -> bool:
    """Whether a text has digits that are raised, in circles, or fractions of their own, which NFKC would make plain."""
    return not text.isascii() and any(unicodedata.category(sign) == "No" for sign in text)


def _of_text(text: str, notation: Notation) -> Figure:
    """The figure of a text that is no bare number: with a unit, a sign, words that make it rough."""
    bare = _STAR.sub("", _NOTE.sub("", text if text.isascii() else _ORNAMENT.sub("", text)))
    exact = bare[len(match[0]) :] if (match := _ROUGHLY.match(bare)) else bare
    found = _of_core(_CORE(_PERIOD.sub("", exact)), notation, text)
    remark = _REMARK(exact) if found.what is What.TEXT else None
    if remark is not None:
        with_remark = _of_core(_CORE(remark["figure"]), notation, text)
        found = with_remark if with_remark.unit else found
    if found.value is None or (exact == bare and remark is None):
        return found
    return found._replace(rough=True, mark=text)


def _of_core(match: re.Match[str] | None, notation: Notation, text: str) -> Figure:
    if match is None or bool(match["open"]) != bool(match["close"]):
        return Figure(What.TEXT, mark=text)
    return _figure(match, notation, text)


def _figure(match: re.Match[str], notation: Notation, text: str) -> Figure:
    digits = match["digits"].strip()
    written = [unit.strip(" .") for name in ("first", "before", "after") if (unit := match[name]) and unit != "%"]
    if not all(map(_is_unit, written)) or len(digits) != len(digits.rstrip(".,")):
        return Figure(What.TEXT, mark=text)
    value = _value(digits, _DONG_NOTATION if any(map(_is_dong, written)) and _ONE_GROUP(digits) else notation)
    if value is None:
        what = What.TWO_READINGS if _ONE_GROUP(digits) else What.TEXT
        return Figure(what, mark=text)
    signs = sum(bool(match[name]) for name in ("open", "sign2", "late")) + (match["sign"] not in (None, "+"))
    if signs > 1:
        return Figure(What.TEXT, mark=text)
    what = What.PERCENT if match["after"] == "%" else What.FIGURE
    return Figure(what, -value if signs else value, unit=written[0] if written else "")


def _is_unit(written: str) -> bool:
    """Whether all words are units of money; without diacritics they are taken as typed so."""
    words = written.lower().split()
    return all(word in _ACCENTED or (word in _UNIT_WORDS and plain(word) == word) for word in words)


def _is_dong(written: str) -> bool:
    """Whether a unit is the đồng itself, which has no parts: ``102.000 đ`` is no 102 whatever other figures say."""
    return written.lower() in _DONGS


def period_of(text: str) -> str:
    """What a figure typed as text is paid for each of (*tháng*, *year*), in lower case; empty where it says nothing."""
    match = _PERIOD.search(text)
    return match[1].lower() if match else ""


def _value(digits: str, notation: Notation) -> Decimal | None:  # noqa: PLR0911
    """The value of digits with their signs for groups and decimals; None where they can be read two ways or none."""
    if _PLAIN(digits):
        return Decimal(digits) if digits == "0" or digits[0] != "0" else None
    if _ONE_GROUP(digits):
        if notation.decimal is None:
            return None
        return Decimal(digits.replace(",", ".") if notation.decimal in digits else re.sub("[.,]", "", digits))
    for form, decimal in ((_VI_GROUPS, ","), (_EN_GROUPS, ".")):
        if form(digits):
            whole, _, fraction = digits.partition(decimal)
            return Decimal(re.sub("[.,]", "", whole) + ("." + fraction if fraction else ""))
    if _SPACE_GROUPS(digits):
        return Decimal(re.sub("[ ']", "", digits).replace(",", "."))
    if match := _DECIMAL(digits):
        whole, sign, fraction = match.groups()
        if len(whole) > 1 and whole[0] == "0":
            return None
        # Nothing but the notation of the table may make decimals of what the other notation writes in groups.
        return Decimal(f"{whole or '0'}.{fraction}") if notation.decimal in (None, sign) else None
    return None


def find_notation(texts: Iterable[str], stated: Numbers | None = None) -> Notation:
    """The notation of a table, from the texts that can be read one way only, or from three or more of one form.

    Three figures and more that all have exactly three digits behind the sign are groups: decimals would vary.
    """
    if stated is not None:
        return Notation("," if stated is Numbers.VI else ".", "stated")
    votes: set[str] = set()
    groups: dict[str, set[str]] = {",": set(), ".": set()}
    for text in texts:
        digits = _digits(_bare(text))
        if match := _ONE_GROUP(digits):
            groups[match[1]].add(digits)
        else:
            votes |= {_vote(digits)} - {""}
    if len(votes) == 1:
        return Notation(votes.pop(), "forms")
    if votes:
        return Notation(None, "both")
    for sign, other in ((".", ","), (",", ".")):
        if len(groups[sign]) >= 3 and not groups[other]:
            return Notation(other, "groups")
    return Notation(None)


def _digits(text: str) -> str:
    """The digits of a text with their signs."""
    return re.sub(r"[^\d.,]", "", text).strip(".,")


def decimals_in(texts: Iterable[str], sign: str) -> tuple[set[int], list[str]]:
    """How many decimals figures show behind a sign where that is no sign of groups; and the figures where it may be
    one: a single group of three digits."""
    widths: set[int] = set()
    single = []
    for text in texts:
        digits = _digits(_bare(text))
        match = _ONE_GROUP(digits)
        if match and match[1] == sign:
            single.append(text)
        elif sign in digits and _vote(digits) == sign:
            widths.add(len(digits.rpartition(sign)[2]) if digits.count(sign) == 1 else 0)
    return widths - {0}, single


def by_size(texts: Iterable[str], numbers: Sequence[str]) -> Notation:
    """The notation of a few figures typed as text among numbers that have no decimals, where one reading alone is of
    their size: ``850.000`` among 1200000 and 7410000 is no 850."""
    values = [Decimal(text) for text in numbers if text not in ("0", "0.0")]
    whole = len(values) >= 3 and all(value == value.to_integral_value() for value in values)
    groups = [match for text in texts if (match := _ONE_GROUP(re.sub(r"[^\d.,]", "", text).strip(".,")))]
    signs = {match[1] for match in groups}
    if not whole or not groups or len(signs) > 1:
        return Notation(None)
    least, most = min(map(abs, values)), max(map(abs, values))
    read = [(Decimal(match[0].replace(match[1], "")), Decimal(match[0].replace(",", "."))) for match in groups]
    sized = all(least <= _NEAR * group and group <= _NEAR * most and decimal < least for group, decimal in read)
    return Notation("," if signs == {"."} else ".", "size") if sized else Notation(None)


def _vote(digits: str) -> str:
    """The decimal sign of digits that can be read one way only; empty where they say nothing."""
    if _VI_GROUPS(digits):
        return ","
    if _EN_GROUPS(digits):
        return "."
    match = _DECIMAL(digits)
    return match[2] if match else ""


def without_noise(value: Decimal) -> Decimal:
    """A binary number without what is provably noise of its arithmetic: 0.30000000000000004 is 0.3.

    It is noise where a decimal of at most 13 digits lies within a few units in the last place of the binary number
    (chance alone does that once in a hundred times); any other figure stays as it is.
    """
    digits = value.as_tuple()
    if len(digits.digits) <= _NOISE_DIGITS + 1 or int(digits.exponent) >= 0:
        return value
    near = Decimal(f"{value:.{_NOISE_DIGITS - 1}e}")
    within = Decimal(ulp(float(value))) * _NOISE_ULPS
    return _tidy(near) if abs(near - value) <= within else value


def _tidy(value: Decimal) -> Decimal:
    """Without zeros at the end, and never with an exponent above nought."""
    found = value.normalize()
    return found if int(found.as_tuple().exponent) <= 0 else found.quantize(Decimal(1))


def decimals_of(value: Decimal) -> int:
    """How many decimals a figure shows; zeros at the end do not count."""
    return max(0, -int(_tidy(value).as_tuple().exponent))
