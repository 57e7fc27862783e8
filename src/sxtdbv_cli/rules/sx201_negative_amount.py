"""SX201: an amount below zero."""

from collections.abc import Sequence

from sxtdbv_cli.model.plan import Amount, Role
from sxtdbv_cli.model.sums import Kind, promised
from sxtdbv_cli.rules.differences import is_difference_column, is_difference_line
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.WARNING
TITLE = Text("Số âm", "A negative amount")
MESSAGE = Text(
    "ghi số âm {amount}; nếu là khoản giảm trừ thì ghi số dương ở dòng có role: deduction",
    "states the negative amount {amount}; what is taken away is a positive amount in a line with role: deduction",
)
IN_TABLE = Text(
    "ghi số âm {amount}; nếu là khoản giảm trừ thì ghi “Trừ:” ở đầu nội dung và ghi số dương",
    "states the negative amount {amount}; what is taken away is a positive amount in a line that begins with “Less:”",
)
DEDUCTION = Text(
    "dòng giảm trừ ghi số âm {amount}, nên bị cộng thêm chứ không trừ đi; khoản giảm trừ phải ghi số dương",
    "a deduction states the negative amount {amount}, which adds it; a deduction is a positive amount",
)
TOTAL = Text("tổng nêu trong văn bản là số âm {amount}", "the declared total is the negative amount {amount}")


def check(subject: Subject) -> Hits:
    """Yield a hit for every amount and total below zero, except in columns and lines that state a difference, and what
    a sum of a table confirms."""
    plan = subject.plan
    confirmed = _confirmed(subject)
    for column, amounts in enumerate(plan.lines.amounts):
        if is_difference_column(plan.columns[column]) or (subject.sheet is not None and _below_zero(amounts)):
            continue
        for line, amount in enumerate(amounts):
            if amount is None or amount >= 0 or plan.lines.equals[line] is not None:
                continue
            if is_difference_line(plan.lines.titles[line]):
                continue
            stated = [column[line] for column in plan.lines.amounts]
            if subject.sheet is not None and (line in confirmed or _below_zero(stated)):
                continue
            message = MESSAGE if subject.sheet is None else IN_TABLE
            message = DEDUCTION if plan.lines.roles[line] is Role.DEDUCTION else message
            yield Hit(plan.address(plan.cell(line, column)), {"amount": amount}, message=message)
        if (total := plan.declared[column]) is not None and total < 0:
            yield Hit(plan.address(plan.cell(len(plan.lines), column)), {"amount": total}, message=TOTAL)


def _confirmed(subject: Subject) -> frozenset[int]:
    """The lines of a table with one amount, below zero, that a line above or a total takes in, where that sum holds."""
    plan = subject.plan
    lone = {line for line, amounts in enumerate(zip(*plan.lines.amounts, strict=True)) if _is_lone(amounts)}
    if subject.sheet is None or not lone:
        return frozenset()
    fails = {balance.sum for balance in (*subject.audit.failing, *subject.audit.unconfirmed)}
    down = (one for one in promised(plan) if one.kind in (Kind.FOOTING, Kind.DECLARED) and one not in fails)
    taken = (cell for one in down if plan.cells[one.whole] is not None for cell in one.plus)
    return frozenset(line for cell in taken if (line := plan.position(cell)[0]) in lone)


def _is_lone(amounts: Sequence[Amount]) -> bool:
    """Whether one amount alone is stated, and it is below zero."""
    stated = [amount for amount in amounts if amount is not None]
    return len(stated) == 1 and stated[0] < 0


def _below_zero(amounts: Sequence[Amount]) -> bool:
    """Whether several amounts are stated, and none above zero: statements set what is spent in brackets."""
    stated = [amount for amount in amounts if amount is not None]
    return len(stated) > 1 and max(stated) <= 0
