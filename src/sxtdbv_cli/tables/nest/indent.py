"""By indentation: leading blanks, the format of the cell, or titles in columns further to the right."""

from collections.abc import Sequence

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.steps import stepped
from sxtdbv_cli.tables.nest.way import Way
from sxtdbv_cli.text.language import Text

WAYS = (Way(Text("theo mức thụt đầu dòng", "by indentation"), stepped(lambda entry: entry.indent)),)


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way, where lines are indented differently."""
    return WAYS if len({entry.indent for entry in entries}) > 1 else ()
