"""The days of a month, a column for each: who was there, and no amounts."""

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.columns.reasons import DAYS
from sxtdbv_cli.tables.columns.taken import Taken

SHORTEST = 28


def without_days(found: list[Taken]) -> list[Taken]:
    """The same with the columns that are numbered from 1 to 28 and more as quantities."""
    run: list[int] = []
    for index, taken in enumerate(found):
        number = taken.head.parts[-1] if taken.head.parts else ""
        if number.isdecimal() and int(number) == len(run) + 1:
            run.append(index)
    if len(run) >= SHORTEST:
        for index in run:
            found[index] = Taken(found[index].head, Use.QUANTITY, DAYS)
    return found
