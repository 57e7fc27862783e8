"""Workflow commands of GitHub Actions: a finding becomes a note at its line.

A step shows ten of each kind, so the summary comes first and then what matters most.
"""

from collections.abc import Iterator, Sequence

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.diagnosis.text import Teller
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.telling import Told, tell
from sxtdbv_cli.render.verdict import counts, headline, word
from sxtdbv_cli.render.where import relative
from sxtdbv_cli.text.safe import visible

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(reports: Sequence[Report], style: Style) -> str:
    """The summary, the faults of files that cannot be read, the findings: the worst first, the largest gap first."""
    told = [one for report in reports for one in tell(report, style.language)]
    faults = [fault for report in reports for fault in report.faults]
    lines = [_summary(reports, style)] if reports else []
    lines += [
        command("error", _properties(fault.place, fault.code, style), visible(fault.say(style.language)))
        for fault in faults
    ]
    lines += [_finding(one, style) for one in sorted(told, key=_weight)]
    return "".join(line + "\n" for line in lines)


def _weight(told: Told) -> tuple[int, int]:
    gap = told.finding.facts.get("gap")
    return told.finding.severity.rank, -abs(gap) if isinstance(gap, int) else 0


def _summary(reports: Sequence[Report], style: Style) -> str:
    failed = any(report.exit_code() for report in reports)
    said = "\n".join(line for report in reports for line in _said(report, style))
    return command("error" if failed else "notice", {"title": "sxtdbv"}, said)


def _said(report: Report, style: Style) -> Iterator[str]:
    """How one file came out."""
    verdict = word(report).say(style.language)
    yield f"{visible(report.named(relative(report.file, style)))}: {verdict}: {counts(report, style.language)}."
    if report.subject is not None:
        yield headline(report.subject, style.language)
        if report.diagnosis is not None and report.diagnosis.failed:
            teller = Teller(report.subject.plan, style.language)
            yield teller.headline(report.diagnosis, report.subject.audit.total)


def _finding(told: Told, style: Style) -> str:
    finding = told.finding
    title = f"{finding.code} {finding.title.say(style.language)}"
    return command(COMMANDS[finding.severity], _properties(finding.place, title, style), told.text)


def _properties(place: Place, title: str, style: Style) -> dict[str, object]:
    """Where a note stands. Columns are understood only within one line, and their end is the last one meant."""
    found: dict[str, object] = {"file": relative(place.file, style)}
    if place.line:
        found["line"] = place.line
        found["endLine"] = max(place.end_line, place.line)
        if place.sheet is None and place.column and place.end_line == place.line:
            found |= {"col": place.column, "endColumn": max(place.end_column - 1, place.column)}
    return found | {"title": title}


def command(name: str, properties: dict[str, object], message: str) -> str:
    """A workflow command; the escaping is the one that the runner undoes."""
    values = ((key, _escape(str(value)).replace(":", "%3A").replace(",", "%2C")) for key, value in properties.items())
    said = ",".join(f"{key}={value}" for key, value in values)
    return f"::{name} {said}::{_escape(message)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
