"""By the sums that the formulas of the lines add."""

from collections.abc import Sequence

from sxtdbv_cli.tables.down import by_formula
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.way import Nested, Way
from sxtdbv_cli.text.language import Text


def _nest(entries: Sequence[Entry]) -> Nested:
    """Lines below the one whose formulas add them."""
    return Nested(list(by_formula(entries)))


_WHY = Text("theo công thức cộng của các dòng", "by the sums that the formulas of the lines add")
WAYS = (Way(_WHY, _nest),)


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way, where a formula adds other rows."""
    return WAYS if any(entry.adds for entry in entries) else ()
