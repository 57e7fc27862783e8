"""A plan that was read, and the way back from its data to its file."""

from typing import NamedTuple, Protocol

from sxtdbv_cli.model.edit import Correction, Edit
from sxtdbv_cli.model.place import Address, Place
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.sheet import Sheet


class Locate(Protocol):
    """Finds where a thing stands in the file; what is absent is placed where it would belong."""

    def __call__(self, address: Address) -> Place:
        """The place of an address."""


class Correct(Protocol):
    """Says what an edit does to the characters of the file."""

    def __call__(self, edit: Edit) -> Correction | None:
        """The correction; None where the file has no characters for the cell, or states another amount there."""


class Loaded(NamedTuple):
    """A file that was read: its name as the user gave it, its plan, and where everything stands.

    ``sheet`` is the table it was read from; None for a plan file. ``correct`` is None where the file cannot be changed.
    """

    file: str
    plan: Plan
    place: Locate
    sheet: Sheet | None = None
    correct: Correct | None = None
