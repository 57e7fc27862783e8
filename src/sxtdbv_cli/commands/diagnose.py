"""``sxtdbv diagnose``: which amounts are wrong, what they should be, how sure that is."""

from typing import Annotated

from sxtdbv_cli.commands._doubt import Budget, Timings, Trust, cells_named
from sxtdbv_cli.commands._formats import format_option, output_option, targets, write
from sxtdbv_cli.commands._shared import Files, Lang, plan_file, show_faults, style
from sxtdbv_cli.text.language import Text

HELP = Text(
    "Tìm những số ghi sai: bộ ít ô nhất giải thích được mọi phép cộng không khớp, và số đúng có thể là bao nhiêu.",
    "Find the wrong amounts: the fewest cells that explain all failing sums, and what they should be.",
)
PACKAGE = "sxtdbv_cli.render.diagnose"


def run(
    files: Files = None,
    format: Annotated[list[str] | None, format_option(PACKAGE)] = None,
    output: Annotated[str, output_option()] = "",
    trust: Trust = None,
    budget: Budget = 2.0,
    timings: Timings = False,
    lang: Lang = "",  # noqa: ARG001 -- acted on before the command line is parsed
) -> int:
    """Diagnose files; exit code 1 where a sum fails."""
    from sxtdbv_cli.check import Doubt, diagnose_file

    plans = [plan_file(file) for file in files or [""]]
    wanted = targets(format, output, [file for file, _ in plans])
    doubt = Doubt(trusted=tuple(trust or ()), budget=budget)
    with cells_named():
        reports = [diagnose_file(*plan, doubt) for plan in plans]
    for report in reports:
        show_faults(report.faults)
    write(PACKAGE, wanted, reports, style(timings=timings))
    if any(report.faults for report in reports):
        return 2
    return int(any(report.diagnosis and report.diagnosis.failed for report in reports))
