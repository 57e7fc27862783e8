"""By capitals: a line in capitals heads those behind it that are not; below it bold type is a level of its own."""

from collections.abc import Sequence

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.steps import stepped
from sxtdbv_cli.tables.nest.way import Way
from sxtdbv_cli.text.language import Text


def _step(entry: Entry) -> int:
    return 0 if _in_capitals(entry) else 1 + (not entry.bold)


def _in_capitals(entry: Entry) -> bool:
    """Whether a title of several words is in capitals: one word may be a short name."""
    return entry.title.isupper() and " " in entry.title


WAYS = (Way(Text("theo chữ in hoa", "by capitals"), stepped(_step), proved=True),)


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way, where the first line is in capitals, and others are not."""
    return WAYS if entries and _in_capitals(entries[0]) and not all(map(_in_capitals, entries)) else ()
