"""A configuration file as it is written: every key read, every fault noted, each value with its place."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sxtdbv_cli.files.codes import Bad
from sxtdbv_cli.files.faults import by_place
from sxtdbv_cli.files.why import Why
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.settings import Origin, Setting, written
from sxtdbv_cli.settings.faults import NOT_PER_FILE, Notes
from sxtdbv_cli.settings.find import Source
from sxtdbv_cli.settings.keys import KEYS, Key, entries
from sxtdbv_cli.text.language import Text

if TYPE_CHECKING:
    from sxtdbv_cli.settings.acceptances import Scoped

FILES, ACCEPT = "files", "accept"
_ENTRIES = Text("các mục [[accept]]", "entries [[accept]]")


class Configuration(NamedTuple):
    """What a configuration file states: for all files, and by glob for some, in the order of the file."""

    file: str
    folder: str
    settings: tuple[Setting, ...]
    sections: tuple[tuple[str, tuple[Setting, ...]], ...] = ()
    accept: "tuple[Scoped, ...]" = ()


def load(source: Source) -> Configuration:
    """Read all of a configuration file.

    Raises:
        Unreadable: something in it is wrong; lists all of it, with places.
    """
    reader = Reader(source)
    found = reader.read()
    if reader.faults:
        raise Unreadable(by_place(reader.faults))
    return found


class Reader(Notes):
    """Reads one configuration file."""

    def __init__(self, source: Source) -> None:
        super().__init__(source.toml.place)
        self.source = source

    def read(self) -> Configuration:
        """Everything the file states; what is wrong is noted."""
        top = self.source.top
        table = self.group(top, self._at(top))
        settings = self.settings(top, table, (*self.known(), FILES, ACCEPT))
        globs = self.group((*top, FILES), table.get(FILES, {}))
        sections = tuple((glob, self.section(glob, found)) for glob, found in globs.items())
        accept = self.acceptances((*top, ACCEPT), table.get(ACCEPT, []))
        return Configuration(self.source.toml.file, self.source.folder, tuple(settings), sections, tuple(accept))

    def acceptances(self, address: Address, entries: Any) -> "Sequence[Scoped]":
        """The findings that are accepted. What reads them is loaded only where there are some."""
        if not isinstance(entries, list):
            self.note(Why.WANT, address, text=written(entries), wanted=_ENTRIES)
            return ()
        if not entries:
            return ()
        from sxtdbv_cli.settings.acceptances import read_acceptances

        return read_acceptances(self, address, entries)

    def section(self, glob: str, table: Any) -> tuple[Setting, ...]:
        """What is stated for the files of a glob."""
        address = (*self.source.top, FILES, glob)
        found = self.group(address, table)
        for key in KEYS:
            if key.name in found and not key.per_file:
                self.note(NOT_PER_FILE, (*address, key.name), key=key.name)
        per_file = {name: value for name, value in found.items() if name not in self.known(per_file=False)}
        return tuple(self.settings(address, per_file, self.known(per_file=True), glob))

    def known(self, *, per_file: bool | None = None) -> tuple[str, ...]:
        """The names of the keys: all of them, those that may stand for some files, or those that may not."""
        return tuple(key.name for key in KEYS if per_file is None or key.per_file is per_file)

    def settings(
        self, inside: Address, table: Mapping[str, Any], known: tuple[str, ...], glob: str | None = None
    ) -> Iterator[Setting]:
        """The settings in one group of keys."""
        for name in table:
            if name not in known:
                self.unknown(inside, name, known)
        origin = Origin.FILE if glob is None else Origin.SECTION
        for key in KEYS:
            if key.name in table and key.name in known:
                yield from self.setting(key, (*inside, key.name), table[key.name], origin, glob)

    def setting(self, key: Key[Any], address: Address, value: Any, origin: Origin, glob: str | None) -> list[Setting]:
        """One key as settings: a mapping is one for each of its entries."""
        try:
            found = key.read(value)
        except Bad as bad:
            self.note(bad.why, address, **bad.facts)
            return []
        settings = entries(key, found, origin, glob)
        return [one._replace(place=self.place((*address, one.name.removeprefix(f"{key.name}.")))) for one in settings]

    def _at(self, address: Address) -> Any:
        found: Any = self.source.toml.table
        for step in address:
            found = found[step]
        return found
