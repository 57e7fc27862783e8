"""Columns below *trong đó* that list a total only in part: on some lines they fall short of it."""

from collections.abc import Sequence

from sxtdbv_cli.tables.across.rule import Rule, sides
from sxtdbv_cli.tables.columns.head import Head
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.words.titles import is_of_which

_MANY = 5
"""One line in so many at least falls short."""


def falls_short(rule: Rule, heads: Sequence[Head], entries: Sequence[Entry], step: int) -> bool:
    """Whether the parts of a rule that nothing but *trong đó* suggests come to less than the whole wherever they do not
    come to it, by different amounts, and on several lines: one mistake shows one gap, on its line and in the totals."""
    if rule.said or rule.minus or not all(any(map(is_of_which, heads[part].parts)) for part in rule.plus):
        return False
    gaps = [
        stated - sum(filter(None, added))
        for stated, added, _ in (sides(rule, entry) for entry in entries)
        if stated and any(added)
    ]
    off = [gap for gap in gaps if 2 * abs(gap) > (len(rule.plus) + 1) * step]
    return len(set(off)) > 1 and min(off) > 0 and _MANY * len(off) >= len(gaps)
