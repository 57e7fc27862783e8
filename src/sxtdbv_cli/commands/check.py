"""``sxtdbv check``: add up every sum of the plans and say which do not hold."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._doubt import Budget, Timings, Trust
from sxtdbv_cli.commands._formats import OutputFile, Target, format_option, put, targets, write
from sxtdbv_cli.commands._settings import Ignore, Select, SeverityOf, Strict, check_all
from sxtdbv_cli.commands._shared import Files, flag, option, style
from sxtdbv_cli.commands._stated import Stated, states
from sxtdbv_cli.files.shipped import named, plan_file
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.safe import visible

if TYPE_CHECKING:
    from sxtdbv_cli.model.report import Report
    from sxtdbv_cli.render.style import Style

HELP = Text(
    "Cộng lại mọi tổng trong kế hoạch, chỉ ra chỗ không khớp. Mã thoát: 0 không lỗi, 1 có lỗi, 2 không chạy được.",
    "Add up every sum of a plan and show those that fail. Exit codes: 0 no errors, 1 errors found, 2 could not run.",
)
QUIET = Text("Chỉ in kết luận.", "Print the verdict only.")
NO_DIAGNOSE = Text("Không tìm ô ghi sai.", "Do not look for the wrong cells.")
SHOW_ACCEPTED = Text("Liệt kê cả các phát hiện đã chấp nhận.", "List accepted findings too.")
PACKAGE = "sxtdbv_cli.render.check"
JOB_SUMMARY = "GITHUB_STEP_SUMMARY"


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


@states()
def run(
    files: Files = None,
    format: Annotated[list[str] | None, format_option(PACKAGE)] = None,
    output: OutputFile = "",
    strict: Strict = None,
    quiet: Annotated[bool, flag(QUIET, "--quiet", "-q")] = False,
    no_diagnose: Annotated[bool, flag(NO_DIAGNOSE, "--no-diagnose")] = False,
    trust: Trust = None,
    budget: Budget = None,
    timings: Timings = False,
    select: Select = None,
    ignore: Ignore = None,
    severity: SeverityOf = None,
    show_accepted: Annotated[bool, flag(SHOW_ACCEPTED, "--show-accepted")] = False,
    since: Since = "",
    *,
    stated: Stated,
) -> int:
    """Check files and print what was found; the exit code is the worst of them."""
    rules = {"select": select, "ignore": ignore, "severity": severity}
    settings = stated.settings(strict=strict, trust=trust, budget=budget, **rules)
    chosen = changed_plans(since, files or []) if since else named(files)
    plans = [(*plan, settings(plan[1])) for plan in map(plan_file, chosen)]
    wanted = targets(format, output, [file for file, *_ in plans])
    reports = check_all(plans, diagnose=not no_diagnose)
    shown = style(quiet=quiet, timings=timings, accepted=show_accepted)
    write(PACKAGE, wanted, reports, shown)
    _summarise_job(wanted, reports, shown)
    return max((report.exit_code() for report in reports), default=0)


def _summarise_job(wanted: list[Target], reports: "Sequence[Report]", shown: "Style") -> None:
    """Under GitHub Actions, where its format is wanted: the same in Markdown for the summary of the job."""
    file = os.environ.get(JOB_SUMMARY)
    if file and any(target.name == "github" for target in wanted):
        from sxtdbv_cli.render.check.markdown import render

        put(file, render(reports, shown) + "\n", append=True)


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
