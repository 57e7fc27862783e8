"""``sxtdbv diagnose``: which amounts are wrong, what they should be, how sure that is."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from sxtdbv_cli.commands._doubt import Budget, Timings, Trust, cells_named
from sxtdbv_cli.commands._formats import format_option, output_option, targets, write
from sxtdbv_cli.commands._settings import Config, NoConfig, doubt_of, settings_of
from sxtdbv_cli.commands._shared import Files, Lang, show_faults, style
from sxtdbv_cli.commands._sheets import each_sheet
from sxtdbv_cli.commands._table import states_table
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


@states_table
def run(
    files: Files = None,
    format: Annotated[list[str] | None, format_option(PACKAGE)] = None,
    output: Annotated[str, output_option()] = "",
    trust: Trust = None,
    budget: Budget = None,
    timings: Timings = False,
    config: Config = "",
    no_config: NoConfig = False,
    lang: Lang = "",  # noqa: ARG001 -- acted on before the command line is parsed
    *,
    table: Mapping[str, Any],
) -> int:
    """Diagnose files; exit code 1 where a sum fails."""
    settings = settings_of(config, no_config, trust=trust, budget=budget, **table)
    plans = [(*plan, settings(plan[1])) for plan in map(plan_file, named(files))]
    wanted = targets(format, output, [file for file, *_ in plans])
    reports = [_diagnosed(*one[:3])._replace(part=one.part) for one in each_sheet(plans)]
    for report in reports:
        show_faults(report.faults)
    write(PACKAGE, wanted, reports, style(timings=timings))
    if any(report.faults for report in reports):
        return 2
    return int(any(report.diagnosis and report.diagnosis.failed for report in reports))


def _diagnosed(file: str, name: str, settings: "Settings") -> "Report":
    from sxtdbv_cli.check import diagnose_file

    with cells_named(settings):
        return diagnose_file(file, name, doubt_of(settings), settings.choices)
