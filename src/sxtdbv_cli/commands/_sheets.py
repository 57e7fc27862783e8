"""``--sheet all``: a workbook is as many plans as sheets hold tables, each checked by itself."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sxtdbv_cli.settings.force import Settings

ALL = "all"


def parts(file: str, settings: "Settings") -> "list[tuple[str, Settings]]":
    """The sheets of a file that there is a report for each of, with its settings; one without a name where there is one
    report for all of it. A file that cannot be read is asked for as it is: reading it says why."""
    if settings.choices.sheet != ALL:
        return [("", settings)]
    from sxtdbv_cli.files.read import sheets_of
    from sxtdbv_cli.model.finding import Unreadable

    try:
        names = sheets_of(file, settings.choices)
    except Unreadable:
        names = []
    if ALL in names or len(names) < 2:
        return [("", settings if ALL in names else settings.of_sheet(""))]
    return [(name, settings.of_sheet(name)) for name in names]
