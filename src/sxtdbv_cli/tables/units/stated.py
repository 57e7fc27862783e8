"""Units as texts state them: ``ĐVT: triệu đồng``, a heading, the sign of a currency."""

import re
from collections.abc import Iterable

from sxtdbv_cli.model.units import dong_scale, plain
from sxtdbv_cli.tables.units.money import CODES, MULTIPLES, SHORT, SIGNS, WORDS, in_dong, zeros_of
from sxtdbv_cli.text.saying import kept

_STATED = re.compile(
    r"(?:\b[dđ]\.?\s*v(?=\s*:)|\bd\.?\s*v\.?\s*t|\bđ\.?\s*v\.?\s*t|\b[dđ]\.?\s*v\.?\s*t[ií]nh|[đð]ơn\s+vị(?:\s+tính|\s+tiền(?:\s+tệ)?)?|don\s+vi(?:\s+tinh)?|\bunits?|\bcurrency|"
    r"amounts?\s+in|\bin|tính\s+bằng|単位)"
    r"\s*(?:[:：]|là\s|[(（](?=[百千万億]*円)|\b(?=thousand|million|billion|usd|vnd|eur|us\b|(?:ngh[iì]n|ng[aà]n|tri[eệ]u|t[yỷiỉ])\s+[dđ][oồ]ng)|"
    r"(?=\s[$£€] ?['’`]?(?:000s?\b|mn?\b|bn\b|k\b)))\s*(?P<unit>[^;()（）\n]{1,40})(?P<times>\([^()\n]{1,15}\))?",
    re.IGNORECASE,
)
_DONG = re.compile(
    r"(?:(?:(?:nghìn|ngàn)\s+t[ỷỉ]|nghìn|ngàn|triệu|tỷ|tỉ|1[.,]?000(?:[.,]?000){0,2})\s*)?(?:đồng|vnđ|vnd)\b|tr\.?\s?đ(?:ồng)?\b(?!\s*:)|(?:1\.?000|nghìn|ngàn)\s?đ\b",
    re.IGNORECASE,
)
_TIMES = r"thous(?:and)?s?|mill?(?:ion)?s?|bill?(?:ion)?s?|trill?(?:ion)?s?|nghìn|ngàn|triệu|tỷ|tỉ|k|mn?|bn?"
_TIMES_BEFORE = re.compile(
    rf"(?:(?<![\w.,-])(?:1(?:[., ]?000)+|100?|(?:{_TIMES}|tr|ng|trăm|chục|mười)\b\.?)\s*(?:of\s+)?)+$",
    re.IGNORECASE,
).search
_TIMES_BEHIND = re.compile(
    rf"[\s,.:-]*\(?(?:in\s+)?(?:[x×]\s*)?(?:['’`]?000s?\b|1[., ]?000(?:[., ]?000)*|(?:{_TIMES})\b\.?)\)?"
    r"(?!\s*(?:of\s+)?(?:usd|eur|us\b|[$€£¥]))",
    re.IGNORECASE,
).match
"""By how many times a unit is meant, right before and behind it."""
_NEAR = 40
"""No multiple is longer: a search through all of a long heading, for each of its units, would take its time."""
_ENGLISH = r"(?:[\W_]+[a-z. ]{0,14}\b(?:dongs?|vnd))?"
_ALONE = re.compile(rf"[\W_]*({_DONG.pattern}){_ENGLISH}[\W_]*", re.IGNORECASE).fullmatch
_BARE = {
    **dict.fromkeys(("trieu", "tr"), "triệu đồng"),
    **dict.fromkeys(("nghin", "ngan"), "nghìn đồng"),
    **dict.fromkeys(("ty", "ti"), "tỷ đồng"),
    **dict.fromkeys(("d", "dong", "vnd", "viet nam dong", "dong viet nam"), "đồng"),
}
"""Units without their *đồng*, and that alone."""
_SIGNS = {**SIGNS, **SHORT, "円": "JPY", **dict.fromkeys(("đ", "vnđ", "vnd"), "đồng")}
_CODE = {code.lower(): code for code in CODES} | WORDS
_SYMBOL = re.compile(
    rf"(?<!\w)(?i:{'|'.join(map(re.escape, SHORT))})|(?<![A-Za-z])[{''.join(SIGNS)}]|\b(?:{'|'.join(sorted(CODES))})\b"
)
is_symbol = _SYMBOL.fullmatch
"""Whether a text is the sign or the code of a currency."""


