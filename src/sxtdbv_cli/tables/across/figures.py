"""Sums across that no heading states: a column is two others together, or what they differ by, on every line."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.tables.across.rule import Rule
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.totals.exact import DIGITS

MOST = 24
"""So many columns are compared with one another."""
LOOK = 200
"""A sum that holds on every line shows itself on the first of them."""
LINES, RATIOS = 4, 3
"""So many lines must agree, in so many proportions: shares of one amount (*25 %*, *75 %*) do on all of them."""


def by_figures(entries: Sequence[Entry], column: int) -> Iterator[Rule]:
    """The sums of two columns that one before both or behind both comes to, and the differences of two before it, by so
    many digits that chance would hardly do it. Where something is below nought it is a difference."""
    lines = [*dict.fromkeys(entry.figures for entry in entries[:LOOK])]
    others = [at for at in range(len(lines[0]) if lines else 0) if at != column]
    for one, other in combinations(others if len(others) < MOST else (), 2):
        if other < column:
            ways = [((one, other), ()), ((one,), (other,)), ((other,), (one,))]
        else:
            below = any((figures[at] or 0) < 0 for figures in lines for at in (one, other))
            ways = [] if one < column or below else [((one, other), ())]
        rules = (Rule(column, plus, minus, "=" if minus else "", meant=True) for plus, minus in ways)
        yield from (rule for rule in rules if _is_plain(rule, lines))


def _is_plain(rule: Rule, lines: Sequence[tuple[Amount, ...]]) -> bool:
    """Whether enough lines with figures in all columns of a rule agree with it."""
    stated = [[figures[at] or 0 for at in rule.columns] for figures in lines]
    signs = (-1, *(1 for _ in rule.plus), *(-1 for _ in rule.minus))
    agree = [
        amounts for amounts in stated if all(amounts) and not sum(s * a for s, a in zip(signs, amounts, strict=True))
    ]
    digits = sum(len(str(abs(whole)).rstrip("0")) for whole, *_ in agree)
    return len(agree) >= LINES and digits >= DIGITS and len({Fraction(a, b) for _, a, b in agree}) >= RATIOS
