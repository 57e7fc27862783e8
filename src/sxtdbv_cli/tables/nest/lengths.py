"""By the length of the codes: 05, 051, 0511."""

import re
from collections.abc import Sequence

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.steps import stepped
from sxtdbv_cli.tables.nest.way import Way
from sxtdbv_cli.text.language import Text

_WITHOUT = 99
"""The length of no number: a line without one is below the last."""
_DIGITS = re.compile(r"\d{1,14}(?![\d.,]*\d)").match


def _length(entry: Entry) -> int:
    """How long the number of a line is, in its code or before its title."""
    match = _DIGITS((entry.code or "").strip()) or _DIGITS(entry.title)
    return len(match[0]) if match else _WITHOUT


WAYS = (
    Way(
        Text("theo độ dài mã số: mã ngắn đứng trên", "by the length of the codes: the shorter stands above"),
        stepped(_length),
    ),
)


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way, where the lines are numbered by codes of several lengths, and few have none."""
    lengths = [_length(entry) for entry in entries]
    several = len({*lengths} - {_WITHOUT}) > 1
    return WAYS if several and 10 * lengths.count(_WITHOUT) < len(lengths) else ()
