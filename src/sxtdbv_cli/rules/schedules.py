"""What a schedule (thời gian thực hiện) says about years."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from sxtdbv_cli.model.plan import Plan

_YEAR = "(?:19|20|21)[0-9]{2}"
_EVERY_YEAR = re.compile(r"(?i)h[aằà]ng\s+n[aă]m|every year|yearly")
_MONTH = r"(?<![\d/])(?:(?:0?[1-9]|[12]\d|3[01])/)?(?:0?[1-9]|1[0-2])\s*/\s*"
_QUARTER = r"\bquý\s+(?:IV|I{1,3}|[1-4])\s*(?:/\s*|\s+năm\s+|\s+)"
_PART = re.compile(rf"(?i)(?:(?:\btháng\s+)?{_MONTH}|\btháng\s+(?:0?[1-9]|1[0-2])\s+năm\s+|{_QUARTER})(?={_YEAR})")
"""A day, a month or a quarter before its year: ``12/2022``, ``tháng 3 năm 2022``, ``Quý I/2022``."""
_BOTH = re.compile(rf"({_YEAR})\s*/\s*(?={_YEAR})")
_RANGE = re.compile(rf"(?i)(?:\btừ\s+)?(?:\bnăm\s+)?({_YEAR})\s*(?:[-–—]|đến|to)\s*(?:hết\s+)?(?:năm\s+)?({_YEAR})")
_WORDS = re.compile(r"(?i)(?:các\s+)?năm|giai đoạn|và|and|[\s,;.+&]")


class Scheduled(NamedTuple):
    """A line whose schedule names years: its number, the schedule as printed, its years; the year of each column."""

    line: int
    schedule: str
    named: frozenset[int]
    years: Mapping[int, int]


def scheduled_lines(plan: Plan, *, partly: bool = False) -> Iterator[Scheduled]:
    """The lines whose schedule can be read; ``partly`` leaves out those that are scheduled for every year."""
    years = years_of(plan)
    read: dict[str, frozenset[int] | None] = {}  # a plan writes few schedules many times
    for line, schedule in enumerate(plan.lines.schedules):
        if not schedule:
            continue
        if schedule not in read:
            named = scheduled_years(schedule, years.values())
            read[schedule] = None if partly and named and named.issuperset(years.values()) else named
        if named := read[schedule]:
            yield Scheduled(line, schedule, named, years)


def years_of(plan: Plan) -> Mapping[int, int]:
    """The columns of years, by position."""
    return {column: found.year for column, found in enumerate(plan.columns) if found.year is not None}


def scheduled_years(schedule: str | None, years: Collection[int]) -> frozenset[int] | None:
    """The years that a schedule names: ``2022``, ``2022-2024``, ``Quý I/2022``; all of them for ``Hằng năm``.

    None where it says nothing about years, or something else as well: never guess.
    """
    text = unicodedata.normalize("NFC", schedule or "").strip()
    if _EVERY_YEAR.fullmatch(text):
        return frozenset(years)
    text = _BOTH.sub(r"\1, ", _PART.sub("", text))
    named: set[int] = set()
    if any(int(match[1]) > int(match[2]) for match in _RANGE.finditer(text)):
        return None

    def take(match: re.Match[str]) -> str:
        first, last = int(match[1]), int(match[match.lastindex or 1])
        named.update(year for year in years if first <= year <= last)
        named.update((first, last))
        return ""

    rest = re.sub(f"({_YEAR})", take, _RANGE.sub(take, text))
    return frozenset(named) if named and not _WORDS.sub("", rest) else None
