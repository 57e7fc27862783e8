"""The findings that are no failing sum on a screen: a row each, with where it is and what it says."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text as Shown

from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.plan import Plan
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
