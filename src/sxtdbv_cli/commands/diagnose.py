"""``sxtdbv diagnose``: which amounts are wrong, what they should be, how sure that is."""

from typing import TYPE_CHECKING, Annotated

from sxtdbv_cli.commands._doubt import Budget, Timings, Trust, cells_named
from sxtdbv_cli.commands._formats import OutputFile, format_option, targets, write
from sxtdbv_cli.commands._settings import doubt_of, reports_of
from sxtdbv_cli.commands._shared import Files, style
from sxtdbv_cli.commands._stated import Stated, states
from sxtdbv_cli.files.shipped import named, plan_file
from sxtdbv_cli.text.language import Text

if TYPE_CHECKING:
    from sxtdbv_cli.model.report import Report
    from sxtdbv_cli.settings.force import Settings

HELP = Text(
    "Tìm những số ghi sai: bộ ít ô nhất giải thích được mọi phép cộng không khớp, và số đúng có thể là bao nhiêu.",
    "Find the wrong amounts: the fewest cells that explain all failing sums, and what they should be.",
)
PACKAGE = "sxtdbv_cli.render.diagnose"


@states()
def run(
    files: Files = None,
    format: Annotated[list[str] | None, format_option(PACKAGE)] = None,
    output: OutputFile = "",
    trust: Trust = None,
    budget: Budget = None,
    timings: Timings = False,
    *,
    stated: Stated,
) -> int:
    """Diagnose files; exit code 1 where a sum fails."""
    settings = stated.settings(trust=trust, budget=budget)
    plans = [(*plan, settings(plan[1])) for plan in map(plan_file, named(files))]
    wanted = targets(format, output, [file for file, *_ in plans])
    reports = reports_of(plans, _diagnosed)
    write(PACKAGE, wanted, reports, style(timings=timings))
    if any(report.faults for report in reports):
        return 2
    return int(any(report.diagnosis and report.diagnosis.failed for report in reports))


def _diagnosed(file: str, name: str, settings: "Settings") -> "Report":
    from sxtdbv_cli.check import check_file
    from sxtdbv_cli.model.settings import NO_RULES

    with cells_named(settings):
        return check_file(file, name, doubt_of(settings), settings.choices, NO_RULES)
