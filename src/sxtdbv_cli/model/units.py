"""The units amounts are written in, as plans name them."""

import re
import unicodedata

from sxtdbv_cli.model.plan import Unit

_DONG = {
    "đồng": 0,
    "vnđ": 0,
    "vnd": 0,
    "nghìn đồng": 3,
    "ngàn đồng": 3,
    "1.000 đồng": 3,
    "1000 đồng": 3,
    "triệu đồng": 6,
    "tỷ đồng": 9,
    "tỉ đồng": 9,
}
MOST_DECIMALS = 6


def plain(text: str) -> str:
    """A text without diacritics, case or doubled spaces, to compare what people type."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


_BY_PLAIN_NAME = {plain(name): scale for name, scale in _DONG.items()}


def dong_scale(name: str) -> int | None:
    """How many zeros a unit of the đồng family stands for (6 for triệu đồng), None for any other unit."""
    return _BY_PLAIN_NAME.get(plain(name))


def unit_of(name: str, decimals: int | None) -> Unit | None:
    """The unit of a name: the đồng family, or a currency of so many decimals; None if nobody knows it.

    A unit that is neither of the đồng family nor a three-letter currency must state its decimals.
    """
    scale = dong_scale(name)
    if scale is not None:
        return Unit(name=name, scale=scale) if decimals in (None, 0) else None
    if decimals is None and not re.fullmatch("[A-Z]{3}", name):
        return None
    return Unit(name=name, scale=decimals or 0, decimals=decimals or 0)