def is_unit(text: str) -> bool:
    """Whether a text is a unit of the đồng family and nothing else: *(Triệu đồng)*."""
    return bool(_ALONE(text)) or dong_scale(text.strip(" ()")) is not None


def unit_alone(text: str) -> str | None:
    """The unit of the đồng family that is all a text says, once more in English or not."""
    match = _ALONE(text)
    name = match[1] if match else text.strip(" ()")
    if match or dong_scale(name):
        return unit_name(name)  # *1.000 dong*; *dong* alone is other words as well
    money = _DONG.search(text)
    return in_dong(text) if money and _in_times(text, money) == in_dong(text) else None


def unit_said(text: str) -> str | None:
    """The unit that a text states and nothing else; None where it says more."""
    match = _STATED.match(text.strip(" ()"))
    return _money(match) if match else None


def unit_in(text: str) -> str | None:
    """The unit that a text states, whatever else it says."""
    match = _STATED.search(text)
    return _money(match) if match else None


def heading_unit(heading: str) -> str | None:
    """The unit of the đồng family that a heading names; None if it names none. *Đồng* is a word of many others (*hợp
    đồng*, *cộng đồng*): alone it is a unit only in brackets, or behind a comma or a colon."""
    bracketed = (in_dong(said) or _BARE.get(plain(said)) for said in in_brackets(heading))
    name = next(filter(None, bracketed), None)
    if name and dong_scale(name):
        return name  # *nghìn đồng (VND)* says more without its brackets
    for match in _DONG.finditer(heading):
        if not match[0].lower().startswith("đồng") or re.search(r"[,:;(–-]\s*$", heading[: match.start()]):
            found = _in_times(heading, match) or unit_name(match[0])
            return name if name and found and dong_scale(found) == 0 else found
    return name


def _in_times(text: str, dong: re.Match[str]) -> str | None:
    """What a text names together with what it says right before and behind a unit of đồng: *VND'000*, *1.000 tỷ đồng*;
    as it is written where that is none that is known; None where it says nothing there."""
    before, behind = _times_beside(text, dong)
    behind = behind if dong_scale(dong[0]) == 0 else ""  # *tỷ đồng - Bill. VND* says it twice
    whole = f"{before}{dong[0]}{behind}".strip()
    return (in_dong(whole) or whole) if before or behind else None


def _times_beside(text: str, money: re.Match[str]) -> tuple[str, str]:
    """What a text says right before and behind money, by how many times it is meant; empty where it says nothing."""
    before = _TIMES_BEFORE(text[max(0, money.start() - _NEAR) : money.start()])
    behind = _TIMES_BEHIND(text[money.end() : money.end() + _NEAR])
    return before[0] if before else "", behind[0] if behind else ""


in_brackets = re.compile(r"[(\[]([^()\[\]]{1,30})[)\]]").findall


def _money(match: re.Match[str]) -> str | None:
    """A unit that is stated as one: whatever is called *ĐVT*, else money only (*Đơn vị: Sở Tài chính* is none)."""
    text, times = match["unit"], match["times"]
    name = unit_name(f"{text}{times}" if times and _TIMES_BEHIND(times) else text)
    if name is None or dong_scale(name) is not None or re.match(r"d\.? ?v\.? ?t|don vi tinh", plain(match[0])):
        return name
    return name if re.search(r"\b[A-Z]{3}\b|[$£€]|(?i:dollar|pound|euro|thousand|million|billion)", name) else None


def symbols_in(texts: Iterable[str]) -> list[str]:
    """The currencies that headings show by sign or code, the first of each."""
    return [_SIGNS.get(match[0].lower(), match[0]) for text in texts if (match := _SYMBOL.search(text))]


