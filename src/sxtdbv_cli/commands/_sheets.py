"""``--sheet all``: a workbook is as many plans as sheets hold tables, each checked by itself."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sxtdbv_cli.settings.force import Settings

ALL = "all"


class Asked(NamedTuple):
    """A file to read, what to call it, its settings, and the sheet, where there is a report for each."""

    file: str
    name: str
    settings: "Settings"
    part: str = ""


def each_sheet(plans: "Sequence[tuple[str, str, Settings]]") -> list[Asked]:
    """The plans that are asked for, those of all sheets of a workbook one by one."""
    return [one for plan in plans for one in _each(Asked(*plan))]


def _each(asked: Asked) -> Iterator[Asked]:
    """The plans of a file. One that cannot be read is asked for as it is: reading it says why."""
    if asked.settings.choices.sheet != ALL:
        yield asked
        return
    from sxtdbv_cli.files.read import sheets_of
    from sxtdbv_cli.model.finding import Unreadable

    try:
        names = sheets_of(asked.file, asked.settings.choices)
    except Unreadable:
        names = []
    if ALL in names or len(names) < 2:
        yield asked._replace(settings=asked.settings if ALL in names else asked.settings.of_sheet(""))
    else:
        yield from (asked._replace(settings=asked.settings.of_sheet(name), part=name) for name in names)
