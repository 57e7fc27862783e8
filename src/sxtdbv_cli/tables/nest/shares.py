"""By shares of the whole: lines with a percentage are sections, those behind them only details."""

from collections.abc import Sequence

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.way import Nested, Way
from sxtdbv_cli.text.language import Text


def _nest(entries: Sequence[Entry]) -> Nested:
    """Lines without a share of the whole below the last that has one."""
    head = last = NOWHERE
    parents: list[int] = []
    for line, entry in enumerate(entries):
        parents.append(last if entry.listed and not entry.shared else NOWHERE if entry.shared else head)
        head = line if entry.shared else head
        last = last if entry.listed else line
    return Nested(parents)


_WHY = Text(
    "dòng có tỷ trọng là mục, các dòng sau chỉ liệt kê", "lines with a share are sections, those behind details"
)
WAYS = (Way(_WHY, _nest, partial=True),)


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way, where some lines have a share of the whole, the first among them, and others have none."""
    if not entries or not entries[0].shared:
        return ()
    return WAYS if any(not entry.shared and not entry.listed for entry in entries) else ()
