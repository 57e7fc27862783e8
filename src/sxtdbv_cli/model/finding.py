"""What a rule has to say, before and after the engine has stamped it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from sxtdbv_cli.model.place import Address, Place
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import Digits


class Severity(StrEnum):
    """How bad a finding is: only errors fail a run, unless it is strict."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return _WORST_FIRST.index(self)


_WORST_FIRST = tuple(Severity)

Fact = int | str | Text | None
"""A number (an amount in smallest steps unless the sentence says otherwise), a text of the file, or a word of ours."""


class Hit(NamedTuple):
    """What a rule yields: an address and the facts; the engine adds the rest.

    ``related`` are further addresses that belong to the finding (the parts of a sum). A rule whose findings
    differ in kind says so with ``severity`` and ``message``, otherwise those of the rule are used.
    """

    address: Address
    facts: Mapping[str, Fact] = {}
    related: tuple[Address, ...] = ()
    severity: Severity | None = None
    message: Text | None = None


class Finding(NamedTuple):
    """One thing to tell the user: facts and a place; the sentence is made when it is shown."""

    code: str
    name: str
    severity: Severity
    title: Text
    message: Text
    address: Address
    facts: Mapping[str, Fact]
    related: tuple[Address, ...]
    place: Place
    related_places: tuple[Place, ...] = ()

    @property
    def of_cells(self) -> bool:
        """Whether it tells what is wrong in cells of a workbook."""
        return self.code.startswith("SX50")

    @property
    def of_reading(self) -> bool:
        """Whether it tells what is doubtful in how a table was read."""
        return self.code.startswith(("SX51", "SX52"))

    def say(self, language: Language, digits: Digits) -> str:
        """The sentence, its facts filled in; ``digits`` are those of the plan's amounts."""
        return self.message.say(language, self.facts, digits)


class Fault(NamedTuple):
    """Why an input cannot be read: a code that stays, the sentence with its facts, the place."""

    code: str
    message: Text
    facts: Mapping[str, Fact]
    place: Place

    def say(self, language: Language) -> str:
        """The sentence, its facts filled in."""
        return self.message.say(language, self.facts)


class Unreadable(Exception):
    """The input is no plan; ``faults`` says why, everything that could be found in one run."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults
