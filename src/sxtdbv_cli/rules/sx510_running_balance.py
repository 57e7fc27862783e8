"""SX510: a balance that does not go on from the line before."""

from collections.abc import Sequence

from sxtdbv_cli.model.sheet import Balance, Sheet
from sxtdbv_cli.rules.rule import Facts, Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.ERROR
TITLE = Text("Số tồn không nối tiếp dòng trước", "A balance that does not go on from the line before")
MESSAGE = Text(
    "ghi {stated}, nối tiếp dòng trước ({factors}) được {computed}, lệch {gap}",
    "states {stated}, going on from the line before ({factors}) it is {computed}, off by {gap}",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every balance that is not the one before with what came in, less what went out."""
    plan, sheet = subject.printed, subject.sheet
    if sheet is None:
        return
    for one in sheet.understanding.balances:
        cell, *others = one.cells(plan)
        if one.is_off:
            gap = one.stated - one.computed
            facts: Facts = {"stated": one.stated, "computed": one.computed, "gap": gap, "factors": _terms(sheet, one)}
            related = [other for other in others if plan.cells[other] is not None]
            yield Hit(plan.address(cell), facts, tuple(plan.address(other) for other in related))


def _terms(sheet: Sheet, one: Balance) -> str:
    """The cells that a balance is made of: ``G9 + E10 - F10``, of several lines ``G9 + E10:E12``."""
    signed = [*((" + ", column) for column in one.plus), *((" - ", column) for column in one.minus)]
    lines = sorted({*one.since[:1], *one.since[-1:]})
    moved = [f"{sign}{':'.join(_names(sheet, lines, column))}" for sign, column in signed if lines]
    return "".join([*_names(sheet, [one.before], one.column), *moved])


def _names(sheet: Sheet, lines: Sequence[int], column: int) -> list[str]:
    at = sheet.columns[column]
    return [sheet.grid.named((sheet.figures[line], at + sheet.shifts.get(line, 0))) for line in lines]
