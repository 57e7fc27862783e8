"""SX102: the child lines of a line add up to it, in every column (footing, cộng dọc)."""

from collections.abc import Iterator

from sxtdbv_cli.model.audit import added
from sxtdbv_cli.model.sums import Kind, Sum, promised
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text
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
"""Where more lines are so, the table has its totals in a column of their own."""


def check(subject: Subject) -> Hits:
    """Yield a hit for every sum that fails, and a warning for what stands in another column than its parts."""
    yield from sum_hits(subject, Kind.FOOTING, MESSAGE)
    if subject.audit.blank > 1:
        found = list(_elsewhere(subject))
        if len(found) <= FEW:
            yield from found


def _elsewhere(subject: Subject) -> Iterator[Hit]:
    """The figures whose parts are all blank, while in another column they come to the same and the whole is blank."""
    plan, cells = subject.plan, subject.plan.cells
    rows = {
        line: {amounts[line] is None for amounts in plan.lines.amounts}
        for line, children in enumerate(plan.children[:-1])
        if children
    }
    alone: dict[tuple[int, int], Sum] = {}
    parts: dict[tuple[int, int], list[Sum]] = {}
    for sum_ in promised(plan, [line for line, blank in rows.items() if len(blank) > 1]):
        if sum_.kind is Kind.FOOTING:
            stated, computed = cells[sum_.whole], added(cells, sum_)
            line, _ = plan.position(sum_.whole)
            if stated and computed is None:
                alone[line, stated] = sum_
            elif computed and stated is None:
                parts.setdefault((line, computed), []).append(sum_)
    for (line, stated), sum_ in alone.items():
        for other in parts.get((line, stated), ())[:1]:
            column = plan.columns[plan.position(other.whole)[1]]
            related = [plan.address(cell) for cell in other.cells if cells[cell] is not None]
            yield Hit(
                plan.address(sum_.whole),
                {"stated": stated, "column": column.title or column.key},
                tuple(related),
                Severity.WARNING,
                ELSEWHERE,
            )
