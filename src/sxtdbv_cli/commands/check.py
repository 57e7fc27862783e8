"""``sxtdbv check``: add up every sum of the plans and say which do not hold."""

from typing import Annotated

import typer

from sxtdbv_cli import discover
from sxtdbv_cli.commands._doubt import Budget, Timings, Trust, cells_named
from sxtdbv_cli.commands._shared import Files, Lang, check_format, plan_file, show_faults, style
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text

HELP = Text(
    "Cộng lại mọi tổng trong kế hoạch, chỉ ra chỗ không khớp. Mã thoát: 0 không lỗi, 1 có lỗi, 2 không chạy được.",
    "Add up every sum of a plan and show those that fail. Exit codes: 0 no errors, 1 errors found, 2 could not run.",
)
FORMAT = Text("Dạng kết quả: terminal, json, jsonl.", "Output format: terminal, json, jsonl.")
STRICT = Text("Cảnh báo và ghi chú cũng là không đạt.", "Warnings and notes fail the run too.")
QUIET = Text("Chỉ in kết luận.", "Print the verdict only.")
NO_DIAGNOSE = Text("Không tìm ô ghi sai.", "Do not look for the wrong cells.")
PACKAGE = "sxtdbv_cli.render.check"


def _format(value: str) -> str:
    return check_format(PACKAGE, value)


def run(
    files: Files = None,
    format: Annotated[
        str, typer.Option(help=say(FORMAT), metavar="NAME", show_default=False, callback=_format)
    ] = "terminal",
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

    doubt = Doubt(not no_diagnose, tuple(trust or ()), budget)
    with cells_named():
        reports = [check_file(*plan_file(file), doubt) for file in files or [""]]
    for report in reports:
        show_faults(report.faults)
    text = discover.load(PACKAGE, format).render(reports, style(strict=strict, quiet=quiet, timings=timings))
    output.write(text, machine=format != "terminal")
    return max(report.exit_code(strict=strict) for report in reports)
