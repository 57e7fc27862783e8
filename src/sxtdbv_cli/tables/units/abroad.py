"""Units that a line above a table states in other languages than Vietnamese and English."""

import re

from sxtdbv_cli.tables.units.money import CODES, MULTIPLES, SIGNS, WORDS

_UNIT = re.compile(
    r"[\W_]*(?:(?:[^\W\d_]+\s+)?(?:dalam|en|in|em|w|в)\s+)?(?P<times>[^\W\d_]+)[\s.]*(?:(?:de|di|of)\s|d['’])?\s*"
    r"(?P<money>[^\W\d_]+|[$€£])[\W_]*",
    re.IGNORECASE,
).fullmatch
"""A unit in another language, in a line of its own: *(en milliers d'euros)*, *dalam jutaan Rupiah*."""
_TIMES = {
    **dict.fromkeys(("ribuan", "milliers", "migliaia", "milhares", "miles", "tys", "tausend"), "thousand"),
    **dict.fromkeys(("jutaan", "milioni"), "million"),
    **dict.fromkeys(("miliaran", "miliardi", "mld"), "billion"),
    **{word: name for word, (name, _) in MULTIPLES.items() if len(word) > 1},
}
_MONEY = {code.lower(): code for code in CODES} | WORDS | {"reais": "BRL"}


def abroad(text: str) -> str | None:
    """A multiple of a currency that is all a text says, in another language; None where it says anything else.

    >>> abroad("(dalam jutaan Rupiah)"), abroad("Montants en milliers d'euros"), abroad("in miles")
    ('million IDR', 'thousand EUR', None)
    """
    match = _UNIT(text)
    times = _TIMES.get(match["times"].lower()) if match else None
    code = match and (SIGNS.get(match["money"].lower()) or _MONEY.get(match["money"].lower()))
    return f"{times} {code}" if times and code else None
