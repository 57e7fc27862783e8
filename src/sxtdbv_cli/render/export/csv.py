"""CSV: the lines with their level and role, and below the table what it cannot say itself. docs/workbooks.md.

No text of a plan becomes a formula in a spreadsheet: an apostrophe goes before what could be one, and before an
apostrophe, so that reading takes it away again and every text comes back as it was.
"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from sxtdbv_cli.model import form
from sxtdbv_cli.model.form import structure
from sxtdbv_cli.model.plan import Amount, Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render import annex
from sxtdbv_cli.render.export import DoesNotFit
from sxtdbv_cli.render.names import heading, total_name
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import write_amount
from sxtdbv_cli.text.safe import CONTROL, guarded

HOLDS_CONTROL = Text(
    "“{text}” có ký tự điều khiển {character}, tệp CSV không chứa được; hãy xóa ký tự đó, hoặc xuất ra .xlsx",
    "“{text}” holds the control character {character}, which a CSV file cannot; delete it, or export as .xlsx",
)
SHOWN = 60


def render(report: Report, style: Style) -> bytes:
    """The plan of a report in UTF-8 with a byte order mark, without which Excel shows no Vietnamese."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    plan = report.checked.printed
    rows = [*_table(plan, style.language), *[[guarded(text) for text in entry] for entry in structure(plan)]]
    _check(rows)
    width = max(map(len, rows))
    for row in rows:
        writer.writerow([*row, *[""] * (width - len(row))])
    return stream.getvalue().encode("utf-8-sig")


def _check(rows: Sequence[Sequence[str]]) -> None:
    """A text file that holds a control character is no text to those who read it, ourselves among them."""
    for text in (text for row in rows for text in row):
        if found := CONTROL.search(text):
            raise DoesNotFit(HOLDS_CONTROL, text=text[:SHOWN], character=f"U+{ord(found[0]):04X}")


def _table(plan: Plan, language: Language) -> list[list[str]]:
    """A header, the row that numbers the columns, a row a line, and the declared totals where there are any."""
    marks = form.MARKS
    before = [annex.CODE, annex.CONTENT, annex.SCHEDULE]
    after = [annex.NOTE, annex.LEVEL, annex.ROLE, annex.RULE]
    titles = [*before, *map(heading, plan.columns), *after]
    numbers = [form.number(position, column) for position, column in enumerate(plan.columns)]
    rows = [_texts(title.say(language) for title in titles), [*marks[:3], *numbers, *marks[3:]]]
    rows += [_line(plan, line, level, language) for line, level in enumerate(annex.levels(plan))]
    if any(amount is not None for amount in plan.declared):
        figures = [_figure(amount, plan) for amount in plan.declared]
        rows.append(["", *_texts([total_name(plan).say(language)]), "", *figures, "", "0", "", ""])
    return rows


def _line(plan: Plan, line: int, level: int, language: Language) -> list[str]:
    lines = plan.lines
    figures = [_figure(amounts[line], plan) for amounts in lines.amounts]
    before = [lines.codes[line], lines.titles[line], lines.schedules[line]]
    after = [lines.notes[line], str(level), form.ROLES[lines.roles[line]].say(language), lines.equals[line]]
    return [*_texts(before), *figures, *_texts(after)]


def _texts(texts: Iterable[str | None]) -> list[str]:
    return [guarded(text or "") for text in texts]


def _figure(amount: Amount, plan: Plan) -> str:
    """An amount in the unit of the table, in plain digits with a decimal comma."""
    return "" if amount is None else write_amount(amount, plan.unit.scale).replace(".", "")
