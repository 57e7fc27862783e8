"""CSV: a row a line, amounts as plain digits in the plan's smallest step, for spreadsheets and scripts.

Shares and changes are whole numbers too, in thousandths: a decimal point means thousands to half of the readers.
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.summary import Summary
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.totals import CHANGE, share, totals, years
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.safe import guarded

BESIDE = ("share", "marked", "row")
CHANGE_RATE = Text("So với năm trước, phần nghìn", "On the year before, in thousandths")


def render(summary: Summary, style: Style) -> str:
    """The table with a header; below the sections what they add up to, what is stated, the difference, the changes."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    keys = [column.key for column in summary.plan.columns]
    writer.writerow(["path", "code", "title", *map(guarded, keys), *BESIDE])
    for row in summary.rows:
        names = map(guarded, (row.path, row.code or "", row.title))
        beside = _amount(share(summary, row)), _marked(keys, row.marked), "line"
        writer.writerow([*names, *map(_amount, row.amounts), *beside])
    for total in totals(summary):
        title = guarded(total.title.say(style.language))
        writer.writerow(["", "", title, *map(_amount, total.amounts), "", _marked(keys, total.marked), total.kind])
    for kind, name, amounts in _changes(summary, style.language):
        writer.writerow(["", "", name, *map(_amount, amounts), "", "", kind])
    return stream.getvalue()


def _changes(summary: Summary, language: Language) -> Iterator[tuple[str, str, list[Amount]]]:
    """What the sections come to in a year, less what they come to in the year before; in the columns of the years."""
    found = {year.column: year for year in years(summary) if year.change is not None}
    if not found:
        return
    columns = [found.get(column) for column in range(len(summary.plan.columns))]
    yield "change", CHANGE.say(language), [None if year is None else year.change for year in columns]
    rates = [None if year is None else year.rate for year in columns]
    yield "change-rate", CHANGE_RATE.say(language), rates


def _marked(keys: Sequence[str], marked: Sequence[bool]) -> str:
    """The columns whose amount takes part in a sum that fails."""
    return guarded(" ".join(key for key, mark in zip(keys, marked, strict=True) if mark))


def _amount(amount: Amount) -> str:
    return "" if amount is None else str(amount)
