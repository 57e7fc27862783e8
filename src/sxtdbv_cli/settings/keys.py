"""The keys of a configuration: adding one is one entry here, and its option where a command takes it."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from sxtdbv_cli.model.choices import Numbers, Parents
from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.settings import Origin, Setting
from sxtdbv_cli.settings import values
from sxtdbv_cli.text.language import Language

T = TypeVar("T")


class Key(NamedTuple, Generic[T]):
    """A key: how its value is read, what is in force where nobody states it.

    A value that is a mapping is stated entry by entry: the one for SX204 may come from an option, that for SX306
    from a file. ``per_file`` keys may also stand in a section for some files.
    """

    name: str
    read: Callable[[Any], T]
    default: T
    per_file: bool = True


NO_CODES: tuple[str, ...] = ()
NO_SEVERITIES: Mapping[str, Severity] = {}
NO_LANGUAGE: Language | None = None
NO_COLUMNS: Mapping[str, str] = {}
NO_COUNT: int | None = None
NO_NUMBERS: Numbers | None = None
NO_PARENTS: Parents | None = None

SELECT = Key("select", values.codes, NO_CODES)
IGNORE = Key("ignore", values.codes, NO_CODES)
SEVERITY = Key("severity", values.severities, NO_SEVERITIES)
STRICT = Key("strict", values.boolean, default=False)
TRUST = Key("trust", values.texts, NO_CODES)
BUDGET = Key("budget", values.seconds, 2.0)
LANG: Key[Language | None] = Key("lang", values.language, NO_LANGUAGE, per_file=False)

SHEET = Key("sheet", values.sheet, "")
RANGE = Key("range", values.cell_range, "")
HEADER_ROWS = Key("header-rows", values.count, NO_COUNT)
COLUMNS = Key("columns", values.columns, NO_COLUMNS)
UNIT = Key("unit", values.text, "")
NUMBERS = Key("numbers", values.numbers, NO_NUMBERS)
PARENTS = Key("parents", values.parents, NO_PARENTS)
ENCODING = Key("encoding", values.text, "")

TABLE: tuple[Key[Any], ...] = (SHEET, RANGE, HEADER_ROWS, COLUMNS, UNIT, NUMBERS, PARENTS, ENCODING)
"""What may be stated about a table (``model/choices.py``)."""

KEYS: tuple[Key[Any], ...] = (SELECT, IGNORE, SEVERITY, STRICT, TRUST, BUDGET, LANG, *TABLE)


def entries(key: Key[Any], value: Any, origin: Origin, glob: str | None = None) -> list[Setting]:
    """The settings that a value of a key states: a mapping is one for each of its entries."""
    if isinstance(value, Mapping):
        return [Setting(f"{key.name}.{name}", found, origin, section=glob) for name, found in value.items()]
    return [Setting(key.name, value, origin, section=glob)]
