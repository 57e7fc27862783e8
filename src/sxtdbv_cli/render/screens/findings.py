"""Findings on a screen that are no failing sums: a row each, with where it is and what it says; those that are accepted
with the reason."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text as Shown

from sxtdbv_cli.model.acceptance import Accepted
from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.names import SEVERITIES, name_of
from sxtdbv_cli.render.screen import COLOURS, listing, more, section, shown, spot
from sxtdbv_cli.text.language import Language, Text

MOST = 60
TITLE = Text("Các phát hiện khác", "Other findings")


def paint(console: Console, file: str, plan: Plan, findings: Sequence[Finding], language: Language) -> None:
    """Print a section of findings; those in ``file`` itself do not name it again."""
    table = listing(console)
    for finding in findings[:MOST]:
        colour = COLOURS[finding.severity]
        message = finding.say(language, plan.unit.decimals)
        severity = Shown(SEVERITIES[finding.severity].say(language) + ": ", colour)
        table.add_row(Shown(finding.code, colour), _where(finding, file, plan, language), severity + shown(message))
    section(console, TITLE, language)
    console.print(table)
    more(console, len(findings) - MOST, language)


def _where(finding: Finding, file: str, plan: Plan, language: Language) -> Shown:
    name = name_of(plan, finding.address, language)
    elsewhere = "" if finding.place.file == file else finding.place.file
    return shown(name) + shown(f"{' ' if name else ''}{elsewhere}:{spot(finding.place)}", "dim")


TITLE_ACCEPTED = Text("Các phát hiện đã chấp nhận", "Accepted findings")
BECAUSE = Text("chấp nhận: {reason}", "accepted: {reason}")
BY = Text(" ({by})", " ({by})")
UNTIL = Text(", đến hết ngày {until:date}", ", until {until:date}")
MOST_ACCEPTED = 200


def paint_accepted(console: Console, report: Report, plan: Plan, language: Language) -> None:
    """Print a section with a row for each finding and one for its reason."""
    table = listing(console)
    for accepted in report.accepted[:MOST_ACCEPTED]:
        finding = accepted.finding
        message = finding.say(language, plan.unit.decimals)
        table.add_row(finding.code, shown(name_of(plan, finding.address, language)), shown(message))
        table.add_row("", "", Shown(_reason(accepted, language), "dim"))
    console.print(Shown(TITLE_ACCEPTED.say(language), "bold underline"))
    console.print(table)
    more(console, len(report.accepted) - MOST_ACCEPTED, language)
    console.print()


def _reason(accepted: Accepted, language: Language) -> str:
    acceptance = accepted.entry.acceptance
    said = BECAUSE.say(language, {"reason": acceptance.reason})
    if acceptance.by:
        said += BY.say(language, {"by": acceptance.by})
    if acceptance.until:
        said += UNTIL.say(language, {"until": str(acceptance.until)})
    return str(shown(said))
