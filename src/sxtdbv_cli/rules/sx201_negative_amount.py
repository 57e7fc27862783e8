"""SX201: an amount below zero."""

from collections.abc import Iterator, Sequence

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.plan import NOWHERE, Amount, Cell, Plan, Role
from sxtdbv_cli.model.results import is_difference_column, is_difference_line
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text, confirmed

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
    """Yield a hit for every amount and total below zero, except in columns and lines that state a difference, and in
    balances that go on; a note where a sum of a table confirms it, and where several amounts of a table are so: a slip
    is one."""
    found = [*_negative(subject)]
    plan, table = subject.plan, subject.sheet is not None
    sound = confirmed(subject, [cell for cell, _ in found] if table else (), typed=True)
    for cell, message in found:
        settled = cell in sound or (table and len(found) > 1 and message is not DEDUCTION)
        severity = Severity.NOTE if settled else None
        yield Hit(plan.address(cell), {"amount": plan.cells[cell]}, severity=severity, message=message)


def _negative(subject: Subject) -> Iterator[tuple[Cell, Text]]:
    """The cells below zero, and what there is to say of each."""
    plan, running = subject.plan, subject.sheet.understanding.running if subject.sheet is not None else ()
    for column, amounts in enumerate(plan.lines.amounts):
        if min(filter(None, (*amounts, plan.declared[column])), default=0) >= 0:
            continue  # as in nearly all
        if (
            column in running
            or is_difference_column(plan.columns[column])
            or (subject.sheet is not None and _below_zero(amounts))
        ):
            continue
        below = [line for line, amount in enumerate(amounts) if amount is not None and amount < 0]
        spent = _spent(plan, amounts) if below and subject.sheet is not None else frozenset()
        for line in below:
            if plan.lines.equals[line] is not None:
                continue
            if plan.lines.parents[line] in spent and plan.lines.roles[line] is not Role.DEDUCTION:
                continue
            if is_difference_line(plan.lines.titles[line]):
                continue
            if subject.sheet is not None and _below_zero([column[line] for column in plan.lines.amounts]):
                continue
            message = MESSAGE if subject.sheet is None else IN_TABLE
            yield plan.cell(line, column), DEDUCTION if plan.lines.roles[line] is Role.DEDUCTION else message
        if (total := plan.declared[column]) is not None and total < 0:
            yield plan.cell(len(plan.lines), column), TOTAL


def _spent(plan: Plan, amounts: Sequence[Amount]) -> frozenset[int]:
    """The lines below which no amount of a column is above zero and several are below it: sections of what is spent."""
    parents = zip(plan.lines.parents, amounts, strict=True)
    below = by_key((parent, amount) for parent, amount in parents if parent != NOWHERE)
    signs = {parent: [amount < 0 for amount in listed if amount] for parent, listed in below.items()}
    return frozenset(parent for parent, listed in signs.items() if len(listed) > 1 and all(listed))


def _below_zero(amounts: Sequence[Amount]) -> bool:
    """Whether several amounts are stated, and none above zero: statements set what is spent in brackets."""
    stated = [amount for amount in amounts if amount is not None]
    return len(stated) > 1 and max(stated) <= 0
