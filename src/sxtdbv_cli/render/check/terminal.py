"""The screen of ``sxtdbv check``: a headline, the discrepancies by line, the diagnosis, other findings, a verdict."""

from collections.abc import Hashable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Shown

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.acceptance import Accepted
from sxtdbv_cli.model.finding import Finding, Severity
from sxtdbv_cli.model.plan import Plan, Unit
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.model.units import UNNAMED
from sxtdbv_cli.render import discrepancies
from sxtdbv_cli.render.diagnosis.screen import paint as paint_diagnosis
from sxtdbv_cli.render.names import SEVERITIES, is_discrepancy, name_of
from sxtdbv_cli.render.screen import COLOURS, draw, listing, more, section, shown, spot
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.telling import errata
from sxtdbv_cli.render.verdict import counts, headline, word
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.words import NO_UNIT, UNIT, first_of

MOST_ERRATA = 40

IN_DONG = Text(
    "Tệp ghi bằng {unit}; số tiền dưới đây tính bằng đồng.", "The file is in {unit}; the amounts below are in đồng."
)
ACCEPTED = Text(
    "{count:d} phát hiện đã được chấp nhận; --show-accepted liệt kê.",
    "Accepted findings: {count:d}; --show-accepted lists them.",
)


MOST = 60
MOST_ALIKE = 5
FIRST_ALIKE = 3
"""So many findings that say the same are told one by one, unless they are errors; of more the first, and where the
others are."""
MOST_SPOTS = 12
TITLE = Text("Các phát hiện khác", "Other findings")
ALSO = Text("… và {more:d} chỗ nữa: {spots}", "… and {more:d} more: {spots}")


def render(reports: Sequence[Report], style: Style) -> str:
    """The screens of all files, one after the other."""
    return draw(style, lambda console: _paint(console, reports, style))


def _paint(console: Console, reports: Sequence[Report], style: Style) -> None:
    for number, report in enumerate(reports):
        if number and not style.quiet:
            console.print()
        if report.subject is not None and not style.quiet:
            _screen(console, report, report.subject, style)
        console.print(_verdict(report, style, named=len(reports) > 1), soft_wrap=True)


def _verdict(report: Report, style: Style, *, named: bool) -> Shown:
    colour = "bold green" if report.exit_code() == 0 else "bold red"
    name = shown(f"{report.named(report.file)}: " if named or style.quiet else "")
    said = word(report).say(style.language)
    return name + Shown(said, colour) + Shown(f": {counts(report, style.language)}.")


def _screen(console: Console, report: Report, subject: Subject, style: Style) -> None:
    """Everything about one plan but the verdict."""
    sums = [found for found in report.findings if is_discrepancy(found)]
    others = [found for found in report.findings if not is_discrepancy(found)]
    _head(console, report, subject, style.language)
    if sums:
        discrepancies.paint(console, subject, sums, style.language)
    if report.diagnosis is not None:
        if report.diagnosis.failed:
            console.print()
        paint_diagnosis(console, subject, report.diagnosis, style.language)
    if others:
        paint(console, report.file, subject.plan, others, style.language)
    console.print()
    if style.accepted and report.accepted:
        paint_accepted(console, report, subject.plan, style.language)


def _head(console: Console, report: Report, subject: Subject, language: Language) -> None:
    document, unit = subject.plan.document, subject.plan.unit
    if title := " · ".join(filter(None, (document.number, document.title))):
        console.print(shown(title, "bold"))
    console.print(shown(report.named(report.file), "dim"), soft_wrap=True)
    if unit != Unit():
        known = NO_UNIT if unit.name == UNNAMED else IN_DONG if unit.scale != unit.decimals else UNIT
        console.print(shown(known.say(language, {"unit": unit.name}), "dim"))
    console.print()
    console.print(headline(subject, language))
    for sentence in errata(subject, language)[:MOST_ERRATA]:
        console.print(Padding(shown(sentence, "dim"), (0, 0, 0, 2)))
    if report.accepted:
        console.print(Shown(ACCEPTED.say(language, {"count": len(report.accepted)}), "dim"))


def paint(console: Console, file: str, plan: Plan, findings: Sequence[Finding], language: Language) -> None:
    """Print a section of findings; those in ``file`` itself do not name it again."""
    table = listing(console)
    told = _told(findings)
    for finding, others in told[:MOST]:
        colour = COLOURS[finding.severity]
        message = finding.say(language, plan.unit.digits)
        severity = Shown(SEVERITIES[finding.severity].say(language) + ": ", colour)
        table.add_row(Shown(finding.code, colour), _where(finding, file, plan, language), severity + shown(message))
        if others:
            table.add_row("", "", shown(_also(finding, others, language), "dim"))
    section(console, TITLE, language)
    console.print(table)
    more(console, sum(1 + len(others) for _, others in told[MOST:]), language)


def _told(findings: Sequence[Finding]) -> list[tuple[Finding, Sequence[Finding]]]:
    """The findings that are told, in order, the last of those alike with the others: a warning must not be lost among a
    hundred notes. Errors are alike where they say the same in every word."""
    alike = by_key((_kind(one), at) for at, one in enumerate(findings))
    last: dict[int, Sequence[Finding]] = {}
    hidden: set[int] = set()
    for found in alike.values():
        if len(found) > MOST_ALIKE:
            last[found[FIRST_ALIKE - 1]] = [findings[at] for at in found[FIRST_ALIKE:]]
            hidden.update(found[FIRST_ALIKE:])
    return [(finding, last.get(at, ())) for at, finding in enumerate(findings) if at not in hidden]


def _kind(finding: Finding) -> tuple[Hashable, ...]:
    facts = sorted(finding.facts.items()) if finding.severity is Severity.ERROR else ()
    return finding.code, finding.severity, finding.message, *facts


def _also(told: Finding, others: Sequence[Finding], language: Language) -> str:
    sheet = f"{told.place.sheet}!"
    spots = [spot(finding.place).removeprefix(sheet) for finding in others]
    return ALSO.say(language, {"more": len(others), "spots": first_of(spots, MOST_SPOTS)})


def _where(finding: Finding, file: str, plan: Plan, language: Language) -> Shown:
    name = name_of(plan, finding.address, language)
    place = finding.place
    elsewhere = "" if place.file == file else place.file
    colon = ":" if elsewhere or place.sheet is None else ""  # a cell needs no colon to be known as a place
    return shown(name) + shown(f"{' ' if name else ''}{elsewhere}{colon}{spot(place)}", "dim")


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
        message = finding.say(language, plan.unit.digits)
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
