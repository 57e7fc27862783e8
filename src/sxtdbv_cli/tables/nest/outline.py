"""By the outline levels that a workbook groups its rows with."""

from collections.abc import Sequence

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.steps import stepped
from sxtdbv_cli.tables.nest.way import Nested, Way
from sxtdbv_cli.text.language import Text

_above = stepped(lambda entry: entry.outline)


def _below(entries: Sequence[Entry]) -> Nested:
    """Where the total stands below its lines, the next line of a lower level is the parent: the same read upwards."""
    last = len(entries) - 1
    upwards = _above(entries[::-1]).parents[::-1]
    return Nested([NOWHERE if parent == NOWHERE else last - parent for parent in upwards])


WAYS = (
    Way(Text("theo cấp nhóm dòng (tổng ở trên)", "by outline levels (totals above)"), _above),
    Way(Text("theo cấp nhóm dòng (tổng ở dưới)", "by outline levels (totals below)"), _below),
)


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """Both ways, where any row is grouped."""
    return WAYS if any(entry.outline for entry in entries) else ()
