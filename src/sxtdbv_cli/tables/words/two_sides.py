"""Words that say which side of a budget a thing is of: revenue (*thu*) or expenditure (*chi*)."""

import re

from sxtdbv_cli.model.units import plain

_THU = re.compile(r"\bthu\b").search
_CHI = re.compile(r"\bchi\b").search
_EITHER = re.compile(r"\b(?:thu|chi)\b")


def are_opposite(one: str, other: str) -> bool:
    """Whether a text speaks of revenue and another of expenditure."""
    one, other = plain(one), plain(other)
    return bool(_THU(one) and _CHI(other) and not _CHI(one))


def are_alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for the side they speak of."""
    return _EITHER.sub("", plain(one)).split() == _EITHER.sub("", plain(other)).split()
