"""Lines that share a title: whatever shows the levels of the others, they stand beside the first of them, or below it
where it is their total."""

from collections.abc import Sequence

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.way import Nested, Way
from sxtdbv_cli.tables.numbering import Mark


def nested(way: Way, entries: Sequence[Entry]) -> Nested:
    """What a way of nesting makes of lines, those that share a title with the first that has it."""
    own = apart(entries)
    if len(own) == len(entries):
        return way.nest(entries)
    found = way.nest([entries[line] for line in own])
    parents = [NOWHERE] * len(entries)
    told: list[Mark | None] = [None] * len(entries)
    for place, line in enumerate(own):
        parent = found.parents[place]
        parents[line] = NOWHERE if parent == NOWHERE else own[parent]
        told[line] = found.marks[place] if found.marks else None
    first = NOWHERE
    for line, entry in enumerate(entries):
        if not entry.shares:
            first = line
        else:
            parents[line] = first if entry.within else parents[first]
    return Nested(parents, [own[place] for place in found.odd], told)


def apart(entries: Sequence[Entry]) -> list[int]:
    """The lines that have a title of their own, or are the first that has it."""
    return [line for line, entry in enumerate(entries) if not entry.shares]
