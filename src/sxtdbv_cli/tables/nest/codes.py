"""By the codes: by their length (05, 051, 0511), or by whether a line has one."""

import re
from collections.abc import Sequence

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.way import Nested, Way, stepped
from sxtdbv_cli.text.language import Text

_WITHOUT = 99
"""The length of no number: a line without one is below the last."""
_DIGITS = re.compile(r"\d{1,14}(?![\d.,]*\d)").match


def number_of(entry: Entry) -> str:
    """The number of a line, in its code or before its title."""
    match = _DIGITS((entry.code or "").strip()) or _DIGITS(entry.title)
    return match[0] if match else ""


def _length(entry: Entry) -> int:
    """How long the number of a line is."""
    return len(number_of(entry)) or _WITHOUT


def _below(entries: Sequence[Entry]) -> Nested:
    """Where sums stand behind their lines, or all at the end: the line behind with the longest number that begins
    the own one."""
    numbers = [number_of(entry) for entry in entries]
    behind: dict[str, int] = {}
    parents: list[int] = []
    for line in range(len(entries) - 1, -1, -1):
        begins = (numbers[line][:length] for length in range(len(numbers[line]) - 1, 0, -1))
        parents.append(next((behind[number] for number in begins if number in behind), NOWHERE))
        if numbers[line]:
            behind[numbers[line]] = line
    return Nested(parents[::-1])


LENGTHS = Way(
    Text("theo độ dài mã số: mã ngắn đứng trên", "by the length of the codes: the shorter stands above"),
    stepped(_length),
)
BELOW = Way(
    Text(
        "theo mã số: dòng tổng đứng sau, mã là phần đầu mã các dòng của nó",
        "by the codes: a sum stands behind its lines, whose codes begin with its own",
    ),
    _below,
    proved=True,
)


CODED = Way(
    Text("dòng không có mã số là mục của các dòng có mã", "lines without a code head those that have one"),
    stepped(lambda entry: bool(entry.code)),
    proved=True,
)
"""By codes that order nothing: a number of seven digits for each project."""


def coded(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by whether a line has a code, where the first has none, and others have."""
    return (CODED,) if entries and not entries[0].code and any(entry.code for entry in entries) else ()


def by_length(entries: Sequence[Entry]) -> Sequence[Way]:
    """The ways by length, where the lines are numbered by codes of several lengths, and few have none."""
    lengths = [_length(entry) for entry in entries]
    several = len({*lengths} - {_WITHOUT}) > 1
    if not several or 10 * lengths.count(_WITHOUT) >= len(lengths):
        return ()
    parents = _below(entries).parents
    numbered = [line for line, entry in enumerate(entries) if number_of(entry)]
    all_said = all(parents[line] != NOWHERE or line in parents for line in numbered)
    return (LENGTHS, BELOW) if all_said else (LENGTHS,)
