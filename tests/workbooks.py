"""Workbooks written as tables: the form in which the pages of rules show their examples.

A row a line, ``|`` between cells. ``=SUM(C2:C4) [30]`` is a formula and its stored value (none: never calculated),
``'30`` a number stored as text, ``#REF!`` an error. ``hidden:`` before a row hides it; ``merge C2:C3`` merges cells.
"""

import re
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

NUMBER = re.compile(r"-?\d+(\.\d+)?").fullmatch
FORMULA = re.compile(r"(=.*?)(?:\s+\[(.*)\])?").fullmatch


def book(table: str) -> bytes:
    stream = BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    sheet = workbook.add_worksheet("Bảng")
    merged = [line.removeprefix("merge ") for line in table.splitlines() if line.startswith("merge ")]
    for area in merged:
        sheet.merge_range(area, "")
    rows = [line for line in table.splitlines() if line.strip() and not line.startswith("merge ")]
    for row, line in enumerate(rows):
        if line.startswith("hidden:"):
            sheet.set_row(row, None, None, {"hidden": True})
        for column, text in enumerate(line.removeprefix("hidden:").split("|")):
            write(sheet, row, column, text.strip())
    workbook.close()
    return stream.getvalue()


def write(sheet: Any, row: int, column: int, text: str) -> None:
    match = FORMULA(text)
    if match and match[2] is None:
        sheet.write_formula(row, column, text, None, "")
    elif match:
        value = match[2]
        sheet.write_formula(row, column, match[1], None, float(value) if NUMBER(value) else value)
    elif text.startswith("#"):
        sheet.write_formula(row, column, "=1/0", None, text)
    elif NUMBER(text) and column > 1:
        sheet.write_number(row, column, float(text))
    elif text:
        sheet.write_string(row, column, text.removeprefix("'"))
