"""Findings on a screen that are no failing sums: a row each, with where it is and what it says; those that are accepted
with the reason."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text as Shown

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.acceptance import Accepted
from sxtdbv_cli.model.finding import Finding, Severity
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.names import SEVERITIES, name_of
from sxtdbv_cli.render.screen import COLOURS, listing, more, section, shown, spot
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.words import first_of

MOST = 60
MOST_ALIKE = 5
FIRST_ALIKE = 3
"""So many findings that say the same are told one by one, unless they are errors; of more the first, and where the
others are."""
MOST_SPOTS = 12
TITLE = Text("Các phát hiện khác", "Other findings")
ALSO = Text("… và {more:d} chỗ nữa: {spots}", "… and {more:d} more: {spots}")


def paint(console: Console, file: str, plan: Plan, findings: Sequence[Finding], language: Language) -> None:
    """Print a section of findings; those in ``file`` itself do not name it again."""
    table = listing(console)
    told = _told(findings)
    for finding, others in told[:MOST]:
        colour = COLOURS[finding.severity]
        message = finding.say(language, plan.unit.decimals)
        severity = Shown(SEVERITIES[finding.severity].say(language) + ": ", colour)
        table.add_row(Shown(finding.code, colour), _where(finding, file, plan, language), severity + shown(message))
        if others:
            table.add_row("", "", shown(_also(finding, others, language), "dim"))
    section(console, TITLE, language)
    console.print(table)
    more(console, sum(1 + len(others) for _, others in told[MOST:]), language)


def _told(findings: Sequence[Finding]) -> list[tuple[Finding, Sequence[Finding]]]:
    """The findings that are told, in order, the last of those alike with the others: a warning must not be lost among a
    hundred notes."""
    alike = by_key(((one.code, one.severity, one.message), at) for at, one in enumerate(findings))
    last: dict[int, Sequence[Finding]] = {}
    hidden: set[int] = set()
    for (_, severity, _), found in alike.items():
        if len(found) > MOST_ALIKE and severity is not Severity.ERROR:
            last[found[FIRST_ALIKE - 1]] = [findings[at] for at in found[FIRST_ALIKE:]]
            hidden.update(found[FIRST_ALIKE:])
    return [(finding, last.get(at, ())) for at, finding in enumerate(findings) if at not in hidden]


def _also(told: Finding, others: Sequence[Finding], language: Language) -> str:
    sheet = f"{told.place.sheet}!"
    spots = [spot(finding.place).removeprefix(sheet) for finding in others]
    return ALSO.say(language, {"more": len(others), "spots": first_of(spots, MOST_SPOTS)})


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
