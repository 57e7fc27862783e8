"""``sxtdbv diff``: what a change does to a plan. Each side is a file, or ``REV:FILE`` of the git repository."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._formats import OutputFile, format_option, targets, write
from sxtdbv_cli.commands._shared import argument, style
from sxtdbv_cli.commands._stated import Stated, states
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text

if TYPE_CHECKING:
    from sxtdbv_cli.files.loaded import Loaded
    from sxtdbv_cli.model.choices import Choices

HELP = Text(
    "So sánh hai kế hoạch: dòng thêm, bớt, chuyển chỗ, số tiền thay đổi, và ảnh hưởng đến các tổng phía trên. "
    "Mã thoát: 0 giống nhau, 1 khác nhau, 2 không chạy được.",
    "Compare two plans: lines added, removed, moved, amounts changed, and what that does to the totals above. "
    "Exit codes: 0 the same, 1 different, 2 could not run.",
)
OLD = Text("Kế hoạch trước: tệp, hoặc PHIÊN-BẢN:TỆP trong git.", "The plan before: a file, or REV:FILE of git.")
NEW = Text("Kế hoạch sau: tệp, hoặc PHIÊN-BẢN:TỆP trong git.", "The plan after: a file, or REV:FILE of git.")
OTHER_UNIT = Text(
    "đơn vị tính khác nhau ({old} và {new}), nên không so được số tiền",
    "the units differ ({old} and {new}), so the amounts cannot be compared",
)
PACKAGE = "sxtdbv_cli.render.diff"


@states()
def run(
    old: Annotated[str, argument(OLD, "OLD")],
    new: Annotated[str, argument(NEW, "NEW")],
    format: Annotated[list[str] | None, format_option(PACKAGE)] = None,
    output: OutputFile = "",
    *,
    stated: Stated,
) -> int:
    """Print what differs."""
    from sxtdbv_cli.check import Doubt, check_plan
    from sxtdbv_cli.compare import OtherUnit, difference

    wanted = targets(format, output, [old, new])
    settings = [stated.settings()(_parts(name)[1]) for name in (old, new)]
    loaded = [read_side(name, own.choices) for name, own in zip((old, new), settings, strict=True)]
    tuning = settings[1].tuning  # the same rules on both sides
    reports = [check_plan(plan, doubt=Doubt(wanted=False), tuning=tuning) for plan in loaded]
    try:
        found = difference(*reports)
    except OtherUnit as units:
        raise CannotRun(say(OTHER_UNIT, old=units.old.name, new=units.new.name)) from None
    write(PACKAGE, wanted, found, style())
    return int(not found.found.same)


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
