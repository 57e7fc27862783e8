"""What a column of figures is beside the others: a tiny part of another on every line, or a term of a sum."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import combinations

from sxtdbv_cli.tables.columns.figured import ENOUGH, Figured, Numbers
from sxtdbv_cli.tables.columns.quotients import together
from sxtdbv_cli.tables.figures.noise import decimals_of

TINY = 100_000
"""An amount is no such small part of another figure of its line, on every line."""
MOST_COLUMNS = 10
MOST_TERMS = 3
"""So many other terms at most."""


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


def is_term(values: Numbers, known: Mapping[int, Figured]) -> bool:
    """Whether figures with those of a few other columns are exactly another, on every line that states them all, and
    are other than nought on some."""
    if len(known) > MOST_COLUMNS:
        return False
    stated = [figures.values for figures in known.values()]
    return any(
        _adds_up(values, terms, whole)
        for whole in stated
        for count in range(1, MOST_TERMS + 1)
        for terms in combinations([other for other in stated if other is not whole], count)
    )


def _adds_up(values: Numbers, terms: tuple[Numbers, ...], whole: Numbers) -> bool:
    rows = together(values, whole, *terms)
    telling = sum(bool(own) for own, *_ in rows)
    return telling >= ENOUGH and all(total == sum(rest, own) for own, total, *rest in rows)
