"""Balances that are carried from column to column: what a year opens and closes with is no sum of its quarters."""

from collections.abc import Sequence

from sxtdbv_cli.model.carried import is_balance, is_period
from sxtdbv_cli.tables.across.rule import Rule
from sxtdbv_cli.tables.columns.head import Head
from sxtdbv_cli.tables.entries import Entry


def without_named(rule: Rule, heads: Sequence[Head], entries: Sequence[Entry]) -> Sequence[Entry]:
    """The lines that a sum of periods is weighed by: without those that are balances by their name and open or close
    the whole as its first or last part does (``model/carried.py``)."""
    if len(rule.plus) < 2 or rule.minus or not all(is_period(heads[part].text) for part in rule.plus):
        return entries
    ends = rule.plus[0], rule.plus[-1]
    return [entry for entry in entries if not _is_carried(entry, rule.whole, ends)]


def _is_carried(entry: Entry, whole: int, ends: Sequence[int]) -> bool:
    stated = entry.figures[whole]
    return stated is not None and stated in [entry.figures[end] for end in ends] and is_balance(entry.title)
