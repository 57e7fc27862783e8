"""Coefficients and numbers of things: far smaller than the amounts in single đồng beside them."""

from collections.abc import Mapping
from decimal import Decimal

from sxtdbv_cli.tables.columns.figured import ENOUGH, Figured
from sxtdbv_cli.tables.figures.noise import decimals_of

TINY = 100_000
"""An amount is no such small part of another figure of its line, on every line."""


def are_coefficients(known: Mapping[int, Figured], column: int) -> bool:
    """Whether a column holds, on every line, a tiny part of another figure of the line: a coefficient of 0,45 or 35
    pupils beside 5.865.000. Whole numbers need more lines than fractions, which no amount in đồng has."""
    beside = zip(*(known[other].values for other in known if other != column), strict=True)
    pairs = [
        (value, max((abs(other) for other in row if other is not None), default=Decimal(0)))
        for value, row in zip(known[column].values, beside, strict=False)
        if value
    ]
    fractions = sum(bool(decimals_of(value)) for value, _ in pairs)
    enough = len(pairs) > (1 if 2 * fractions >= len(pairs) else ENOUGH)
    return enough and all(TINY * abs(value) <= most for value, most in pairs)
