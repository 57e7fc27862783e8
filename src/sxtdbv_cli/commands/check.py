"""``sxtdbv check``: add up every sum of the plans and say which do not hold."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from sxtdbv_cli.commands._doubt import Budget, Timings, Trust
from sxtdbv_cli.commands._formats import OutputFile, Target, format_option, put, targets, write
from sxtdbv_cli.commands._settings import Ignore, Select, SeverityOf, Strict, check_all
from sxtdbv_cli.commands._shared import Files, flag, style
from sxtdbv_cli.commands._since import Since, changed_plans
from sxtdbv_cli.commands._stated import Stated, states
from sxtdbv_cli.files.shipped import named, plan_file
from sxtdbv_cli.text.language import Text

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
