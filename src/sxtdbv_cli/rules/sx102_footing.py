"""SX102: the child lines of a line add up to it, in every column (footing, cộng dọc)."""

from sxtdbv_cli.model.audit import added, weigh
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.sums import Kind, Sum, promised
from sxtdbv_cli.rules.rule import Facts, Hit, Hits, Severity, Subject, Text
from sxtdbv_cli.rules.words import ADDED, sum_hits

SEVERITY = Severity.ERROR
TITLE = Text("Các dòng con không cộng bằng dòng trên", "The child lines do not add up to their parent")
MESSAGE = ADDED
ELSEWHERE = Text(
    "ghi {stated} ở cột này, còn các dòng con ghi {stated} ở cột “{column}”, là cột dòng này để trống: có thể một bên "
    "đặt nhầm cột",
    "states {stated} in this column, the child lines have {stated} in “{column}”, where this line is blank: one of "
    "them may stand in the wrong column",
)
FEW = 2
"""Where more lines are so, it is meant."""


def check(subject: Subject) -> Hits:
    """Yield a hit for every sum that fails, and a warning for what stands in another column than its parts."""
    yield from sum_hits(subject, Kind.FOOTING, MESSAGE)
    if subject.audit.blank > 1 and 0 < len(found := _elsewhere(subject.plan)) <= FEW:
        plan, cells = subject.plan, subject.plan.cells
        sums = (sum_ for sum_ in promised(plan) if sum_.kind is Kind.FOOTING and weigh(cells, sum_))
        added_down = {_column(plan, sum_) for sum_ in sums}  # others have their totals in a column of their own
        for sum_, other in found:
            column = plan.columns[_column(plan, other)]
            if {_column(plan, sum_), _column(plan, other)} <= added_down:
                facts: Facts = {"stated": cells[sum_.whole], "column": column.title or column.key}
                related = tuple([plan.address(cell) for cell in other.cells if cells[cell] is not None])
                yield Hit(plan.address(sum_.whole), facts, related, Severity.WARNING, ELSEWHERE)


def _elsewhere(plan: Plan) -> list[tuple[Sum, Sum]]:
    """The sums whose parts are all blank, each with that in another column whose parts come to the same figure, but
    whose whole is blank."""
    cells, amounts = plan.cells, plan.lines.amounts
    lines = [line for line, children in enumerate(plan.children[:-1]) if children]
    some = [line for line in lines if len({column[line] is None for column in amounts}) > 1]
    footings = [sum_ for sum_ in promised(plan, some) if sum_.kind is Kind.FOOTING] if some else []
    blank = {
        (plan.position(sum_.whole)[0], computed): sum_
        for sum_ in footings
        if cells[sum_.whole] is None and (computed := added(cells, sum_))
    }
    alone = [sum_ for sum_ in footings if cells[sum_.whole] and added(cells, sum_) is None]
    keys = [(plan.position(sum_.whole)[0], cells[sum_.whole]) for sum_ in alone]
    return [(sum_, blank[key]) for sum_, key in zip(alone, keys, strict=True) if key in blank]


def _column(plan: Plan, sum_: Sum) -> int:
    return plan.position(sum_.whole)[1]
