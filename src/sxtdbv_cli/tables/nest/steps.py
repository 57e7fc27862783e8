"""Nesting by a number that grows with the level: an indentation, an outline level, the length of a code."""

from collections.abc import Callable, Sequence

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.way import Nested


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
