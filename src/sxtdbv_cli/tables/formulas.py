"""What a formula adds up, where it is nothing but a sum of cells: ``=SUM(C5:C9,C12)``, ``=C5+D5-E5``."""

import re
from typing import NamedTuple

from sxtdbv_cli.model.grid import LONGEST_FORMULA

_SUM = re.compile(r"=\+?(?:SUM|SUBTOTAL)\((?:(?:9|109)[,;])?([A-Z0-9:,;]+)\)").fullmatch
_SIGNED = re.compile(r"=[+-]?[A-Z]{1,3}\d+(?:[+-][A-Z]{1,3}\d+)+").fullmatch
_CELLS = re.compile(r"(-?)([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?").findall


class Added(NamedTuple):
    """A cell or a range that is added, or taken away: its columns and rows as the formula calls them."""

    minus: bool
    left: str
    top: int
    right: str
    bottom: int


def cells_added(formula: str) -> list[Added]:
    """The cells that a formula adds and takes away; none where it is no such sum."""
    text = formula.replace("$", "").replace(" ", "").upper() if len(formula) <= LONGEST_FORMULA else ""
    match = _SUM(text)
    found = _CELLS(match[1] if match else text) if match or _SIGNED(text) else ()
    return [Added(bool(sign), one, int(top), other or one, int(end or top)) for sign, one, top, other, end in found]
