"""SX105: the lines of an of-which listing (trong đó) together never exceed the line above."""

from sxtdbv_cli.model.audit import rounding
from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.ERROR
TITLE = Text("Phần “trong đó” lớn hơn dòng trên", "An of-which listing exceeds the line above")
MESSAGE = Text(
    "dòng trên ghi {stated}, riêng các dòng “trong đó” đã là {listed}, vượt {excess}",
    "the line states {stated}, its of-which lines alone come to {listed}, {excess} more",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every line whose of-which child lines together exceed it, column by column.

    Below zero the listing may not lie farther below; a rounded table is allowed its rounding, as in the sums.
    """
    plan = subject.plan
    lines = plan.lines
    if Role.OF_WHICH not in lines.roles:
        return
    for line, children in enumerate(plan.children[:-1]):
        listing = [child for child in children if lines.roles[child] is Role.OF_WHICH]
        for column, amounts in enumerate(lines.amounts):
            stated = amounts[line]
            figures = [amount for child in listing if (amount := amounts[child]) is not None]
            if stated is None or not figures:
                continue
            excess = sum(figures) - stated if stated >= 0 else stated - sum(figures)
            if excess > rounding(plan, 1 + len(figures)):
                parts = tuple(plan.address(plan.cell(child, column)) for child in listing if amounts[child] is not None)
                facts = {"stated": stated, "listed": sum(figures), "excess": excess}
                yield Hit(plan.address(plan.cell(line, column)), facts, parts)
