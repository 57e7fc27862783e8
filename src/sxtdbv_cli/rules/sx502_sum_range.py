"""SX502: a sum formula that leaves out a part, or takes in what is none."""

from functools import cached_property

from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.model.sheet import Sheet
from sxtdbv_cli.rules.cells import FORMULA, AmountCell, amount_cells, names
from sxtdbv_cli.rules.formulas.compare import SheetSums
from sxtdbv_cli.rules.formulas.parse import NotRead, plain_sum
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.WARNING
TITLE = Text("Công thức cộng thiếu hoặc thừa ô", "A sum formula leaves out or takes in cells")
MESSAGE = Text(
    "công thức {formula} bỏ sót {left_out} và cộng thừa {taken_in}",
    "the formula {formula} leaves out {left_out} and takes in {taken_in}",
)
LEFT_OUT = Text("công thức {formula} bỏ sót {left_out}", "the formula {formula} leaves out {left_out}")
TAKEN_IN = Text("công thức {formula} cộng thừa {taken_in}", "the formula {formula} takes in {taken_in}")

SHOWN = 60


Run = tuple[int, int]
"""The first and the last of rows or columns that stand side by side."""


def check(subject: Subject) -> Hits:
    """Yield a hit for every formula that adds other cells than the sum it stands for."""
    sheet = subject.sheet
    if sheet is None or not sheet.grid.has_formulas:
        return
    plain, sums = PlainSums(subject, sheet), SheetSums(subject, sheet)
    for found in amount_cells(subject, sheet, FORMULA):
        formula = found.found.formula or ""
        if plain.fits(found, formula):
            continue
        wrong = sums.compare(found.position, formula)
        if wrong and any(wrong):
            facts = {"formula": formula[:SHOWN], "left_out": names(wrong.left_out), "taken_in": names(wrong.taken_in)}
            message = None if all(wrong) else LEFT_OUT if wrong.left_out else TAKEN_IN
            yield Hit(subject.printed.address(found.cell), facts, message=message)


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
