"""Balances that are carried from column to column: what a year opens and closes with is no sum of its quarters."""

from collections.abc import Sequence

from sxtdbv_cli.model.carried import is_balance, is_period
from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.tables.across.rule import Rule
from sxtdbv_cli.tables.columns.head import Head
from sxtdbv_cli.tables.entries import Entry


def carries_balances(rule: Rule, entries: Sequence[Entry]) -> bool:
    """Whether a line opens every part of a rule but the first with what another closed the part before it with, and the
    whole opens as its first part does, or closes as its last: one of the two may be mistyped."""
    rows = [tuple([entry.figures[column] for column in (rule.whole, *rule.plus)]) for entry in entries]
    full = [row for row in rows if None not in row]
    opened: dict[tuple[Amount, ...], bool] = {}
    for row in full:
        if len(set(row[2:])) > 1:  # the same figure in all parts, such as 0, is carried by chance
            opened[row[2:]] = opened.get(row[2:], False) or row[0] == row[1]
    return any(opened[row[1:-1]] or row[0] == row[-1] for row in full if row[1:-1] in opened)


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
