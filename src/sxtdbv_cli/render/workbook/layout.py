"""Where everything stands in the sheet of the annex."""

from typing import NamedTuple

from sxtdbv_cli.model import form
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import DECLARED, Cell, Plan, Role
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.model.summary import Summary, only_section

CODE, TITLE = 0, 1
ISSUER, ANNEX, NAME, ATTACHED, UNIT, HEADER, NUMBERS, FIRST = range(8)
"""The rows above the lines: heading, unit, header, the row that numbers the columns, the first line."""


class Layout(NamedTuple):
    """The columns of the sheet; None for those it does without. ``agrees``: the declared totals are what the sections
    come to, so that one row says both. ``checks`` are those of the differences: down
    (True) or across, and the column of the plan."""

    plan: Plan
    agrees: bool
    schedule: int | None
    amounts: int
    note: int | None
    last: int
    checks: dict[tuple[bool, int], int]
    level: int
    role: int | None
    rule: int | None

    @property
    def total(self) -> int:
        """The row of the sum of the sections, of the totals that are just that, or of the only section."""
        only = only_section(self.plan)
        return FIRST + (len(self.plan.lines) if only is None else only)

    @property
    def below(self) -> int:
        """The row behind the lines and their sum."""
        return max(self.total + (not self.agrees), FIRST + len(self.plan.lines))

    @property
    def declared(self) -> int | None:
        """The row of the declared totals, where there are any."""
        return self.below if any(amount is not None for amount in self.plan.declared) else None

    @property
    def end(self) -> int:
        """The last row of the table."""
        return self.declared or self.below - 1

    def of(self, cell: Cell) -> Position:
        """Where an amount stands."""
        line, column = self.plan.position(cell)
        return self.below if line == len(self.plan.lines) else FIRST + line, self.amounts + column

    def at(self, address: Address) -> Position | None:
        """Where the thing of an address stands; None for what is not in the sheet."""
        keys = [column.key for column in self.plan.columns]
        if address[0] == DECLARED and self.declared is not None:
            return self.declared, self.amounts + keys.index(str(address[1])) if len(address) > 1 else TITLE
        if address[0] != "lines" or len(address) < 2:
            return None
        row = FIRST + int(address[1])
        field = str(address[2]) if len(address) > 2 else "code"
        if field == "amounts" and len(address) > 3:
            return row, self.amounts + keys.index(str(address[3]))
        columns = {"code": CODE, "schedule": self.schedule, "note": self.note, "role": self.role, "equals": self.rule}
        return row, columns.get(field) or (CODE if field == "code" else TITLE)


def layout(summary: Summary, checked: list[tuple[bool, int]]) -> Layout:
    """Lay out the sheet of the plan of a summary with these columns of differences."""
    plan, lines = summary.plan, summary.plan.lines
    schedule = 2 if any(lines.schedules) else None
    amounts = 3 if schedule else 2
    after = amounts + len(plan.columns)
    note = after if any(lines.notes) else None
    last = after if note else after - 1
    checks = {key: last + 2 + place for place, key in enumerate(checked)}
    level = last + 2 + len(checks) + bool(checks)
    role = level + 1 if any(role is not Role.PART for role in lines.roles) else None
    rule = (role or level) + 1 if any(lines.equals) else None
    return Layout(plan, summary.agrees, schedule, amounts, note, last, checks, level, role, rule)


def numbers(found: Layout) -> dict[int, str]:
    """What stands in the row that numbers the columns."""
    marks = form.MARKS
    named = {
        CODE: marks.code,
        TITLE: marks.title,
        found.schedule: marks.schedule,
        found.note: marks.note,
        found.level: marks.level,
        found.role: marks.role,
        found.rule: marks.rule,
    }
    amounts = {found.amounts + place: form.number(place, column) for place, column in enumerate(found.plan.columns)}
    return amounts | {column: mark for column, mark in named.items() if column is not None}
