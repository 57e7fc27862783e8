"""By how titles look: indented (leading blanks, the format of the cell, columns further to the right), in bold type, in
capitals."""

from collections.abc import Sequence

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.way import Way, stepped
from sxtdbv_cli.text.language import Text

by_indent = stepped(lambda entry: entry.indent)
"""Each line below the last one before it that is indented less."""
INDENTED = (Way(Text("theo mức thụt đầu dòng", "by indentation"), by_indent),)
BARE_ABOVE = Way(
    Text("dòng không có mã đứng trên các dòng có mã theo sau", "lines without a code head those with one that follow"),
    stepped(lambda entry: entry.indent + 1 if entry.code else 0),
)
"""Groups without a code above codes that have a column for each level."""
BOLD = Way(Text("theo chữ đậm", "by bold type"), stepped(lambda entry: not entry.bold), proved=True)
"""A line in bold type heads those behind it that are not."""
CAPITALS = Way(
    Text("theo chữ in hoa", "by capitals"),
    stepped(lambda entry: 0 if _in_capitals(entry) else 1 + (not entry.bold)),
    proved=True,
)
"""A line in capitals heads those behind it that are not; below it bold type is a level of its own."""


def indented(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by indentation, where lines are indented differently."""
    return INDENTED if len({entry.indent for entry in entries}) > 1 else ()


def by_columns(entries: Sequence[Entry]) -> Sequence[Way]:
    """The ways of a table whose levels stand in columns of their own."""
    coded = sum(entry.code is not None for entry in entries)
    return (*INDENTED, BARE_ABOVE) if 0 < len(entries) - coded < coded else INDENTED


def typed(entries: Sequence[Entry]) -> Sequence[Way]:
    """The ways by type: bold where the first line is so and others are not, then in the same way capitals."""
    bold, capitals = [entry.bold for entry in entries], [*map(_in_capitals, entries)]
    return [way for way, told in ((BOLD, bold), (CAPITALS, capitals)) if told and told[0] and not all(told)]


def _in_capitals(entry: Entry) -> bool:
    """Whether a title of several words is in capitals: one word may be a short name."""
    return entry.title.isupper() and " " in entry.title
