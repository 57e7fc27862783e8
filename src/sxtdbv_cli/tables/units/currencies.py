"""Currencies as tables write them: signs, short names, codes."""

import re

SIGNS = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₫": "đồng",
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

multiple_in = re.compile(
    r"(?:[A-Z]{1,3}\$?|[$£€¥])?['’]? ?(?:thousands?|millions?|billions?)\b(?: (?:of )?[A-Z]{3}\b)?|[$£€¥]?['’]000s?\b|"
    r"(?:\b[A-Z]{1,2})?[$£€¥] ?(?:000s?|mn?|bn|k)\b",
    re.IGNORECASE,
).search
"""A multiple of a currency in a text: *US$ million*, *£000*, *R thousand*."""
