"""Reading any file: each folder beside this module is a file type and says which suffixes it reads.

A file type either reads a plan itself (``parse``), or gives the tables of the file (``grids``), which are recognised.
"""

import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from sxtdbv_cli import discover
from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.files.why import Why
from sxtdbv_cli.model.choices import NONE, Choices
from sxtdbv_cli.model.grid import Grid
from sxtdbv_cli.text.trouble import reason

PACKAGE = "sxtdbv_cli.files"
STANDARD_INPUT = "-"
LARGEST = 64 * 2**20
"""The largest file that is read, in bytes: a plan of 100 000 lines takes about a third of it."""


def read(file: str, name: str | None = None, choices: Choices = NONE) -> Loaded:
    """Read a plan from a file, or from standard input if its name is ``-``; places speak of it as ``name``.

    ``choices`` are what the user states about a table; a plan file needs none.

    Raises:
        Unreadable: the file cannot be opened, or is no plan; lists all that is wrong, with places.
    """
    return load(file_type(file), read_bytes(file), name or file, choices)


def load(module: ModuleType, content: bytes, file: str, choices: Choices = NONE) -> Loaded:
    """The plan that bytes of a file type hold.

    Raises:
        Unreadable: they hold none.
    """
    if hasattr(module, "parse"):
        return module.parse(content, file)  # type: ignore[no-any-return]
    from sxtdbv_cli.tables import recognise
    from sxtdbv_cli.tables.exported.read import exported

    grids = _grids(module, content, file, choices.encoding)
    plan, sheet = (exported(grids, file) if choices == NONE else None) or recognise(grids, choices, file)
    return Loaded(file, plan, sheet.place, sheet)


def sheets_of(file: str, choices: Choices = NONE) -> list[str]:
    """The names of the sheets of a file that hold tables; none for a plan file.

    Raises:
        Unreadable: the file cannot be read.
    """
    module = file_type(file)
    if hasattr(module, "parse"):
        return []
    from sxtdbv_cli.tables.choosing import holding_tables

    return holding_tables(_grids(module, read_bytes(file), file, choices.encoding))


@lru_cache(maxsize=1)  # the sheets of a workbook are asked for one after the other
def _grids(module: ModuleType, content: bytes, file: str, encoding: str | None) -> list[Grid]:
    """The tables of a file, in Unicode; only a text has an encoding that can be stated, others know their own."""
    from sxtdbv_cli.files.cells import MOST_DIGITS, long_number
    from sxtdbv_cli.files.legacy_cells import in_unicode
    from sxtdbv_cli.tables.exported.read import without_derived

    stated = (encoding,) if encoding and getattr(module, "IS_TEXT", False) else ()
    found: list[Grid] = module.grids(content, file, *stated)
    for grid in found:
        if (at := long_number(grid)) is not None:
            from sxtdbv_cli.files.container_faults import DIGITS

            raise refused(DIGITS, grid.place(*at), limit=MOST_DIGITS)
    return [in_unicode(grid) for grid in without_derived(found)]


def file_type(file: str) -> ModuleType:
    """The module that reads files of this suffix; standard input and nameless files are plan files.

    Raises:
        Unreadable: no module does.
    """
    suffix = Path(file).suffix.lower() or ".yaml"
    known: list[str] = []
    types = discover.names(PACKAGE, folders=True)
    types.sort(key=lambda name: name != suffix[1:])  # the likeliest first: the others need not be imported
    for name in types:
        module = discover.load(PACKAGE, name)
        if suffix in module.SUFFIXES:
            return module
        known += module.SUFFIXES
    raise refused(Why.FILE_TYPE, file, suffix=suffix, known=", ".join(sorted(known)))


def read_bytes(file: str) -> bytes:
    """The bytes of a file or of standard input.

    Raises:
        Unreadable: it cannot be opened, or is too large.
    """
    try:
        if file == STANDARD_INPUT:
            found = sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""  # None: it was closed
        elif not file:
            raise FileNotFoundError  # to Path it is the folder one is in
        else:
            with Path(file).open("rb") as stream:
                found = stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise refused(Why.NO_FILE, file or '""') from None
    except IsADirectoryError:
        raise refused(Why.FOLDER, file) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise refused(Why.NOT_ALLOWED, file, reason=reason(error)) from None
    if len(found) > LARGEST:
        raise refused(Why.TOO_LARGE, file, limit=LARGEST // 2**20)
    return found