def moneys_in(headings: Iterable[str]) -> list[str]:
    """The same with the multiples that headings say right before or behind them.

    >>> moneys_in(["Giá trị (triệu USD)", "Amount (USD mn)", "Cost, US$ '000", "Fees (EUR)", "Cost (1,000 USD)"])
    ['triệu USD', 'million USD', 'thousand USD', 'EUR', 'thousand USD']
    """
    found = []
    for text, match in ((text, match) for text in headings if (match := _SYMBOL.search(text))):
        before, behind = _times_beside(text, match)
        times = _JOINING.sub("", behind if before.strip() in ("", *_COUNTS) else before).strip(" ,.:()-")
        name = _SIGNS.get(match[0].lower(), match[0])
        english = _ENGLISH_TIMES.get(zeros_of(times) or 0, times) if times.isascii() else times
        found.append(f"{english} {name}".strip())
    return found


_ENGLISH_TIMES = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
_COUNTS = ("10", "100")
"""Numbers before a currency that are more likely those of something else."""
_JOINING = re.compile(r"^[\s,.:(-]*(?:in\s+)?[x×]?|\s+of\s*$", re.IGNORECASE)


def symbols_of(formats: Iterable[str]) -> list[str]:
    """The currencies and the multiples of đồng that number formats show: in quotes, or in brackets with the number of a
    land, which alone names none (``[$₫-42A]``, ``[$VND]``, ``[$$-C09]``; ECMA-376, part 1, 18.8.31). The sign ``$`` is
    that of its land.

    >>> symbols_of(["#,##0 [$₫-42A]", "[$-409]#,##0", '#,##0" tr.đ"', "[$$-C09]#,##0", "[$€-407] #,##0.00;[Red]0"])
    ['đồng', 'triệu đồng', 'AUD', 'EUR']
    """
    found = []
    for one in formats:
        shown = _OF_LAND.sub(lambda match: f" {_DOLLARS_OF.get(match[0], match[1])} ", one)
        shown = _NOT_SHOWN.sub("", shown).translate(_MARKS)
        times = unit_name(_DIGITS.sub("", shown.partition(";")[0])) or ""
        found += [times] if dong_scale(times) else ["đồng"] if _DONG_SHOWN(shown) else symbols_in([shown])
    return found


_OF_LAND = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
_DIGITS = re.compile(r"[0#?]+(?:[.,][0#?,]*)*")
_MARKS = str.maketrans("", "", '"\\')
_NOT_SHOWN = re.compile(r"\[[^\]]*\]|[_*].")
"""Colours, conditions and lands; blanks as wide as a sign (``#,##0\\ _₫``), or as are left."""
_DONG_SHOWN = re.compile(r"(?<!\w)(?:đ|vnđ|đồng)(?!\w)", re.IGNORECASE).search
_DOLLARS_OF = {
    f"[$$-{number}]": code
    for code, numbers in {
        "AUD": ("C09",), "CAD": ("1009", "C0C"), "NZD": ("1409",), "SGD": ("1004", "4809"),
        "HKD": ("C04",), "TWD": ("404",), "MXN": ("80A",),
    }.items()
    for number in numbers
}  # fmt: skip
"""Dollars by their sign and the number of their land, as formats have them."""


def currency_in(heading: str) -> str | None:
    """The currency that a heading names by its sign or code: USD for *triệu USD*; None if it names none, or đồng."""
    found = [name for name in symbols_in([heading]) if dong_scale(name) is None]
    return found[0] if found else None


def _multiple(text: str) -> str | None:
    """A multiple of a currency as figures name it: *million $* is million USD, *千円* thousand JPY."""
    times, _, money = re.sub(r"(?<=\S)円$", " 円", text.lower()).partition(" ")
    code = _SIGNS.get(money) or _CODE.get(money)
    return f"{MULTIPLES[times][0]} {code}" if code and times in MULTIPLES else None


@kept
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
        return _in_times(text, match) or (unit_name(match[0]) if match[0] != text else None)
    return text if len(text) <= 30 else None
