"""Balances that are carried from one period to the next: what the year opens with is what its first quarter does."""

import re
from functools import lru_cache

from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.text.saying import kept

_BALANCE = re.compile(
    r"\b(ton|du|ket du)\b.*\b(dau|cuoi|ky truoc|nam truoc|chuyen)\b|\b(ton|so du|du) (quy|ky|tien)\b|"
    r"\b(opening|closing|beginning|ending|starting) .*\b(balance|cash|funds?|stock)\b|"
    r"\bbalance.*\b(forward|b/?f|c/?f|beginning|end|start|opening|closing)\b|\bcash at (the )?(beginning|end|start)\b"
).search
_PERIOD = re.compile(
    r"\b(quy|thang|nam|ky|tuan|dot) ?([ivx]+|\d+)\b|\b(19|20)\d\d\b|\bq ?[1-4]\b|\bquarter|\b\d+ (thang|months)\b|"
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
).search


def carried(plan: Plan, column: int) -> frozenset[int]:
    """The lines whose figure in a column that adds up periods is a balance: by their name, and because it is what the
    first period opens with, or what the last one closes with. It is no sum. The declared total is none of them."""
    parts = plan.columns[column].plus
    if len(parts) < 2 or not all(is_period(plan.columns[part].key) for part in parts):
        return frozenset()
    stated, first, last = (plan.lines.amounts[at] for at in (column, parts[0], parts[-1]))
    ends = zip(stated, first, last, strict=True)
    alike = [line for line, (whole, opens, closes) in enumerate(ends) if whole is not None and whole in (opens, closes)]
    return frozenset(line for line in alike if is_balance(plan.lines.titles[line]))


@kept
def is_balance(title: str) -> bool:
    """Whether a line is called a balance at one end of a period."""
    return bool(_BALANCE(plain(title)))


@lru_cache(maxsize=2**8)
def is_period(key: str) -> bool:
    """Whether a column is called a month, a quarter, a year."""
    return bool(_PERIOD(plain(key)))
