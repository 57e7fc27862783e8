"""The unit of a table: stated above it (``ĐVT: triệu đồng``), in its headings, or with its figures."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.model.units import dong_scale, plain
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.units.abroad import abroad
from sxtdbv_cli.tables.units.money import CODES, MULTIPLES, SHORT, SIGNS, WORDS, in_dong, money_of, multiple_in
from sxtdbv_cli.tables.view import View

_STATED = re.compile(
    r"(?:\b[dđ]\.?\s*v(?=\s*:)|\bd\.?\s*v\.?\s*t|\bđ\.?\s*v\.?\s*t|\b[dđ]\.?\s*v\.?\s*t[ií]nh|[đð]ơn\s+vị(?:\s+tính)?|don\s+vi(?:\s+tinh)?|\bunits?|\bcurrency|"
    r"amounts?\s+in|\bin)"
    r"\s*(?::|\b(?=thousand|million|usd|vnd|eur|us\b))\s*(?P<unit>[^;()\n]{1,40})",
    re.IGNORECASE,
)
_DONG = re.compile(
    r"(?:(?:(?:nghìn|ngàn)\s+t[ỷỉ]|nghìn|ngàn|triệu|tỷ|tỉ|1[.,]?000(?:[.,]?000){0,2})\s*)?(?:đồng|vnđ|vnd)\b|tr\.?\s?đ(?:ồng)?\b(?!\s*:)|(?:1\.?000|nghìn|ngàn)\s?đ\b",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"[\W_]*({_DONG.pattern})[\W_]*", re.IGNORECASE).fullmatch
_BARE = {
    **dict.fromkeys(("trieu", "tr"), "triệu đồng"),
    **dict.fromkeys(("nghin", "ngan"), "nghìn đồng"),
    **dict.fromkeys(("ty", "ti"), "tỷ đồng"),
    **dict.fromkeys(("d", "dong", "vnd"), "đồng"),
}
"""Units without their *đồng*, and that alone."""
_SIGNS = {**SIGNS, **SHORT, **dict.fromkeys(("đ", "vnđ", "vnd"), "đồng")}
_CODE = {code.lower(): code for code in CODES} | WORDS
_SYMBOL = re.compile(
    rf"(?<!\w)(?i:{'|'.join(map(re.escape, SHORT))})|(?<![A-Za-z])[{''.join(SIGNS)}]|\b(?:{'|'.join(sorted(CODES))})\b"
)


class Stated(NamedTuple):
    """A unit and the cell that states it; ``others`` are other units that are stated too, ``shown`` is the one that
    number formats show of figures in đồng."""

    name: str | None
    at: Position | None = None
    others: tuple[str, ...] = ()
    shown: str | None = None


def is_unit(text: str) -> bool:
    """Whether a text is a unit of the đồng family and nothing else: *(Triệu đồng)*."""
    return bool(_ALONE(text)) or dong_scale(text.strip(" ()")) is not None


def unit_said(text: str) -> str | None:
    """The unit that a text states and nothing else; None where it says more."""
    match = _STATED.match(text.strip(" ()"))
    return _money(match["unit"], plain(match[0])) if match else None


def find_unit(
    view: View, block: Block, headings: Sequence[str], units: Iterable[str], formats: Iterable[str]
) -> Stated:
    """The unit of a table: of the statement nearest above it, else of its headings, else of all its figures, else of
    its title; what the title says otherwise is another.

    ``units`` are those attached to figures, ``formats`` the number formats of the amounts.
    """
    found, title = _below_title(view, block, headings, units, formats), _from_title(view, block)
    if found is None or title.name is None:
        return found or title
    scales = {dong_scale(name) for name in (found.name or "", title.name)}
    return found if None in scales or len(scales) == 1 else found._replace(others=(*found.others, title.name))


def _below_title(
    view: View, block: Block, headings: Sequence[str], units: Iterable[str], formats: Iterable[str]
) -> Stated | None:
    """The unit that anything but the title states."""
    for row in range(block.body - 1, max(-1, block.header - 12), -1):
        for column in range(view.width - 1, -1, -1):
            match = _STATED.search(view.text(row, column))
            if match and (name := _money(match["unit"], plain(match[0]))):
                return Stated(name, (row, column))
            if row < block.header and (alone := _ALONE(view.text(row, column))) and (name := unit_name(alone[1])):
                return Stated(name, (row, column))
            if row < block.header and (name := abroad(view.text(row, column))):
                return Stated(name, (row, column))
    found = [name for heading in headings if (name := heading_unit(heading))]
    found = found or [match[0].strip(" ()") for heading in headings if (match := multiple_in(heading))]
    found = found or _symbols(headings)
    written = [money_of(name) for unit in units if (name := unit_name(unit)) and name not in MULTIPLES]
    for names in (found, written, _symbols(formats)):
        counted = Counter(names).most_common()
        if counted:
            return Stated(counted[0][0], None, tuple(name for name, _ in counted[1:]))
    return None


def heading_unit(heading: str) -> str | None:
    """The unit of the đồng family that a heading names; None if it names none. *Đồng* is a word of many others (*hợp
    đồng*, *cộng đồng*): alone it is a unit only in brackets, or behind a comma or a colon."""
    bracketed = (in_dong(said) or _BARE.get(plain(said)) for said in _BRACKETS(heading))
    if name := next(filter(None, bracketed), None):
        return name
    for match in _DONG.finditer(heading):
        if not match[0].lower().startswith("đồng") or re.search(r"[,:;(–-]\s*$", heading[: match.start()]):
            return unit_name(match[0])
    return None


_BRACKETS = re.compile(r"\(([^()]{1,30})\)").findall


def _money(text: str, whole: str) -> str | None:
    """A unit that is stated as one: whatever is called *ĐVT*, else money only (*Đơn vị: Sở Tài chính* is none)."""
    name = unit_name(text)
    if name is None or dong_scale(name) is not None or re.match(r"d\.? ?v\.? ?t|don vi tinh", whole):
        return name
    return name if re.search(r"\b[A-Z]{3}\b|dollar|pound|euro|thousand|million|billion", name) else None


def _symbols(formats: Iterable[str]) -> list[str]:
    return [
        _SIGNS.get(match[0].lower(), match[0]) for code in formats if (match := _SYMBOL.search(code.replace('"', "")))
    ]


def currency_in(heading: str) -> str | None:
    """The currency that a heading names by its sign or code: USD for *triệu USD*; None if it names none, or đồng."""
    found = [name for name in _symbols([heading]) if dong_scale(name) is None]
    return found[0] if found else None


def _from_title(view: View, block: Block) -> Stated:
    """A unit in brackets in the title above a table, ``DỰ TOÁN CHI (triệu đồng)``, or in a cell of its own: £000."""
    for row in range(block.header - 1, max(-1, block.header - 12), -1):
        for column in range(view.width):
            text = view.text(row, column)
            if (match := multiple_in(text)) and match[0] == text.strip(" ()"):
                return Stated(match[0], (row, column))
            if match := re.search(r"\(([^()]{2,30})\)", text):
                name = unit_name(match[1])
                if name and (dong_scale(name) is not None or _SYMBOL.fullmatch(name)):
                    return Stated(name, (row, column))
    return Stated(None)


def _multiple(text: str) -> str | None:
    """A multiple of a currency as figures name it: *million $* is million USD."""
    times, _, money = text.lower().partition(" ")
    code = _SIGNS.get(money) or _CODE.get(money)
    return f"{times} {code}" if times in MULTIPLES and code else None


def unit_name(text: str) -> str | None:
    """A unit as plans name it: of the đồng family, a currency, or what is written; None where that says nothing."""
    text = " ".join(text.split()).strip(" .:*_-")
    if not text:
        return None
    if dong_scale(text) is not None:
        return text if text.upper() in ("VND", "VNĐ") else text.lower()
    if name := in_dong(text):
        return name
    if found := _BARE.get(plain(text)) or _SIGNS.get(text.lower()) or _multiple(text):
        return found
    if match := _DONG.match(text):
        return unit_name(match[0]) if match[0] != text else None
    return text if len(text) <= 30 else None
