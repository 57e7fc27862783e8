"""Coefficients: fractions beside amounts in single đồng, as payrolls have them."""

from collections.abc import Mapping
from decimal import Decimal

from sxtdbv_cli.tables.columns.figured import Figured
from sxtdbv_cli.tables.figures import decimals_of

TINY = 100_000
"""An amount is no such small part of another figure of its line, on every line."""


def are_coefficients(known: Mapping[int, Figured], column: int) -> bool:
    """Whether a column has fractions that are, on every line, a tiny part of another figure of the line: a coefficient
    of 0,45 beside a salary of 5.865.000."""
    beside = zip(*(known[other].values for other in known if other != column), strict=True)
    pairs = [
        (value, max((abs(other) for other in row if other is not None), default=Decimal(0)))
        for value, row in zip(known[column].values, beside, strict=False)
        if value
    ]
    fractions = sum(bool(decimals_of(value)) for value, _ in pairs)
    return len(pairs) > 1 and 2 * fractions >= len(pairs) and all(TINY * abs(value) <= most for value, most in pairs)
