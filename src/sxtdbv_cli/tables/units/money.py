"""Units of money in the ways that people write them: currencies by sign, short name or code, multiples of đồng."""

import re

from sxtdbv_cli.model.units import dong_scale, plain
from sxtdbv_cli.text.saying import kept

DONG = "đồng"
SIGNS = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₫": DONG,
    "₹": "INR",
    "฿": "THB",
    "₩": "KRW",
    "₱": "PHP",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₴": "UAH",
    "₦": "NGN",
    "৳": "BDT",
    "₸": "KZT",
    "₵": "GHS",
    "៛": "KHR",
    "₭": "LAK",
}
"""The signs, and the currency each stands for where nothing else is said."""
_DOLLARS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "hk": "HKD",
    "mx": "MXN",
    "nt": "TWD",
    "nz": "NZD",
}
_LETTERS = {"r$": "BRL", "s$": "SGD", "s/": "PEN", "u$s": "USD", "rp": "IDR"}
SHORT = {f"{land}$": code for land, code in _DOLLARS.items()} | _LETTERS
"""Letters with a sign."""
WORDS = {
    **dict.fromkeys(("rs", "inr."), "INR"),
    **dict.fromkeys(("euro", "euros"), "EUR"),
    **dict.fromkeys(("руб", "рублей", "р"), "RUB"),
    **dict.fromkeys(("baht", "บาท"), "THB"),
    "rm": "MYR",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "грн": "UAH",
    "zł": "PLN",
    "kč": "CZK",
    "dh": "MAD",
    "tl": "TRY",
    "fcfa": "XOF",
    "円": "JPY",
    "元": "元",
    "원": "KRW",
    "kr": "kr",
    "lei": "RON",
    "лв": "BGN",
    "ksh": "KES",
    "da": "DZD",
    "gs": "PYG",
    "bs": "Bs",
    "sfr": "CHF",
    "fr": "Fr",
}
"""Currencies as their countries call them; one that several call so stays as it is written."""
NEVER_BEFORE = frozenset(["d", "D", "lei", "Lei", "LEI", "da", "Da", "DA", "KR", "BS", "GS", "FR"])
"""Words among these that are no currency before a number: *D1* is a name, *Lei 14.133* a law of Brazil."""
_CODES = """
USD EUR GBP JPY VND AUD CAD CHF CNY HKD SGD KRW TWD THB MYR IDR PHP INR PKR LKR BDT NPR LAK KHR NZD SEK NOK DKK PLN CZK
HUF RON UAH RUB TRY ILS AED SAR EGP ZAR NGN KES GHS UGX TZS ZMW BRL MXN PEN COP CLP ARS
MAD XOF XAF KZT DZD TND ETB RWF BWP AOA MZN MWK CDF JOD QAR KWD OMR BHD UYU PYG GTQ HNL JMD TTD BMD XCD XPF ISK RSD
BGN GEL AZN BYN UZS MNT MMK BND FJD PGK AFN AMD AWG BAM BBD BIF BOB BSD BTN BZD CRC CVE DJF DOP ERN GMD GNF GYD HTG IQD
IRR KGS KMF KYD LBP LRD LSL LYD MDL MGA MKD MRU MUR MVR NAD NIO PAB SBD SCR SDG SLE SRD SSP STN SYP SZL TJS TMT VES VUV
WST YER
"""
CODES = frozenset(_CODES.split())
"""Codes of ISO 4217, but for those that are words as well (*ALL*, *CUP*, *MOP*, *SOS*, *TOP*)."""
MULTIPLES = {
    **dict.fromkeys(("k", "thousand", "tsd", "тыс", "тис", "rb", "ribu"), ("thousand", 3)),
    **dict.fromkeys(("lakh", "lakhs", "lac"), ("lakh", 5)),
    **dict.fromkeys(
        ("m", "mn", "mio", "mln", "million", "millions", "millionen", "millones", "milhões", "млн", "jt", "juta"),
        ("million", 6),
    ),
    **dict.fromkeys(("cr", "crore", "crores"), ("crore", 7)),
    "千": ("thousand", 3),
    "万": ("万", 4),
    "百万": ("million", 6),
    "億": ("億", 8),
    **dict.fromkeys(
        ("b", "bn", "billion", "billions", "md", "mds", "mrd", "milliarden", "milliards", "млрд", "miliar"),
        ("billion", 9),
    ),
}
"""What is written behind figures of a currency, *$1.5M*: the name of the multiple, and how many zeros it stands for.
Not *mil*, which is a thousand in Spanish and Portuguese and a million in English."""
multiple_in = re.compile(
    r"(?:[A-Z]{1,3}\$?|[$£€¥])?['’`]? ?(?:thousands?|millions?|billions?)\b(?: (?:of )?[A-Z]{3}\b)?|"
    r"[$£€¥]?['’`]000s?\b|(?:\b[A-Z]{1,2})?[$£€¥] ?(?:000s?|mn?|bn|k)\b",
    re.IGNORECASE,
).search
"""A multiple of a currency in a text: *US$ million*, *£000*, *R thousand*."""
NAMES = {0: "đồng", 3: "nghìn đồng", 6: "triệu đồng", 9: "tỷ đồng", 12: "nghìn tỷ đồng"}
"""The multiples of đồng by how many zeros they stand for."""
_TIMES = (
    (3, r"1?[., ]?000|10\^3|nghin|ngan", r"['’`]000s?|thous(?:and)?s?\.?|k"),
    (6, r"1?[., ]?000[., ]?000|10\^6|trieu|tr\.?", r"mill?(?:ion)?s?\.?|mn?"),
    (9, r"1?[., ]?000[., ]?000[., ]?000|10\^9|t[yi]", r"bill?(?:ion)?s?\.?|bn?"),
    (12, r"(?:nghin|ngan|1[.,]?000) ?t[yi]", r"trill?(?:ion)?s?\.?|tn"),
)
"""How many zeros, in numbers and Vietnamese words; in English, where the money is more than a letter (*BND*, *md*)."""
_WORD = r"(?:dongs?|vnd|dong viet nam|viet nam dong|vn dong|dong vn)"
_DONG = rf"(?:d|{_WORD})"
_FORMS = [
    (
        zeros,
        re.compile(
            rf"(?:[x×] ?)?(?:(?:{times}{'|ng' * (zeros == 3)}) ?\.? ?{_DONG}|(?:{english}) ?(?:of )?{_WORD})|"
            rf"(?:{_DONG}[ ,.:-]*\(?(?:[x×] ?)?(?:{times})|{_WORD}[ ,.:-]*\(?(?:in )?(?:{english}))"
        ).fullmatch,
    )
    for zeros, times, english in _TIMES
]
_RAISED = str.maketrans({"³": "^3", "⁶": "^6", "⁹": "^9"})
_APART = re.compile(r"\s*[;/]\s*|,\s+|\s+và\s+|\s+-\s+")


