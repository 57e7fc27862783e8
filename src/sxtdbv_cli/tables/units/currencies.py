"""Currencies as tables write them: signs, short names, codes."""

import re

from sxtdbv_cli.model.units import dong_scale

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
SHORT = {**{f"{land}$": code for land, code in _DOLLARS.items()}, "r$": "BRL", "s$": "SGD", "s/": "PEN", "rp": "IDR"}
"""Letters with a sign."""

_CODES = """
USD EUR GBP JPY VND AUD CAD CHF CNY HKD SGD KRW TWD THB MYR IDR PHP INR PKR LKR BDT NPR LAK KHR NZD SEK NOK DKK PLN CZK
HUF RON UAH RUB TRY ILS AED SAR EGP ZAR NGN KES GHS UGX TZS ZMW BRL MXN PEN COP CLP ARS
"""
CODES = frozenset(_CODES.split())
"""Codes of ISO 4217."""

MULTIPLES = {
    **dict.fromkeys(("k", "thousand"), ("thousand", 3)),
    **dict.fromkeys(("lakh", "lakhs", "lac"), ("lakh", 5)),
    **dict.fromkeys(("m", "mn", "mio", "mln", "mil", "million", "millions"), ("million", 6)),
    **dict.fromkeys(("cr", "crore", "crores"), ("crore", 7)),
    **dict.fromkeys(("b", "bn", "billion", "billions"), ("billion", 9)),
}
"""What is written behind figures of a currency, *$1.5M*: the name of the multiple, and how many zeros it stands for."""


def scale_of(name: str) -> tuple[str, int] | None:
    """The currency of a unit as plans name it, and how many zeros it stands for; None for any other.

    >>> scale_of("million USD"), scale_of("EUR"), scale_of("triệu đồng"), scale_of("ha")
    (('USD', 6), ('EUR', 0), ('đồng', 6), None)
    """
    dong = dong_scale(name)
    if dong is not None:
        return DONG, dong
    times, _, code = name.rpartition(" ")
    known = code in CODES and (not times or times in MULTIPLES)
    return (code, MULTIPLES[times][1] if times else 0) if known else None


def money_of(name: str) -> str:
    """The currency of a unit as plans name it, without its multiple; any other unit as it is.

    >>> money_of("million USD"), money_of("triệu đồng")
    ('USD', 'triệu đồng')
    """
    times, _, code = name.partition(" ")
    return code if times in MULTIPLES and code in CODES else name


multiple_in = re.compile(
    r"(?:[A-Z]{1,3}\$?|[$£€¥])?['’]? ?(?:thousands?|millions?|billions?)\b(?: (?:of )?[A-Z]{3}\b)?|[$£€¥]?['’]000s?\b|"
    r"(?:\b[A-Z]{1,2})?[$£€¥] ?(?:000s?|mn?|bn|k)\b",
    re.IGNORECASE,
).search
"""A multiple of a currency in a text: *US$ million*, *£000*, *R thousand*."""
