"""A document: the annex as it is printed. It has no formulas: every figure stands in it as it is stated. What the
table cannot say of its plan it carries unseen (``form.CARRIED``), for reading it back."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from sxtdbv_cli.model import form
from sxtdbv_cli.model.plan import Amount, Plan, Role
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render import annex, document
from sxtdbv_cli.render.document import WIDTH, Look
from sxtdbv_cli.render.names import heading, total_name
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.numbers import write_amount

BOLD, ITALIC = Look(bold=True), Look(italic=True)
HEAD = Look(bold=True, align="center")
CODE_WIDTH, SCHEDULE_WIDTH, NOTE_WIDTH = 1.5, 2.2, 3.0
DIGIT = 0.175
"""The width of a digit in centimetres."""
INDENT = 0.3


def render(report: Report, style: Style) -> bytes:
    """The document of the plan of a report, with the figures as printed."""
    plan = report.checked.printed
    made = document.new(plan.document.title or "", plan.document.issuer or "")
    for text, look in _heading(plan, style.language):
        document.paragraph(made, text, look)
    columns = _columns(plan)
    table = document.table(made, columns.widths)
    header = _header(plan, columns, style.language)
    for texts in header:
        document.header(table, texts)
    rows = [_line(plan, columns, line, level) for line, level in enumerate(annex.levels(plan))]
    if any(amount is not None for amount in plan.declared):
        rows.append(_declared(plan, columns, style.language))
    for row in rows:
        document.row(table, row)
    document.carry(made, _carried(plan, header[-1], rows))
    for text in _source(plan, style.language):
        document.paragraph(made, text, ITALIC._replace(size=10))
    return document.finish(made, table)


def _source(plan: Plan, language: Language) -> list[str]:
    """What stands below the table: that its source breaks off, and the note on it."""
    source = plan.source
    noted = [] if source.note is None else [form.SOURCE.say(language, {"note": source.note})]
    return noted if source.complete else [form.INCOMPLETE.say(language), *noted]


class _Columns(NamedTuple):
    """Which columns the table has, and their widths in centimetres."""

    schedule: bool
    note: bool
    widths: Sequence[float]


def _columns(plan: Plan) -> _Columns:
    schedule, note = any(plan.lines.schedules), any(plan.lines.notes)
    figures = max([8, *(len(_figure(amount, plan)) for amount in plan.cells)]) * DIGIT + 0.4
    amounts = [figures] * len(plan.columns)
    fixed = [SCHEDULE_WIDTH] * schedule + amounts + [NOTE_WIDTH] * note
    title = max(WIDTH - CODE_WIDTH - sum(fixed), 5.0)
    return _Columns(schedule, note, [CODE_WIDTH, title, *fixed])


def _heading(plan: Plan, language: Language) -> list[tuple[str, Look]]:
    found = plan.document
    centred = Look(bold=True, align="center", size=13)
    return [
        ((found.issuer or "").upper(), BOLD._replace(size=12)),
        (annex.ANNEX.say(language), centred),
        (found.title or "", centred),
        (annex.attached(found, language), Look(italic=True, align="center", size=12)),
        (annex.counted_in(plan.unit, language), Look(italic=True, align="right")),
    ]


Texts = list[tuple[str, Look]]


def _header(plan: Plan, columns: _Columns, language: Language) -> tuple[Texts, Texts]:
    """The titles of the columns, and the row that numbers them."""
    marks, small = form.MARKS, Look(italic=True, align="center", size=9)
    titles = [annex.CODE, annex.CONTENT, annex.SCHEDULE, *map(heading, plan.columns), annex.NOTE]
    numbers = [form.number(place, column) for place, column in enumerate(plan.columns)]
    symbols = [marks.code, marks.title, marks.schedule, *numbers, marks.note]
    named = [(title.say(language), HEAD) for title in titles]
    return _kept(columns, named), _kept(columns, [(symbol, small) for symbol in symbols])


def _line(plan: Plan, columns: _Columns, line: int, level: int) -> Texts:
    lines = plan.lines
    look = Look(bold=bool(plan.children[line]) and level <= 2, italic=lines.roles[line] is not Role.PART)
    centred = look._replace(align="center")
    before = [
        (lines.codes[line] or "", centred),
        (lines.titles[line], look._replace(indent=INDENT * (min(level, 10) - 1))),
        (lines.schedules[line] or "", centred),
    ]
    figures = [(_figure(amounts[line], plan), look._replace(align="right")) for amounts in lines.amounts]
    return _kept(columns, [*before, *figures, (lines.notes[line] or "", look)])


def _declared(plan: Plan, columns: _Columns, language: Language) -> Texts:
    figures = [(_figure(amount, plan), Look(bold=True, align="right")) for amount in plan.declared]
    return _kept(columns, [("", BOLD), (total_name(plan).say(language), BOLD), ("", BOLD), *figures, ("", BOLD)])


def _kept(columns: _Columns, row: Texts) -> Texts:
    """A full row without the columns that the table does without."""
    return row[:2] + row[2:3] * columns.schedule + row[3:-1] + row[-1:] * columns.note


def _figure(amount: Amount, plan: Plan) -> str:
    return "" if amount is None else write_amount(amount, plan.unit.scale)


def _carried(plan: Plan, numbers: Texts, rows: Sequence[Texts]) -> bytes:
    """What the document carries unseen."""
    lines, marks = plan.lines, form.MARKS
    shown = [text if text in marks else None for text, _ in numbers]
    beside = [
        (str(level), role.value, rule or "")
        for level, role, rule in zip(annex.levels(plan), lines.roles, lines.equals, strict=True)
    ]
    beside += [("0", "", "")] * (len(rows) - len(beside))
    table = [[*(text for text, _ in numbers), marks.level, marks.role, marks.rule]]
    for texts, more in zip(rows, beside, strict=True):
        table.append([*(text if mark else "" for mark, (text, _) in zip(shown, texts, strict=True)), *more])
    root = etree.Element(form.CARRIED)
    for tag, told in ((form.ROW, table), (form.SAID, form.structure(plan))):
        for one in told:
            etree.SubElement(root, tag).text = json.dumps(one)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
