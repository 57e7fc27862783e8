"""A plan that was read, and the way back from its data to its file."""

from collections.abc import Callable
from typing import NamedTuple

from sxtdbv_cli.model.edit import Correction, Edit
from sxtdbv_cli.model.place import Address, Place
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.sheet import Sheet

Locate = Callable[[Address], Place]
"""Finds where a thing stands in the file; what is absent is placed where it would belong."""
Correct = Callable[[Edit], Correction | None]
"""Says what an edit does to the characters of the file; None where it has none for the cell, or another amount."""


class Loaded(NamedTuple):
    """A file that was read: its name as the user gave it, its plan, and where everything stands.

    ``sheet`` is the table it was read from; None for a plan file. ``correct`` is None where the file cannot be changed.
    """

    file: str
    plan: Plan
    place: Locate
    sheet: Sheet | None = None
    correct: Correct | None = None
