"""What the git repository around the current folder holds: a file as a revision has it, files changed since one.

Git is run without a shell, and what a user names is never taken for an option.
"""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from sxtdbv_cli.files.read import LARGEST
from sxtdbv_cli.text.language import Text

NO_GIT = Text("chưa cài git, nên không đọc được {name}", "git is not installed, so {name} cannot be read")
NO_REPOSITORY = Text("không đọc được {name}: git báo “{reason}”", "{name} cannot be read: git says “{reason}”")
NO_REVISION = Text(
    "không có tệp và cũng không có phiên bản git “{name}”; hãy kiểm tra bằng “git log”",
    "there is neither a file nor a git revision “{name}”; look it up with “git log”",
)
NO_FILE = Text(
    "phiên bản {revision} không có tệp {file}; đường dẫn tính từ gốc kho git, hoặc từ thư mục này nếu viết ./{file}",
    "the revision {revision} has no file {file}; paths count from the top of the repository, or from here as ./{file}",
)
AN_OPTION = Text(
    "“{name}” không thể là phiên bản git: không được bắt đầu bằng dấu -",
    "“{name}” cannot be a git revision: it may not begin with a -",
)
TOO_LARGE = Text(
    "{name} lớn hơn {limit:d} MiB, không thể là một kế hoạch", "{name} is larger than {limit:d} MiB, which no plan is"
)


class GitTrouble(Exception):
    """What is asked of git cannot be had; ``why`` says so to the user, with its facts."""

    def __init__(self, why: Text, **facts: object) -> None:
        super().__init__(why.en)
        self.why = why
        self.facts: Mapping[str, object] = facts


def content(revision: str, file: str) -> bytes:
    """The bytes of a file as a revision has it; without a revision as it is staged.

    Raises:
        GitTrouble: there is no git, no repository, no such revision or file, or it is too large.
    """
    name = f"{revision}:{file}"
    if revision:
        commit(revision, name)
    found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", name, name=name)
    blob = found.stdout.decode("ascii", "replace").strip()
    kind = _git("cat-file", "-t", blob, name=name).stdout.strip() if found.returncode == 0 else b""
    if kind != b"blob":
        raise GitTrouble(NO_FILE, revision=revision or "(index)", file=file.removeprefix("./"))
    if int(_git("cat-file", "-s", blob, name=name).stdout) > LARGEST:
        raise GitTrouble(TOO_LARGE, name=name, limit=LARGEST // 2**20)
    return _git("cat-file", "blob", blob, name=name).stdout


def commit(revision: str, name: str = "") -> str:
    """The commit that a revision names.

    Raises:
        GitTrouble: it names none.
    """
    if revision.startswith("-"):
        raise GitTrouble(AN_OPTION, name=revision)
    asked = f"{revision}^{{commit}}"
    found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", asked, name=name or revision)
    if found.returncode != 0:
        raise GitTrouble(NO_REVISION, name=revision)
    return found.stdout.decode("ascii", "replace").strip()


def changed_since(revision: str) -> list[str]:
    """Files that are not as they were where this branch left a revision, and files git does not know yet.

    Paths from the current folder, in order; files that are deleted or ignored are not among them.

    Raises:
        GitTrouble: there is no git, no repository, no such revision.
    """
    then = commit(revision)
    base = _git("merge-base", then, "HEAD", name=revision)
    start = base.stdout.decode("ascii", "replace").strip() if base.returncode == 0 else then
    top = os.fsdecode(_git("rev-parse", "--show-toplevel", name=revision).stdout).rstrip("\n")
    listed = _git(
        "diff", "--name-only", "-z", "--no-ext-diff", "--diff-filter=d", start, "--", name=revision, folder=top
    )
    new = _git("ls-files", "--others", "--exclude-standard", "-z", name=revision, folder=top)
    names = {os.fsdecode(name) for name in (listed.stdout + new.stdout).split(b"\0") if name}
    files = (Path(top, name) for name in sorted(names))
    return [os.path.relpath(file) for file in files if file.is_file()]


def _git(*arguments: str, name: str, folder: str | None = None) -> subprocess.CompletedProcess[bytes]:
    """What a command of git printed. It failed quietly if its exit code is 1; louder failures are raised.

    Raises:
        GitTrouble: there is no git, or it could not do what was asked.
    """
    try:
        found = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"},
            check=False,
        )
    except FileNotFoundError:
        raise GitTrouble(NO_GIT, name=name) from None
    except ValueError:  # a NUL in a name
        raise GitTrouble(NO_REVISION, name=name) from None
    if found.returncode > 1:
        said = found.stderr.decode("utf-8", "replace").strip().splitlines() or [f"exit {found.returncode}"]
        raise GitTrouble(NO_REPOSITORY, name=name, reason=said[0].removeprefix("fatal: "))
    return found
