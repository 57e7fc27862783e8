"""A TOML file, and the line of everything in it: the standard parser gives values without places."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.text_file import decode
from sxtdbv_cli.model.place import Address, Place
from sxtdbv_cli.settings.faults import SYNTAX, TOO_DEEP, TWICE

_WHERE = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)")
_MOST_WORK = 20_000_000
"""How many characters are parsed again in search of lines, before places are given without."""


class Toml:
    """A TOML text: its values in ``table``, and where each stands."""

    def __init__(self, file: str, content: bytes) -> None:
        """Parse a file.

        Raises:
            Unreadable: it is no TOML in UTF-8; says where.
        """
        self.file = file
        self.content = content
        self.text = decode(content, file)
        self.table = _parse(file, self.text)

    def place(self, address: Address) -> Place:
        """Where a key, a section or an entry of a list begins; of what is absent, the group it would be in."""
        while address and address not in self._places:
            address = address[:-1]
        return self._places[address] if address else Place(self.file)

    @cached_property
    def _places(self) -> dict[Address, Place]:
        places: dict[Address, Place] = {}
        entries: dict[Address, int] = {}
        header: Address = ()
        for number, statement in _statements(self.text.replace("\r\n", "\n")):
            value = tomllib.loads(statement)
            row = statement.splitlines()[0]
            place = Place(self.file, number, len(row) - len(row.lstrip()) + 1, number, len(row.rstrip()) + 1)
            is_header = row.lstrip().startswith("[")
            if is_header:
                header = _header(value, entries)
                for length in range(1, len(header) + 1):
                    places.setdefault(header[:length], place)
            else:
                for path in _paths(value):
                    places.setdefault(header + path, place)
        return places


def _parse(file: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise refused(TOO_DEEP, file) from None
    except ValueError as error:  # a TOMLDecodeError, or a whole number with too many digits
        found = _WHERE.search(str(error))
        rows = text.split("\n")
        line, column = map(int, found.groups()) if found else (len(rows), len(rows[-1]) + 1)
        twice = str(error).startswith(("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate"))
        place = Place(file, line, column, line, column + 1)
        raise refused(TWICE if twice else SYNTAX, place) from None


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each header and each key with its value, and the line it begins on.

    A statement ends with the first line that makes it valid by itself. The text is known to be valid as a whole.
    """
    begun, work = 0, 0
    waiting: list[str] = []
    for number, row in enumerate(text.split("\n"), start=1):
        if not waiting and (not row.strip() or row.lstrip().startswith("#")):
            continue
        begun = begun if waiting else number
        waiting.append(row)
        if len(waiting) > 1 and not re.search(r"[]}]|\"\"\"|'''", row):
            continue
        statement = "\n".join(waiting)
        work += len(statement)
        if work > _MOST_WORK:
            return
        if _valid(statement):
            yield begun, statement
            waiting = []


def _valid(statement: str) -> bool:
    try:
        tomllib.loads(statement)
    except ValueError:
        return False
    return True


def _header(value: Mapping[str, Any], entries: dict[Address, int]) -> Address:
    """The address that a header opens; ``entries`` counts those of each list so far."""
    address: Address = ()
    inside: Any = value
    while inside:
        if isinstance(inside, list):  # the header of a new entry: [[accept]]
            entries[address] = entries.get(address, -1) + 1
            return (*address, entries[address])
        name, inside = next(iter(inside.items()))
        address = (*address, name)
        if address in entries and not isinstance(inside, list):
            address = (*address, entries[address])
    return address


def _paths(value: Any, above: Address = ()) -> Iterator[Address]:
    """The address of everything in a value."""
    if above:
        yield above
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from _paths(inside, (*above, name))
    elif isinstance(value, list):
        for index, inside in enumerate(value):
            yield from _paths(inside, (*above, index))
