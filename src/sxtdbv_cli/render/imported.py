"""What the plan file of a table says in comments: where it comes from, what was not understood."""

from pathlib import Path
from typing import NamedTuple

from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import DECLARED, Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sheet import GRID, Sheet
from sxtdbv_cli.text.language import Language, Text

MADE = Text("Nhập từ {file}{where} bằng sxtdbv import.", "Imported from {file}{where} by sxtdbv import.")
LEFT_OUT = Text("Không đưa vào kế hoạch:", "Left out:")
ROW = Text("  dòng {row:d}: {why}: {text}", "  row {row:d}: {why}: {text}")
DOUBTS = Text("Chưa chắc:", "Doubts:")
MOST = 50
"""So many rows that were left out are listed."""


class Comments(NamedTuple):
    """The lines at the top of the file, and those before a line of the table, by its position; before the declared
    totals for None."""

    heading: list[str]
    at: dict[int | None, list[str]]


def comments_of(report: Report, sheet: Sheet, plan: Plan, language: Language) -> Comments:
    """The comments of a plan that was read from a table."""
    at: dict[int | None, list[str]] = {}
    top: list[str] = []
    for finding in report.findings:
        if finding.code.startswith("SX5"):
            line = _line_of(finding, plan, sheet)
            said = f"{finding.code} {finding.place.within}: {finding.say(language, plan.unit.digits)}"
            (top if line == _NOWHERE else at.setdefault(line, [])).append(said)
    return Comments(_heading(report, sheet, top, language), at)


_NOWHERE = -1


def _line_of(finding: Finding, plan: Plan, sheet: Sheet) -> int | None:
    """The line of the table that a finding is about, None for the declared totals, -1 for the table as a whole."""
    address = finding.address
    if address[0] == "lines" and len(address) > 1:
        return int(address[1])
    if address[0] == DECLARED and any(amount is not None for amount in plan.declared):
        return None
    return _at(sheet, address) if address[0] == GRID else _NOWHERE


def _at(sheet: Sheet, address: Address) -> int:
    """The line of a cell of the grid: of two in its row, the one on its side."""
    rows = [line for line, row in enumerate(sheet.rows) if row == address[1]]
    beside = [line for line in rows if sheet.shifts.get(line, 0) + sheet.understanding.block.left <= int(address[2])]
    return (beside or rows or [_NOWHERE])[-1]


def _heading(report: Report, sheet: Sheet, doubts: list[str], language: Language) -> list[str]:
    where = f", {sheet.grid.name}" if sheet.grid.place(0, 0).sheet is not None else ""
    lines = [MADE.say(language, {"file": Path(report.file).name, "where": where})]
    left = sheet.understanding.left_out
    if doubts:
        lines += [DOUBTS.say(language), *(f"  {doubt}" for doubt in doubts)]
    if left:
        lines.append(LEFT_OUT.say(language))
        lines += [ROW.say(language, {"row": one.row + 1, "why": one.why, "text": one.text}) for one in left[:MOST]]
    if len(left) > MOST:
        lines.append(f"  … {len(left) - MOST}")
    return lines
