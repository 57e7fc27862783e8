"""Percentages among the words of headings and titles, and the lines of a plan that are some."""

import re

from sxtdbv_cli.model.plan import Plan, Role
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.text.saying import says

_RATE = re.compile(r"(?<![\d.,])(?:100|\d{1,2}(?:[.,]\d+)?) ?%")
"""A rate that something is charged at: *BHXH (8%)* holds amounts."""
_RATIO = re.compile(r"%|\b(ty|ti) (le|trong)\b|\bpercent|\bpct\b|\bratio\b").search


def without_rates(text: str) -> str:
    """A text without the rates that it names."""
    return _RATE.sub("", text)


def says_ratio(title: str) -> bool:
    """Whether a title says that its figures are percentages; ``Contingency (10%)`` is an amount."""
    return bool(_RATIO(without_rates(plain(title))))


may_be_ratio = says(
    r"\b(margins?|marge|margen|margem|marza|rates?|taux|tasa|taxa|quote|anteil|share|growth|yield|bien loi nhuan)\b",
    plain,
    within=True,
)
"""Whether the figures of a line with this title are percentages where its cells say so: *Gross margin*, 45 %."""


def percentages(plan: Plan) -> frozenset[int]:
    """The lines that are not added and are called percentages: nothing adds up across them either."""
    memos = (line for line, role in enumerate(plan.lines.roles) if role is Role.MEMO)
    return frozenset(line for line in memos if says_ratio(plan.lines.titles[line]))
