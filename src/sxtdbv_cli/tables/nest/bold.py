"""By bold type: a line in bold heads those behind it that are not."""

from collections.abc import Sequence

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.steps import stepped
from sxtdbv_cli.tables.nest.way import Way
from sxtdbv_cli.text.language import Text

WAYS = (Way(Text("theo chữ đậm", "by bold type"), stepped(lambda entry: not entry.bold), proved=True),)


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way, where the first line is in bold type, and others are not."""
    return WAYS if entries and entries[0].bold and not all(entry.bold for entry in entries) else ()
