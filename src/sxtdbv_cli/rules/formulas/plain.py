"""The quick way for what nearly every sum formula is: one range that holds just the parts of its sum."""

from functools import cached_property

from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.model.sheet import Sheet
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.rules.cells import AmountCell
from sxtdbv_cli.rules.formulas.parse import NotRead, plain_sum

Run = tuple[int, int]
"""The first and the last of rows or columns that stand side by side."""


class PlainSums:
    """The ranges that the sums of a plan are, where each is one range."""

    def __init__(self, subject: Subject, sheet: Sheet) -> None:
        self.plan = subject.printed
        self.sheet = sheet
        self.own_rule = {rule.whole for rule in self.plan.line_rules}

    def fits(self, found: AmountCell, formula: str) -> bool:
        """Whether a formula adds the one range that is the sum of its cell, down or across."""
        try:
            area = plain_sum(formula)
        except NotRead:
            return False
        if area is None:
            return False
        line, column = self.plan.position(found.cell)
        row, place = found.position
        if area.top == area.bottom == row:
            return (area.left, area.right) == self._across[column]
        return area.left == area.right == place and (area.top, area.bottom) == self._down(line)

    @cached_property
    def _across(self) -> list[Run | None]:
        """The columns that each column of the plan is the sum of."""
        places = self.sheet.columns
        return [None if column.minus else _run([places[part] for part in column.plus]) for column in self.plan.columns]

    def _down(self, line: int) -> Run | None:
        """The rows of the child lines of a line; those at the top for the declared totals."""
        roles, figures = self.plan.lines.roles, self.sheet.figures
        children = self.plan.children[line]
        if line in self.own_rule or any(roles[child] is not Role.PART for child in children):
            return None
        return _run([figures[child] for child in children])


def _run(places: list[int]) -> Run | None:
    """The run that places make in their order; None where they do not stand side by side."""
    if not places or places != list(range(places[0], places[0] + len(places))):
        return None
    return places[0], places[-1]
