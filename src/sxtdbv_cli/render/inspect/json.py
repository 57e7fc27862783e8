"""JSON: the full record of a table that was read, as docs/workbooks.md describes it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.model.plan import NOWHERE, Amount, Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sheet import Sheet
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.render.annex import levels
from sxtdbv_cli.render.record import VERSION, place, record
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.as_json import as_records
from sxtdbv_cli.text.language import Language


def render(reports: Sequence[Report], style: Style) -> str:
    """The records of all files, indented for reading."""
    return as_records([_record(report, style) for report in reports])


def _record(report: Report, style: Style) -> dict[str, Any]:
    whole = record(report, style)
    if report.subject is None or report.subject.sheet is None:
        return whole
    subject, sheet = report.subject, report.subject.sheet
    understanding = sheet.understanding
    found = list(zip(report.findings, whole["findings"], strict=True))
    return {
        "version": VERSION,
        "file": report.file,
        "sheet": sheet.grid.name,
        "block": understanding.block.name,
        "header": [row + 1 for row in understanding.header],
        "title": subject.plan.document.title,
        "unit": understanding.unit,
        "nesting": understanding.nesting.say(style.language),
        "columns": _columns(subject.plan, sheet, style.language),
        "lines": [_line(subject.plan, sheet, *found) for found in enumerate(levels(subject.plan))],
        "declared": _declared(subject, sheet),
        "left_out": [
            {
                "row": left.row + 1,
                "text": left.text,
                "why": left.why.say(style.language),
                "place": place(sheet.grid.place(left.row, understanding.block.left)),
            }
            for left in understanding.left_out
        ],
        "sums": subject.audit.counts,
        "doubts": [told for one, told in found if one.of_reading],
        "cells": [told for one, told in found if one.of_cells],
    }


def _columns(plan: Plan, sheet: Sheet, language: Language) -> list[dict[str, Any]]:
    found = []
    for column in sheet.understanding.columns:
        entry: dict[str, Any] = {
            "column": column_letters(column.column + 1),
            "heading": column.heading,
            "use": column.use.value,
            "why": column.why.say(language),
        }
        if column.key is not None:
            own = plan.columns[sheet.keys[column.key]]
            entry |= {
                "key": column.key,
                "year": own.year,
                "plus": [plan.columns[part].key for part in own.plus],
                "minus": [plan.columns[part].key for part in own.minus],
            }
        found.append(entry)
    return found


def _line(plan: Plan, sheet: Sheet, line: int, level: int) -> dict[str, Any]:
    lines = plan.lines
    parent = lines.parents[line]
    return {
        "path": plan.paths[line],
        "code": lines.codes[line],
        "title": lines.titles[line],
        "parent": None if parent == NOWHERE else parent,
        "level": level,
        "role": lines.roles[line].value,
        "schedule": lines.schedules[line],
        "note": lines.notes[line],
        "equals": lines.equals[line],
        "amounts": _amounts(plan, [amounts[line] for amounts in lines.amounts]),
        "place": place(sheet.place(("lines", line))),
    }


def _amounts(plan: Plan, amounts: Sequence[Amount]) -> dict[str, str | None]:
    """Amounts in the unit of the table, as decimal numbers in text; null where blank."""
    return {
        column.key: None if amount is None else plain_decimal(amount, plan.unit.scale)
        for column, amount in zip(plan.columns, amounts, strict=True)
    }


def plain_decimal(amount: int, scale: int) -> str:
    """An amount as a decimal number: ``1977.8`` for 1.977.800.000 đồng in triệu đồng."""
    text = f"{Decimal(amount).scaleb(-scale):f}" if scale else str(amount)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _declared(subject: Subject, sheet: Sheet) -> dict[str, Any] | None:
    position = sheet.cell_of(("declared",))
    if position is None:
        return None
    return {
        "row": position[0] + 1,
        "amounts": _amounts(subject.plan, subject.plan.declared),
        "place": place(sheet.place(("declared",))),
    }
