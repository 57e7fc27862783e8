"""The screen of ``sxtdbv check``: a headline, the discrepancies by line, the diagnosis, other findings, a verdict."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Shown

from sxtdbv_cli.model.plan import Unit
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.model.units import UNNAMED
from sxtdbv_cli.render.diagnosis.screen import paint as paint_diagnosis
from sxtdbv_cli.render.names import is_discrepancy
from sxtdbv_cli.render.screen import draw, shown
from sxtdbv_cli.render.screens import discrepancies as discrepancies_screen
from sxtdbv_cli.render.screens import findings as findings_screen
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.telling import errata
from sxtdbv_cli.render.verdict import counts, headline, word
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.words import NO_UNIT, UNIT

MOST_ERRATA = 40

IN_DONG = Text(
    "Tệp ghi bằng {unit}; số tiền dưới đây tính bằng đồng.", "The file is in {unit}; the amounts below are in đồng."
)
ACCEPTED = Text(
    "{count:d} phát hiện đã được chấp nhận; --show-accepted liệt kê.",
    "Accepted findings: {count:d}; --show-accepted lists them.",
)


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
        discrepancies_screen.paint(console, subject, sums, style.language)
    if report.diagnosis is not None:
        if report.diagnosis.failed:
            console.print()
        paint_diagnosis(console, subject, report.diagnosis, style.language)
    if others:
        findings_screen.paint(console, report.file, subject.plan, others, style.language)
    console.print()
    if style.accepted and report.accepted:
        findings_screen.paint_accepted(console, report, subject.plan, style.language)


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
