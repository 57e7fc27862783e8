"""Finding the configuration of a file: the nearest above it. Where there is none this costs a few stat calls."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.text.language import Language

if TYPE_CHECKING:
    from sxtdbv_cli.settings.toml import Toml

STANDARD_INPUT = "-"
OWN, SHARED = "sxtdbv.toml", "pyproject.toml"
LARGEST = 2**20
"""The largest configuration that is read, in bytes."""


CONFIG, NO_CONFIG = "--config", "--no-config"


class Source(NamedTuple):
    """A configuration file: the folder its globs start from, its text, and the address of its keys in that."""

    folder: str
    toml: "Toml"
    top: tuple[str, ...] = ()


def nearest(file: str) -> Source | None:
    """The configuration nearest above a file; of standard input, that of the current folder.

    Raises:
        Unreadable: there is one, but it cannot be read; says where.
    """
    folder = "" if file == STANDARD_INPUT else os.path.dirname(file)  # noqa: PTH120 -- pathlib takes ten times as long
    folder = os.path.abspath(folder)  # noqa: PTH100
    while True:
        if os.path.lexists(own := os.path.join(folder, OWN)):  # noqa: PTH118
            return stated(own)
        shared = os.path.join(folder, SHARED)  # noqa: PTH118
        if os.path.isfile(shared) and (found := _section(shared)):  # noqa: PTH113
            return found
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return None
        folder = above


def stated(file: str) -> Source:
    """The configuration in a file that is named; of a pyproject.toml its section.

    Raises:
        Unreadable: it cannot be read; says where.
    """
    if Path(file).name == SHARED and (found := _section(file)):
        return found
    from sxtdbv_cli.settings.toml import Toml

    return Source(_folder(file), Toml(_shown(file), _content(file)))


def _section(file: str) -> Source | None:
    """The section ``[tool.sxtdbv]`` of a pyproject.toml; None where it has none."""
    content = _content(file)
    if b"sxtdbv" not in content:
        return None
    from sxtdbv_cli.settings.toml import Toml

    toml = Toml(_shown(file), content)
    tool = toml.table.get("tool")
    return Source(_folder(file), toml, ("tool", "sxtdbv")) if isinstance(tool, dict) and "sxtdbv" in tool else None


def _content(file: str) -> bytes:
    try:
        with Path(file).open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _unreadable(file, error) from None
    if len(content) > LARGEST:
        raise _unreadable(file, None)
    return content


def _unreadable(file: str, error: Exception | None) -> Exception:
    """Why a file cannot be read; without an error it is too large."""
    from sxtdbv_cli.files.faults import refused
    from sxtdbv_cli.files.why import Why
    from sxtdbv_cli.model.place import Place
    from sxtdbv_cli.settings.faults import FOLDER, TOO_LARGE
    from sxtdbv_cli.text.trouble import reason

    place = Place(_shown(file))
    if error is None:
        return refused(TOO_LARGE, place, limit=LARGEST // 2**10)
    if isinstance(error, FileNotFoundError | IsADirectoryError):
        return refused(FOLDER if isinstance(error, IsADirectoryError) else Why.NO_FILE, place)
    return refused(Why.NOT_ALLOWED, place, reason=reason(error))


def _folder(file: str) -> str:
    return str(Path(file).absolute().parent)


def _shown(file: str) -> str:
    """A file as seen from the current folder: the path of a machine is nobody's business."""
    try:
        return Path(os.path.relpath(file)).as_posix()
    except ValueError:  # another drive of Windows
        return file


def configured(arguments: list[str]) -> Language | None:
    """What the configuration asks for: the one that is named, else that of the first file, else the current folder's.

    A configuration that cannot be read asks for nothing; the command says what is wrong with it.
    """
    try:
        source = _source(arguments)
    except Unreadable:
        return None
    if source is None:
        return None
    found: Any = source.toml.table
    for step in (*source.top, "lang"):
        found = found.get(step) if isinstance(found, dict) else None
    return Language(found) if found in tuple(Language) else None


def _source(arguments: list[str]) -> Source | None:
    if NO_CONFIG in arguments:
        return None
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == CONFIG and (value or index + 1 < len(arguments)):
            return stated(value or arguments[index + 1])
    files = (argument for argument in arguments if not argument.startswith("-") and os.path.isfile(argument))  # noqa: PTH113
    return nearest(next(files, "-"))
