"""What a search may spend: a number of steps, the same on every machine, and a hard limit of time."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

CHECK_EVERY = 64


class Spent(Exception):
    """The search may not go on: what it has not decided by now stays undecided."""


class Meter:
    """Counts the steps of one search. ``deadline`` is a reading of ``perf_counter``."""

    def __init__(self, steps: int, deadline: float) -> None:
        self.left = steps
        self.deadline = deadline

    def step(self, cost: int = 1) -> None:
        """Pay for a step; raises ``Spent`` when nothing is left."""
        before = self.left
        self.left = left = before - cost
        if left < 0 or (before // CHECK_EVERY != left // CHECK_EVERY and self.late):
            self.left = -1
            raise Spent

    def may(self, cost: int) -> bool:
        """Pay for some steps; whether there was enough left."""
        try:
            self.step(cost)
        except Spent:
            return False
        return True

    @property
    def late(self) -> bool:
        """Whether the time is over."""
        return perf_counter() > self.deadline

    def check(self) -> None:
        """Raise ``Spent`` when the time is over: for what takes long and is no search."""
        if self.late:
            self.left = -1
            raise Spent

    def part(self, steps: int) -> "Meter":
        """A meter of its own for one of several searches, under the same deadline: no more than is left."""
        return Meter(0 if self.late else min(self.left, steps), self.deadline)

    @contextmanager
    def spending(self, steps: int) -> Iterator["Meter"]:
        """A part of this meter; what the search in it spends is taken from this one as well."""
        part = self.part(steps)
        given = part.left
        try:
            yield part
        finally:
            self.left -= given - max(0, part.left)
