"""``sxtdbv diagnose``: which amounts are wrong, what they should be, how sure that is."""

from typing import Annotated

import typer

from sxtdbv_cli import discover
from sxtdbv_cli.commands._doubt import Budget, Timings, Trust, cells_named
from sxtdbv_cli.commands._shared import Files, Lang, check_format, plan_file, show_faults, style
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text

HELP = Text(
    "Tìm những số ghi sai: bộ ít ô nhất giải thích được mọi phép cộng không khớp, và số đúng có thể là bao nhiêu.",
    "Find the wrong amounts: the fewest cells that explain all failing sums, and what they should be.",
)
FORMAT = Text("Dạng kết quả: terminal, json, jsonl.", "Output format: terminal, json, jsonl.")
PACKAGE = "sxtdbv_cli.render.diagnose"


def _format(value: str) -> str:
    return check_format(PACKAGE, value)


def run(
    files: Files = None,
    format: Annotated[
        str, typer.Option(help=say(FORMAT), metavar="NAME", show_default=False, callback=_format)
    ] = "terminal",
    trust: Trust = None,
    budget: Budget = 2.0,
    timings: Timings = False,
    lang: Lang = "",  # noqa: ARG001 -- acted on before the command line is parsed
) -> int:
    """Diagnose files; exit code 1 where a sum fails."""
    from sxtdbv_cli.check import Doubt, diagnose_file

    doubt = Doubt(trusted=tuple(trust or ()), budget=budget)
    with cells_named():
        reports = [diagnose_file(*plan_file(file), doubt) for file in files or [""]]
    for report in reports:
        show_faults(report.faults)
    text = discover.load(PACKAGE, format).render(reports, style(timings=timings))
    output.write(text, machine=format != "terminal")
    if any(report.faults for report in reports):
        return 2
    return int(any(report.diagnosis and report.diagnosis.failed for report in reports))
