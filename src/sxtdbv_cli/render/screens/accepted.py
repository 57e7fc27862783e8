"""The accepted findings of a plan on a screen: what was found, and why it is accepted."""

from rich.console import Console
from rich.text import Text as Shown

from sxtdbv_cli.model.acceptance import Accepted
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.names import name_of
from sxtdbv_cli.render.screen import listing, more, shown
from sxtdbv_cli.text.language import Language, Text

TITLE = Text("Các phát hiện đã chấp nhận", "Accepted findings")
BECAUSE = Text("chấp nhận: {reason}", "accepted: {reason}")
BY = Text(" ({by})", " ({by})")
UNTIL = Text(", đến hết ngày {until:date}", ", until {until:date}")
MOST = 200


def paint(console: Console, report: Report, plan: Plan, language: Language) -> None:
    """Print a section with a row for each finding and one for its reason."""
    table = listing(console)
    for accepted in report.accepted[:MOST]:
        finding = accepted.finding
        message = finding.say(language, plan.unit.decimals)
        table.add_row(finding.code, shown(name_of(plan, finding.address, language)), shown(message))
        table.add_row("", "", Shown(_reason(accepted, language), "dim"))
    console.print(Shown(TITLE.say(language), "bold underline"))
    console.print(table)
    more(console, len(report.accepted) - MOST, language)
    console.print()


def _reason(accepted: Accepted, language: Language) -> str:
    acceptance = accepted.entry.acceptance
    said = BECAUSE.say(language, {"reason": acceptance.reason})
    if acceptance.by:
        said += BY.say(language, {"by": acceptance.by})
    if acceptance.until:
        said += UNTIL.say(language, {"until": str(acceptance.until)})
    return str(shown(said))
