"""By codes that order nothing (a number of seven digits for each project): a line without one heads those behind it."""

from collections.abc import Sequence

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.steps import stepped
from sxtdbv_cli.tables.nest.way import Way
from sxtdbv_cli.text.language import Text

WAYS = (
    Way(
        Text("dòng không có mã số là mục của các dòng có mã", "lines without a code head those that have one"),
        stepped(lambda entry: bool(entry.code)),
        proved=True,
    ),
)


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way, where the first line has no code, and others have."""
    return WAYS if entries and not entries[0].code and any(entry.code for entry in entries) else ()
