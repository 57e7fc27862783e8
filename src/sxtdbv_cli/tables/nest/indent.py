"""By indentation: leading blanks, the format of the cell, or titles in columns further to the right."""

from collections.abc import Sequence

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.steps import stepped
from sxtdbv_cli.tables.nest.way import Way
from sxtdbv_cli.text.language import Text

by_indent = stepped(lambda entry: entry.indent)
"""Each line below the last one before it that is indented less."""
WAYS = (Way(Text("theo mức thụt đầu dòng", "by indentation"), by_indent),)

BARE_ABOVE = Way(
    Text("dòng không có mã đứng trên các dòng có mã theo sau", "lines without a code head those with one that follow"),
    stepped(lambda entry: entry.indent + 1 if entry.code else 0),
)
"""Groups without a code above codes that have a column for each level."""


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way, where lines are indented differently."""
    return WAYS if len({entry.indent for entry in entries}) > 1 else ()


def by_columns(entries: Sequence[Entry]) -> Sequence[Way]:
    """The ways of a table whose levels stand in columns of their own."""
    coded = sum(entry.code is not None for entry in entries)
    return (*WAYS, BARE_ABOVE) if 0 < len(entries) - coded < coded else WAYS
