"""What a way of nesting is, and the one by a number that grows with the level: an indentation, the length of a code."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.numbering import Mark
from sxtdbv_cli.text.language import Text


class Nested(NamedTuple):
    """A parent for each line, the lines whose number fits no place (a restart, a jump), and the mark each line was
    read by."""

    parents: list[int]
    odd: Sequence[int] = ()
    marks: Sequence[Mark | None] = ()


class Way(NamedTuple):
    """One way to nest lines, in words, and the function that does it. ``partial`` says that child lines which do not
    add up to their parent are a partial listing: nothing else shows that they are all of it. ``proved`` says that it is
    one only where most of its sums hold."""

    why: Text
    nest: Callable[[Sequence[Entry]], Nested]
    partial: bool = False
    proved: bool = False


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
