"""What is in force for one file: an option over a section for the file, over the file, over the default."""

import os
import unicodedata
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sxtdbv_cli.model.acceptance import Entry
from sxtdbv_cli.model.choices import Choices
from sxtdbv_cli.model.settings import Origin, Setting, Tuning
from sxtdbv_cli.settings.find import STANDARD_INPUT
from sxtdbv_cli.settings.keys import IGNORE, KEYS, SELECT, SEVERITY, SHEET, TABLE, Key, entries

if TYPE_CHECKING:
    from sxtdbv_cli.settings.load import Configuration

ANY_DEPTH = "**"


def matches(pattern: str, path: str) -> bool:
    """Whether a path below the configuration's folder is one that a pattern means.

    ``*`` and ``?`` stay within a name, ``**`` is any number of folders, ``data/`` all that is below. A pattern
    without a slash means files of that name in any folder.
    """
    pattern, path = (unicodedata.normalize("NFC", text) for text in (pattern, path))
    if pattern.endswith("/"):
        pattern += ANY_DEPTH
    parts = pattern.removeprefix("./").lstrip("/").split("/")
    if "/" not in pattern:
        parts = [ANY_DEPTH, *parts]
    return _matches(parts, path.split("/"))


def _matches(pattern: list[str], path: list[str]) -> bool:
    """One pass over the path; ``reached`` are the parts of the pattern that may come next."""
    reached = _skipping(pattern, {0})
    for name in path:
        after: set[int] = set()
        for part in reached - {len(pattern)}:
            if pattern[part] == ANY_DEPTH:
                after.add(part)
            elif fnmatchcase(name, pattern[part]):
                after.add(part + 1)
        reached = _skipping(pattern, after)
    return len(pattern) in reached


def _skipping(pattern: list[str], reached: set[int]) -> set[int]:
    """With the parts behind a ``**``, which may stand for no folder at all."""
    found = set(reached)
    for part in range(len(pattern)):
        if part in found and pattern[part] == ANY_DEPTH:
            found.add(part + 1)
    return found


T = TypeVar("T")

NOTHING: tuple[Any, ...] = (None, "", {})
"""The defaults that state nothing about a table; 0 rows of header do."""


class Settings(NamedTuple):
    """What is in force for one file, and the configuration it comes from, if there is one."""

    found: Mapping[str, Setting]
    configuration: "Configuration | None" = None
    accept: tuple[Entry, ...] = ()

    def value(self, key: Key[T]) -> T:
        """The value of a key."""
        if key.name in self.found:
            return self.found[key.name].value  # type: ignore[no-any-return]
        inside = {name: found.value for name, found in self._below(key)}
        return inside or key.default  # type: ignore[return-value]

    @property
    def tuning(self) -> Tuning:
        """What they make of the rules."""
        return Tuning(self.value(SELECT), self.value(IGNORE), self.value(SEVERITY), self.accept)

    @property
    def choices(self) -> Choices:
        """What they state about a table."""
        return Choices(
            **{key.name.replace("-", "_"): value for key in TABLE if (value := self.value(key)) not in NOTHING}
        )

    def of_sheet(self, name: str) -> "Settings":
        """The same for one sheet; for whichever holds the table where the name is empty."""
        return self._replace(found={**self.found, SHEET.name: Setting(SHEET.name, name, Origin.OPTION)})

    def _below(self, key: Key[Any]) -> Iterator[tuple[str, Setting]]:
        for name, found in self.found.items():
            if name.startswith(f"{key.name}."):
                yield name.partition(".")[2], found


def in_force(configuration: "Configuration | None", file: str, options: Mapping[str, Any]) -> Settings:
    """What is in force for a file, given the values of options that were stated (read already)."""
    found: dict[str, Setting] = {}
    # the defaults of all keys first; about a table nothing is stated by default
    defaults = [one for key in KEYS if key not in TABLE for one in entries(key, key.default, Origin.DEFAULT)]
    for level in (defaults, *_levels(configuration, file), _stated(options)):
        names = {setting.name for setting in level}
        if SELECT.name in names and IGNORE.name not in names:
            found[IGNORE.name] = Setting(IGNORE.name, IGNORE.default)  # a selection begins anew
        found.update((setting.name, setting) for setting in level)
    return Settings(found, configuration, tuple(_accepted(configuration, file)))


def _levels(configuration: "Configuration | None", file: str) -> Iterator[tuple[Setting, ...]]:
    """What a configuration states for a file: for all files, then for each glob that means it; the last wins."""
    if configuration is None:
        return
    yield configuration.settings
    path = below(configuration.folder, file)
    for glob, settings in configuration.sections:
        if path is not None and matches(glob, path):
            yield settings


def _accepted(configuration: "Configuration | None", file: str) -> Iterator[Entry]:
    """The acceptances of a configuration that are for a file."""
    if configuration is None:
        return
    path = below(configuration.folder, file)
    for entry, glob in configuration.accept:
        if glob is None or (path is not None and matches(glob, path)):
            yield entry


def _stated(options: Mapping[str, Any]) -> list[Setting]:
    stated = (key for key in KEYS if options.get(key.name) is not None)
    return [setting for key in stated for setting in entries(key, options[key.name], Origin.OPTION)]


def below(folder: str, file: str) -> str | None:
    """The path of a file from a folder, as globs see it; None for one that is not below it, and standard input."""
    if file == STANDARD_INPUT:
        return None
    try:
        path = Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # another drive of Windows
        return None
    return None if path.startswith("../") else path
