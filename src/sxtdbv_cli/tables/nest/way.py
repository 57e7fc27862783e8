"""What a way of nesting is, the one by a number that grows with the level (an indentation, the length of a code), and
what any makes of lines that share a title."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.numbering import Mark
from sxtdbv_cli.text.language import Text


class Nested(NamedTuple):
    """A parent for each line, the lines whose number fits no place (restarts, jumps), the mark each was read by."""

    parents: list[int]
    odd: Sequence[int] = ()
    marks: Sequence[Mark | None] = ()


class Way(NamedTuple):
    """One way to nest lines, in words, and the function that does it. ``partial`` says that child lines which do not
    add up to their parent are a partial listing: nothing else shows that they are all of it. ``proved`` says that it is
    one only where most of its sums hold, ``exact`` that all of them must, those of the lines beside its sums too."""

    why: Text
    nest: Callable[[Sequence[Entry]], Nested]
    partial: bool = False
    proved: bool = False
    exact: bool = False


def stepped(step: Callable[[Entry], int]) -> Callable[[Sequence[Entry]], Nested]:
    """The way that puts each line below the last one of a lower step."""

    def nest(entries: Sequence[Entry]) -> Nested:
        stack: list[int] = []
        parents: list[int] = []
        for line, entry in enumerate(entries):
            while stack and step(entries[stack[-1]]) >= step(entry):
                stack.pop()
            parents.append(stack[-1] if stack else NOWHERE)
            stack.append(line)
        return Nested(parents)

    return nest


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
