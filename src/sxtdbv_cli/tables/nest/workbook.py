"""By what a workbook says beside its titles: outline levels of its rows, sums of its formulas, shares of the whole."""

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


def _below_shares(entries: Sequence[Entry]) -> Nested:
    """Lines without a share of the whole below the last that has one."""
    head = last = NOWHERE
    parents: list[int] = []
    for line, entry in enumerate(entries):
        parents.append(last if entry.listed and not entry.shared else NOWHERE if entry.shared else head)
        head = line if entry.shared else head
        last = last if entry.listed else line
    return Nested(parents)


OUTLINE = (
    Way(Text("theo cấp nhóm dòng (tổng ở trên)", "by outline levels (totals above)"), _above),
    Way(Text("theo cấp nhóm dòng (tổng ở dưới)", "by outline levels (totals below)"), _below),
)
FORMULAS = Way(
    Text("theo công thức cộng của các dòng", "by the sums that the formulas of the lines add"),
    lambda entries: Nested([*by_formula(entries)]),
)
_BY_SHARE = Text(
    "dòng có tỷ trọng là mục, các dòng sau chỉ liệt kê", "lines with a share are sections, those behind details"
)
SHARES = (Way(_BY_SHARE, _below_shares, partial=True),)


def outlined(entries: Sequence[Entry]) -> Sequence[Way]:
    """Both ways by outline levels, where any row is grouped."""
    return OUTLINE if any(entry.outline for entry in entries) else ()


def summed(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by formulas, where one adds other rows."""
    return (FORMULAS,) if any(entry.adds for entry in entries) else ()


def shared(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by shares, where some lines have a share of the whole, the first among them, and others have none."""
    if not entries or not entries[0].shared:
        return ()
    return SHARES if any(not entry.shared and not entry.listed for entry in entries) else ()
