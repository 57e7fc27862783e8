"""By what a workbook says beside its cells: the outline levels of its rows, the sums of its formulas."""

from collections.abc import Sequence

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.down import by_formula
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.way import Nested, Way, stepped
from sxtdbv_cli.text.language import Text

_above = stepped(lambda entry: entry.outline)


def _below(entries: Sequence[Entry]) -> Nested:
    """Where the total stands below its lines, the next line of a lower level is the parent: the same read upwards."""
    last = len(entries) - 1
    upwards = _above(entries[::-1]).parents[::-1]
    return Nested([NOWHERE if parent == NOWHERE else last - parent for parent in upwards])


OUTLINE = (
    Way(Text("theo cấp nhóm dòng (tổng ở trên)", "by outline levels (totals above)"), _above),
    Way(Text("theo cấp nhóm dòng (tổng ở dưới)", "by outline levels (totals below)"), _below),
)
FORMULAS = Way(
    Text("theo công thức cộng của các dòng", "by the sums that the formulas of the lines add"),
    lambda entries: Nested([*by_formula(entries)]),
)


def outlined(entries: Sequence[Entry]) -> Sequence[Way]:
    """Both ways by outline levels, where any row is grouped."""
    return OUTLINE if any(entry.outline for entry in entries) else ()


def summed(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by formulas, where one adds other rows."""
    return (FORMULAS,) if any(entry.adds for entry in entries) else ()
