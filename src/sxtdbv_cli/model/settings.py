"""What is in force for a file, and where each value comes from; what a user makes of the rules."""

import datetime
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from sxtdbv_cli.model.acceptance import Entry
from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.place import Place


class Tuning(NamedTuple):
    """Rules by the beginnings of their codes; none in ``select`` means all. What is in ``ignore`` never runs.

    ``accept`` are entries beside those of the plan; ``today`` is the day that their ``until`` is held against, that
    of the machine if None.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    accept: tuple[Entry, ...] = ()
    today: datetime.date | None = None

    def runs(self, code: str) -> bool:
        """Whether the rule of a code runs."""
        return code.startswith(self.select or ("",)) and not code.startswith(self.ignore)


PLAIN = Tuning()
"""Every rule, as it is."""
NO_RULES = Tuning(ignore=("SX",))
"""None at all: only sums and the diagnosis are left."""


class Origin(StrEnum):
    """Where a value comes from; a later one wins over an earlier one."""

    DEFAULT = "default"
    FILE = "file"
    SECTION = "section"
    ENVIRONMENT = "environment"
    OPTION = "option"


class Setting(NamedTuple):
    """One value in force. ``place`` is where a configuration states it, ``section`` the glob of its section."""

    name: str
    value: Any
    origin: Origin = Origin.DEFAULT
    place: Place | None = None
    section: str | None = None


class InForce(NamedTuple):
    """Everything that is in force for a file. ``off`` are the codes of the rules that do not run, ``accept`` the
    acceptances of the configuration that are for the file."""

    file: str
    configuration: str | None
    settings: tuple[Setting, ...]
    off: tuple[str, ...]
    accept: tuple[Entry, ...] = ()


def written(value: Any) -> str:
    """A value as people write it in a configuration."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {written(found)}" for key, found in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(written, value)) + "]"
    return f"{value:g}" if isinstance(value, float) else str(value)
