"""``sxtdbv check``: add up every sum of the plans and say which do not hold."""

from typing import Annotated

import typer

from sxtdbv_cli.commands._doubt import Budget, Timings, Trust, cells_named
from sxtdbv_cli.commands._formats import format_option, output_option, targets, write
from sxtdbv_cli.commands._shared import Files, Lang, plan_file, show_faults, style
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text

HELP = Text(
    "Cộng lại mọi tổng trong kế hoạch, chỉ ra chỗ không khớp. Mã thoát: 0 không lỗi, 1 có lỗi, 2 không chạy được.",
    "Add up every sum of a plan and show those that fail. Exit codes: 0 no errors, 1 errors found, 2 could not run.",
)
STRICT = Text("Cảnh báo và ghi chú cũng là không đạt.", "Warnings and notes fail the run too.")
QUIET = Text("Chỉ in kết luận.", "Print the verdict only.")
NO_DIAGNOSE = Text("Không tìm ô ghi sai.", "Do not look for the wrong cells.")
PACKAGE = "sxtdbv_cli.render.check"


def run(
    files: Files = None,
    format: Annotated[list[str] | None, format_option(PACKAGE)] = None,
    output: Annotated[str, output_option()] = "",
    strict: Annotated[bool, typer.Option("--strict", help=say(STRICT))] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=say(QUIET))] = False,
    no_diagnose: Annotated[bool, typer.Option("--no-diagnose", help=say(NO_DIAGNOSE))] = False,
    trust: Trust = None,
    budget: Budget = 2.0,
    timings: Timings = False,
    lang: Lang = "",  # noqa: ARG001 -- acted on before the command line is parsed
) -> int:
    """Check files and print what was found; the exit code is the worst of them."""
    from sxtdbv_cli.check import Doubt, check_file

    plans = [plan_file(file) for file in files or [""]]
    wanted = targets(format, output, [file for file, _ in plans])
    doubt = Doubt(not no_diagnose, tuple(trust or ()), budget)
    with cells_named():
        reports = [check_file(*plan, doubt) for plan in plans]
    for report in reports:
        show_faults(report.faults)
    write(PACKAGE, wanted, reports, style(strict=strict, quiet=quiet, timings=timings))
    return max(report.exit_code(strict=strict) for report in reports)
