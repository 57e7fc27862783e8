"""A plan that is named on the command line: a file, or ``REV:FILE`` of the git repository."""

from pathlib import Path
from typing import TYPE_CHECKING

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.text.interface import say

if TYPE_CHECKING:
    from sxtdbv_cli.files.loaded import Loaded
    from sxtdbv_cli.model.choices import Choices


def read_side(name: str, choices: "Choices") -> "Loaded":
    """Read a plan, of a table with what is stated about it.

    A file that exists is that file, whatever its name looks like; so is ``C:\\plan.yaml``.

    Raises:
        CannotRun: git cannot give what is named.
        Unreadable: the file cannot be read, or is no plan.
    """
    from sxtdbv_cli.files import git, read

    revision, file = _parts(name)
    if revision is None:
        return read.read(name, choices=choices)
    try:
        content = git.content(revision, file)
    except git.GitTrouble as trouble:
        raise CannotRun(say(trouble.why, **trouble.facts)) from None
    return read.load(read.file_type(file), content, name, choices)


def in_folder(name: str) -> str:
    """The file that a name is about, without the revision."""
    return _parts(name)[1]


def _parts(name: str) -> tuple[str | None, str]:
    """The revision that is named, None for a file as it is, and the file."""
    revision, colon, file = name.partition(":")
    is_file = not colon or Path(name).exists() or _is_drive(revision, file)
    return (None, name) if is_file else (revision, file)


def _is_drive(revision: str, file: str) -> bool:
    """Whether a name is that of a file on a drive of Windows: one letter that is no revision."""
    from sxtdbv_cli.files import git

    if len(revision) != 1 or not revision.isalpha() or not file.startswith(("\\", "/")):
        return False
    try:
        git.commit(revision)
    except git.GitTrouble:
        return True
    return False
