"""How a table writes figures as text, ``1.234,5`` (vi) or ``1,234.5`` (en), by those that can be read one way only."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from sxtdbv_cli.model.choices import Numbers
from sxtdbv_cli.text.saying import Late

RAISED = re.compile(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?=\s*$)")
"""The number of a footnote behind a figure."""
STAR = re.compile(r"(?<=[^\W_])\s*(?:\*{1,3}|\(\*{1,3}\))$")
"""The star of a footnote behind a figure, or its unit."""
NOTE = re.compile(r"(?<=\d)\s?(?:\([1-9]\)|\[[1-9]\])$|^\s*\([1-9]\)\s+(?=\d[\d.,]+$)")
"""The number of a footnote in brackets behind a figure, or before it."""
_ASIDE = Late(r"(?<=[^\W\d_])\s*\([^()]*\)\s*$")
"""A remark in brackets behind a unit: ``1.450 tỷ đồng (58 triệu USD)``."""
DAMAGED = Late(r"(?<=[\d.,])[oOlI|]|[oOlI|](?=[\d.,])").search
"""Letters that look like digits, where digits stand."""
PLAIN = re.compile(r"[0-9]+").fullmatch
WHOLE = Late(r"([1-9][0-9]*)(?:\s*[^\d.,]+)?").fullmatch
"""Whole digits, and the unit behind them."""
ONE_GROUP = re.compile(r"[1-9]\d{0,2}([.,])\d{3}").fullmatch
_DIGITS = re.compile(r"[\d.,+\-]*").fullmatch
_RUN = re.compile(r"\d[\d.,]*")
_THREE = re.compile(r"\d{3}(?:[.,]\d*)?").fullmatch
_VI_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?").fullmatch
_EN_GROUPS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?").fullmatch
"""``1,234,567.8``, or as India groups: ``12,34,567.8``."""
_SPACE_GROUPS = Late(r"[1-9]\d{0,2}(?:[ ']\d{3})+(?:[.,]\d+)?").fullmatch
_SWISS = Late(r"[1-9]\d{0,2}(?:['’]\d{3})+([.,])\d{3}").fullmatch
"""Groups, and three digits behind a sign, which may be one more (``2'168.000``)."""
_APOSTROPHES = Late(r"[^\d'’]*[1-9]\d{0,2}(?:['’]\d{3})+[^\d'’]*").fullmatch
_DECIMAL = re.compile(r"(\d*)([.,])(\d+)").fullmatch
GROUP_MARK = re.compile(r"(?<=\d)、(?=\d{3})")
"""The comma of Japanese texts between digits."""
FORMS = "forms"
"""Why a notation is taken: figures have forms that can be read one way only."""
SEVERAL = 3
_HUNDRED = 100
_NEAR = 10
"""A figure is of the size of others where it is no more than so many times smaller or larger."""


class Notation(NamedTuple):
    """How figures typed as text are to be read: ``decimal`` is the decimal sign, None where nothing shows it."""

    decimal: str | None
    why: str = ""

    @property
    def other(self) -> "Notation":
        """The notation that sets off thousands with this one's decimal sign."""
        return Notation(None if self.decimal is None else "." if self.decimal == "," else ",", "groups")


def _bare(text: str) -> str:
    """A text without the marks of footnotes; nothing where its digits are damaged or those of several figures: they say
    nothing of how the others are written."""
    if _DIGITS(text):
        return text
    text = _ASIDE.sub("", STAR.sub("", NOTE.sub("", RAISED.sub("", GROUP_MARK.sub(",", text)).strip())))
    _, *others = _RUN.findall(text) or [""]
    return "" if DAMAGED(text) or not all(map(_THREE, others)) else text


def value_of(digits: str, notation: Notation) -> Decimal | None:  # noqa: PLR0911
    """The value of digits with their signs for groups and decimals; None where they can be read two ways or none."""
    if PLAIN(digits):
        return Decimal(digits) if digits == "0" or digits[0] != "0" else None
    if ONE_GROUP(digits):
        if notation.decimal is None:
            return None
        return Decimal(digits.replace(",", ".") if notation.decimal in digits else re.sub("[.,]", "", digits))
    for form, decimal in ((_VI_GROUPS, ","), (_EN_GROUPS, ".")):
        if form(digits):
            whole, _, fraction = digits.partition(decimal)
            return Decimal(re.sub("[.,]", "", whole) + ("." + fraction if fraction else ""))
    if (match := _SWISS(digits)) and notation.decimal != match[1]:
        return Decimal(re.sub("[.,']", "", digits)) if notation.decimal else None
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

    Three figures and more that all have exactly three digits behind the sign are groups: decimals would vary. What
    percentages look like does not count where figures of several groups tell: another program may have worked them out.
    """
    if stated is not None:
        return Notation("," if stated is Numbers.VI else ".", "stated")
    votes: set[str] = set()
    shares: set[str] = set()
    several = False
    texts = [*texts]
    whole = {text for text in texts if ("'" in text or "’" in text) and _APOSTROPHES(text)}
    swiss = {text for text in texts if ("'" in text or "’" in text) and _SWISS(text.strip())}
    if len(whole) >= SEVERAL or len(swiss) < SEVERAL:  # three digits behind a sign are one more group, or say nothing
        texts = [text for text in texts if text not in swiss]
    groups: dict[str, set[str]] = {",": set(), ".": set()}
    for text in texts:
        digits = _digits(_bare(text))
        if match := ONE_GROUP(digits):
            groups[match[1]].add(digits)
        else:
            (shares if text.endswith("%") else votes).update({_vote(digits)} - {""})
            several = several or digits.count(".") > 1 or digits.count(",") > 1
    votes |= set() if several and votes else shares
    if len(votes) == 1:
        return Notation(votes.pop(), FORMS)
    if votes:
        return Notation(None, "both")
    for sign, other in ((".", ","), (",", ".")):
        if len(groups[sign]) >= (1 if len(whole) >= SEVERAL else SEVERAL) and not groups[other]:
            return Notation(other, "groups")
    return Notation(None)


def are_groups(texts: Iterable[str], notation: Notation) -> bool:
    """Whether the figures of a column are groups of thousands behind the decimal sign of the table: three and more of
    them, whole figures beside them, and nothing else: ``2.880`` and ``96`` beside ``$6.51``."""
    groups, whole = set(), False
    for text in texts if notation.why == FORMS else ():
        digits = _digits(_bare(text))
        match = ONE_GROUP(digits)
        if match and match[1] == notation.decimal:
            groups.add(digits)
        elif PLAIN(digits):
            whole = True
        else:
            return False
    return whole and len(groups) >= SEVERAL


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
        match = ONE_GROUP(digits)
        if match and match[1] == sign:
            single.append(text)
        elif sign in digits and _vote(digits) == sign:
            widths.add(len(digits.rpartition(sign)[2]) if digits.count(sign) == 1 else 0)
    return widths - {0}, single


def by_size(texts: Iterable[str], numbers: Sequence[str]) -> Notation:
    """The notation of a few figures typed as text among numbers that have no decimals, where one reading alone is of
    their size: ``850.000`` among 1200000 and 7410000 is no 850; nor is ``7.350`` 7.35 among whole figures of up to
    three digits, for nobody adds a 0 to decimals where others have none."""
    values = [Decimal(text) for text in numbers if text not in ("0", "0.0")]
    whole = len(values) >= 3 and all(value == value.to_integral_value() for value in values)
    groups = [match for text in texts if (match := ONE_GROUP(re.sub(r"[^\d.,]", "", text).strip(".,")))]
    signs = {match[1] for match in groups}
    if not whole or not groups or len(signs) > 1:
        return Notation(None)
    least, most = min(map(abs, values)), max(map(abs, values))
    read = [(Decimal(match[0].replace(match[1], "")), Decimal(match[0].replace(",", "."))) for match in groups]
    sized = all(least <= _NEAR * group and group <= _NEAR * most and decimal < least for group, decimal in read)
    ended = _HUNDRED <= most < 10 * _HUNDRED and any(match[0].endswith("0") for match in groups)
    sized |= ended and all(decimal < least for _, decimal in read)
    return Notation("," if signs == {"."} else ".", "size") if sized else Notation(None)


def beside(rows: Iterable[Sequence[str]]) -> bool:
    """Whether figures with three digits behind their sign are decimals by what stands beside them: on three rows and
    more, and on each that has plain figures too, they are about as large as those in that reading alone: ``118,245``
    beside ``120``."""
    told = 0
    for texts in rows:
        plain = [int(text) for text in texts if PLAIN(text) and int(text)]
        grouped = [Decimal(text.replace(",", ".")) for text in texts if ONE_GROUP(text)]
        if plain and grouped:
            if not all(any(one <= 2 * value and value <= 2 * one for value in plain) for one in grouped):
                return False
            told += 1
    return told >= 3


def _vote(digits: str) -> str:
    """The decimal sign of digits that can be read one way only; empty where they say nothing."""
    if _VI_GROUPS(digits):
        return ","
    if _EN_GROUPS(digits):
        return "."
    match = _DECIMAL(digits)
    return match[2] if match else ""
