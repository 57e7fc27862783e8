"""Columns that a word of their heading may make ratios (*Growth*), and that are a term of a sum after all."""

from collections.abc import Mapping
from itertools import combinations

from sxtdbv_cli.tables.columns.figured import ENOUGH, Figured, Numbers
from sxtdbv_cli.tables.columns.quotients import together

MOST_COLUMNS = 10
MOST_TERMS = 3
"""So many other terms at most."""


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
