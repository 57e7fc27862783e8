"""The screen of ``sxtdbv diagnose``: for each file which amounts are wrong."""

from collections.abc import Sequence

from rich.console import Console

from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.diagnosis.screen import paint
from sxtdbv_cli.render.screen import draw, shown
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.verdict import headline


def render(reports: Sequence[Report], style: Style) -> str:
    """The screens of all files, one after the other."""
    return draw(style, lambda console: _paint(console, reports, style))


def _paint(console: Console, reports: Sequence[Report], style: Style) -> None:
    for number, report in enumerate(reports):
        if number:
            console.print()
        console.print(shown(report.named(report.file), "bold"), soft_wrap=True)
        if report.subject is None or report.diagnosis is None:
            continue
        if not report.diagnosis.failed:
            console.print(headline(report.subject, style.language))
        paint(console, report.subject, report.diagnosis, style.language)
