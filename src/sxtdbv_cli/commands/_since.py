"""The option ``--since``: only the plan files that changed since a git revision."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._shared import option
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.safe import visible

SINCE = Text(
    "Chỉ kiểm tra những tệp kế hoạch đã thay đổi từ phiên bản git này (kể cả tệp chưa đưa vào git), ví dụ origin/main.",
    "Check only the plan files changed since this git revision (files new to git too), such as origin/main.",
)
NOTHING = Text(
    "không có tệp kế hoạch nào thay đổi từ {revision}; không có gì để kiểm tra",
    "no plan file changed since {revision}; there is nothing to check",
)
SKIPPED = Text(
    "đã thay đổi nhưng không kiểm tra, vì không phải tệp kế hoạch YAML (nêu tên tệp để kiểm tra): {files}",
    "changed but not checked, being no plan files in YAML (name them to check them): {files}",
)

Since = Annotated[str, option(SINCE, "REV")]

PLAN_FILES = (".yaml", ".yml")
TABLES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".docx")
_SAYS_PLAN = re.compile(rb"""(?m)^[\s{"']*(document|lines)["']?\s*:""").search


def changed_plans(revision: str, files: Sequence[str]) -> list[str]:
    """Of the named files and folders those that changed; where none is named, the plan files that did.

    A named file that is not there is kept, for checking it says so.

    Raises:
        CannotRun: git cannot tell.
    """
    from sxtdbv_cli.files import git

    try:
        changed = git.changed_since(revision)
    except git.GitTrouble as trouble:
        raise CannotRun(say(trouble.why, **trouble.facts)) from None
    folders = [Path(file).resolve() for file in files if Path(file).is_dir()]
    inside = [file for file in changed if not files or any(map(Path(file).resolve().is_relative_to, folders))]
    found = list(_named(files, changed))
    found += [file for file in inside if _is_plan(file) and file not in found]
    _tell(revision, found, [file for file in inside if Path(file).suffix.lower() in TABLES and file not in found])
    return found


def _named(files: Sequence[str], changed: list[str]) -> Iterator[str]:
    """The named files that changed, or are not there."""
    real = set(map(os.path.realpath, changed))
    for file in files:
        if not Path(file).exists() or os.path.realpath(file) in real:
            yield file


def _is_plan(file: str) -> bool:
    """Whether a YAML file means to be a plan, be it ever so broken: other YAML is nobody's business here."""
    if Path(file).suffix.lower() not in PLAN_FILES:
        return False
    try:
        return _SAYS_PLAN(Path(file).read_bytes().replace(b"\0", b"")) is not None  # NUL: UTF-16, which is told later
    except OSError:
        return True


def _tell(revision: str, found: list[str], skipped: list[str]) -> None:
    if skipped:
        output.write(f"sxtdbv: {say(SKIPPED, files=visible(', '.join(skipped)))}\n", stream=sys.stderr)
    if not found:
        output.write(f"sxtdbv: {say(NOTHING, revision=visible(revision))}\n", stream=sys.stderr)