def scale_of(name: str) -> tuple[str, int] | None:
    """The currency of a unit as plans name it, and how many zeros it stands for; None for any other.

    >>> scale_of("million USD"), scale_of("1.000 EUR"), scale_of("triệu USD"), scale_of("triệu đồng"), scale_of("ha")
    (('USD', 6), ('EUR', 3), ('USD', 6), ('đồng', 6), None)
    """
    dong = dong_scale(name)
    if dong is not None:
        return DONG, dong
    times, _, code = name.rpartition(" ")
    zeros = zeros_of(times) if times else 0
    return (code, zeros) if code in CODES and zeros is not None else None


def zeros_of(times: str) -> int | None:
    """How many zeros a multiple of a currency stands for."""
    if times in MULTIPLES:
        return MULTIPLES[times][1]
    return next((zeros for zeros, *said in _TIMES if re.fullmatch("|".join(said), plain(times))), None)


def written_of(name: str, money: str) -> tuple[str, int] | None:
    """The same of what figures name, where a multiple alone is one of the money of the table.

    >>> written_of("million", "USD"), written_of("thousand EUR", "USD"), written_of("ha", "USD")
    (('USD', 6), ('EUR', 3), None)
    """
    return scale_of(name) or ((money, MULTIPLES[name][1]) if name in MULTIPLES else None)


def money_of(name: str) -> str:
    """The currency of a unit as plans name it, without its multiple; any other unit as it is.

    >>> money_of("million USD"), money_of("nghìn USD"), money_of("triệu đồng")
    ('USD', 'USD', 'triệu đồng')
    """
    known = scale_of(name)
    return name if known is None or known[0] == DONG else known[0]


@kept
def in_dong(text: str) -> str | None:
    """The unit of the đồng family that a text states, alone or as the only one in a list: *ha, triệu đồng*.

    >>> in_dong("1.000.000đ"), in_dong("Trđồng"), in_dong("VND millions"), in_dong("ha, triệu đồng"), in_dong("USD")
    ('triệu đồng', 'triệu đồng', 'triệu đồng', 'triệu đồng', None)
    >>> in_dong("VND'000"), in_dong("đồng x 1.000"), in_dong("thousands of VND"), in_dong("md"), in_dong("BND")
    ('nghìn đồng', 'nghìn đồng', 'nghìn đồng', None, None)
    """
    if name := _alone(text):
        return name
    parts = _APART.split(text)
    found = {*filter(None, map(_alone, parts))}
    found |= {NAMES[0] for part in parts if plain(part).strip(" .:()") in ("dong", "vnd")}
    return found.pop() if len(found) == 1 else None


def _alone(text: str) -> str | None:
    said = plain(text.translate(_RAISED)).strip(" .:()")
    return next((NAMES[scale] for scale, match in _FORMS if match(said)), None)
