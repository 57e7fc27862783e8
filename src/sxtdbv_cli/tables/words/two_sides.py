"""Words that say which side of a budget or a balance a thing is of: revenue (*thu*) or expenditure (*chi*)."""

import re
from collections.abc import Callable
from typing import NamedTuple

from sxtdbv_cli.model.units import plain


class _Sides(NamedTuple):
    """How the two sides are called."""

    left: Callable[[str], re.Match[str] | None]
    right: Callable[[str], re.Match[str] | None]


def _sides(left: str, right: str) -> _Sides:
    return _Sides(re.compile(rf"\b({left})\b").search, re.compile(rf"\b({right})\b").search)


_REVENUE, _SPENDING = "incomes?|revenues?|receipts?|sources?|inflows?", "expen(ses?|ditures?)|payments?|uses?|outflows?"
_PAIRS = (_sides("thu", "chi"), _sides(_REVENUE, _SPENDING), _sides("tai san|assets?", "nguon von|liabilit(y|ies)"))
_ANY = re.compile(rf"\b(thu|chi|{_REVENUE}|{_SPENDING}|tai san|assets?|nguon von|liabilit(y|ies))\b")


def are_opposite(one: str, other: str) -> bool:
    """Whether a text speaks of one side, such as revenue, and another of the other."""
    one, other = plain(one), plain(other)
    return any(pair.left(one) and pair.right(other) and not pair.right(one) for pair in _PAIRS)


def are_alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for the side they speak of."""
    return _ANY.sub("", plain(one)).split() == _ANY.sub("", plain(other)).split()
