"""CSV: a row a line, amounts as plain digits in the plan's smallest step, for spreadsheets and scripts."""

import csv
from io import StringIO

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.summary import Summary
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.totals import totals

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(summary: Summary, style: Style) -> str:
    """The table with a header; below the sections what they add up to, what is stated, and the difference."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["path", "code", "title", *(column.key for column in summary.plan.columns)])
    for row in summary.rows:
        writer.writerow([_data(row.path), _data(row.code or ""), _data(row.title), *map(_amount, row.amounts)])
    for name, amounts in totals(summary):
        writer.writerow(["", "", name.say(style.language), *map(_amount, amounts)])
    return stream.getvalue()


def _amount(amount: Amount) -> str:
    return "" if amount is None else str(amount)


def _data(text: str) -> str:
    """A text that a spreadsheet will not take for a formula: an apostrophe goes before what looks like one."""
    return f"'{text}" if text.startswith(_FORMULA) else text
