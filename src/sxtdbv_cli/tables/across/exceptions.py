"""Lines and columns that a sum across passes over: balances that are carried on, what *trong đó* lists only in part."""

from collections.abc import Sequence

from sxtdbv_cli.model.carried import is_balance, is_period
from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.tables.across.rule import Rule, sides
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.words.titles import is_of_which

_MANY = 5
"""One line in so many at least falls short."""


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
