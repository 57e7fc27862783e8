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


SELECT: Key[tuple[str, ...]] = Key("select", values.codes, ())
IGNORE: Key[tuple[str, ...]] = Key("ignore", values.codes, ())
SEVERITY: Key[Mapping[str, Severity]] = Key("severity", values.severities, {})
STRICT = Key("strict", values.boolean, default=False)
TRUST: Key[tuple[str, ...]] = Key("trust", values.texts, ())
BUDGET = Key("budget", values.seconds, 2.0)
LANG: Key[Language | None] = Key("lang", values.language, None, per_file=False)

SHEET = Key("sheet", values.sheet, "")
RANGE = Key("range", values.cell_range, "")
HEADER_ROWS: Key[int | None] = Key("header-rows", values.count, None)
COLUMNS: Key[Mapping[str, str]] = Key("columns", values.columns, {})
UNIT = Key("unit", values.text, "")
NUMBERS: Key[Numbers | None] = Key("numbers", values.numbers, None)
PARENTS: Key[Parents | None] = Key("parents", values.parents, None)
ENCODING = Key("encoding", values.text, "")

TABLE: tuple[Key[Any], ...] = (SHEET, RANGE, HEADER_ROWS, COLUMNS, UNIT, NUMBERS, PARENTS, ENCODING)
"""What may be stated about a table (``model/choices.py``)."""

KEYS: tuple[Key[Any], ...] = (SELECT, IGNORE, SEVERITY, STRICT, TRUST, BUDGET, LANG, *TABLE)


def entries(key: Key[Any], value: Any, origin: Origin, glob: str | None = None) -> list[Setting]:
    """The settings that a value of a key states: a mapping is one for each of its entries."""
    if isinstance(value, Mapping):
        return [Setting(f"{key.name}.{name}", found, origin, section=glob) for name, found in value.items()]
    return [Setting(key.name, value, origin, section=glob)]
