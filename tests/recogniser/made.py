"""Tables made for the tests, with the peculiarities of real ones; and readings as lines of text to compare."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font

from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.files.read import file_type, load
from sxtdbv_cli.model.choices import NONE, Choices
from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.render.inspect.json import plain_decimal

Rows = Sequence[Sequence[Any]]


def book(
    rows: Rows,
    merged: Sequence[str] = (),
    indent: Mapping[str, int] | None = None,
    outline: Mapping[int, int] | None = None,
    formats: Mapping[str, str] | None = None,
    name: str = "Sheet1",
) -> bytes:
    """A workbook of one sheet."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = name
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if value not in (None, ""):
                sheet.cell(row, column, value)
    for span in merged:
        sheet.merge_cells(span)
    for cell, level in (indent or {}).items():
        sheet[cell].alignment = Alignment(indent=level)
    for row, level in (outline or {}).items():
        sheet.row_dimensions[row].outlineLevel = level
    for cell, code in (formats or {}).items():
        sheet[cell].number_format = code
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def bold(content: bytes, rows: tuple[int, ...]) -> bytes:
    """The same workbook with some titles in bold type."""
    made = openpyxl.load_workbook(io.BytesIO(content))
    for row in rows:
        made.active.cell(row, 1).font = Font(bold=True)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def calculated(content: bytes, values: Mapping[str, int | float]) -> bytes:
    """The same workbook with the values of formulas as a spreadsheet stores them."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                for cell, value in values.items():
                    pattern = rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v ?(?:/>|></v>)'
                    text, found = re.subn(pattern.encode(), rf"\g<1><v>{value}</v>".encode(), text)
                    assert found == 1, cell
            new.writestr(name, text)
    return made.getvalue()


def sheets(tables: Mapping[str, Rows]) -> bytes:
    """A workbook of several sheets by their names."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in tables.items():
        sheet = made.create_sheet(name)
        for values in rows:
            sheet.append(list(values))
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def reading(content: bytes | str, name: str = "book.xlsx", choices: Choices = NONE) -> Loaded:
    """A table as it is read from a file of this name."""
    content = content.encode() if isinstance(content, str) else content
    return load(file_type(name), content, name, choices)


def lines(loaded: Loaded) -> list[str]:
    """The lines of a plan, indented by level: code and title, role, rule, the amounts of all columns."""
    plan = loaded.plan
    depths: list[int] = []
    found = []
    for line, parent in enumerate(plan.lines.parents):
        depths.append(0 if parent == NOWHERE else depths[parent] + 1)
        name = " ".join(filter(None, (plan.lines.codes[line], plan.lines.titles[line])))
        role = "" if plan.lines.roles[line] is Role.PART else f" [{plan.lines.roles[line].value}]"
        rule = f" [= {plan.lines.equals[line]}]" if plan.lines.equals[line] else ""
        amounts = " ".join(amount(loaded, column[line]) for column in plan.lines.amounts)
        found.append(f"{'  ' * depths[line]}{name}{role}{rule} | {amounts}")
    if any(value is not None for value in plan.declared):
        found.append(f"declared | {' '.join(amount(loaded, value) for value in plan.declared)}")
    return found


def amount(loaded: Loaded, value: int | None) -> str:
    """An amount in the unit of the table; a dot where it is blank."""
    return "." if value is None else plain_decimal(value, loaded.plan.unit.scale)


def columns(loaded: Loaded) -> dict[str, str]:
    """The keys of the columns of amounts, and the sums they state."""
    sheet = loaded.sheet
    assert sheet is not None
    return {column.key: column.rule or "" for column in sheet.understanding.columns if column.key}


def doubts(loaded: Loaded) -> list[str]:
    """The codes of the doubts, but for a unit that is not stated."""
    assert loaded.sheet is not None
    return [doubt.code for doubt in loaded.sheet.understanding.doubts if doubt.code != "SX512"]
