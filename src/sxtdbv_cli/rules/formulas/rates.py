"""Formulas that take another share than the name of their line or column says: *Thuế GTGT 8%*, ``=G14*10%``."""

import re
from decimal import Decimal

from sxtdbv_cli.text.saying import Late

LONGEST, WHOLE = 200, 100
"""A name has so many characters at most; a hundred percent and more are no share."""
_SAID = Late(r"(?<![\d.,+–-])(\d{1,2}(?:[.,]\d{1,3})?) ?%(?! ?[-–]|\w)").findall
_CELLS = Late(r"'[^']*'!|\$?[A-Z]{1,3}\$?\d{1,7}(?!\d)|, ?-?\d\)|\s").sub
_NUMBERS = re.compile(r"\d+(?:\.\d+)?%?").findall


def rate_said(name: str) -> Decimal | None:
    """The only percentage that a name says."""
    said = _SAID(name) if "%" in name and len(name) <= LONGEST and name.count("%") == 1 else ()
    return Decimal(said[0].replace(",", ".")) if len(said) == 1 else None


def rate_taken(formula: str) -> Decimal | None:
    """The percentage that a formula takes of other cells, with no other number in it."""
    numbers = _NUMBERS(_CELLS("", formula)) if "*" in formula and "/" not in formula else ()
    if len(numbers) != 1:
        return None
    rate = Decimal(numbers[0].rstrip("%")) * (1 if numbers[0].endswith("%") else WHOLE)
    return rate if 0 < rate < WHOLE else None


def shown(rate: Decimal) -> str:
    """A percentage as people write it: *10,5*."""
    return f"{rate.normalize():f}".replace(".", ",")
