"""Code quality of GitLab: a list of findings, each with a fingerprint that stays when its line moves."""

from collections.abc import Iterator, Sequence
from typing import Any

from sxtdbv_cli.model.finding import Fault, Severity
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.telling import tell
from sxtdbv_cli.render.where import digest, fingerprints, relative
from sxtdbv_cli.text.as_json import as_json
from sxtdbv_cli.text.safe import visible

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}
UNREADABLE = "blocker"


def render(reports: Sequence[Report], style: Style) -> str:
    """The list; a file that cannot be read is in it with its faults."""
    found = [one for report in reports for one in _of(report, style)]
    return as_json(found)


def _of(report: Report, style: Style) -> Iterator[dict[str, Any]]:
    file = relative(report.file, style)
    for fault in report.faults:
        yield _fault(fault, file, style)
    for told, fingerprint in zip(tell(report, style.language), fingerprints(report, file), strict=False):
        finding = told.finding
        yield {
            "description": told.text,
            "check_name": f"{finding.code} {finding.name}",
            "fingerprint": fingerprint,
            "severity": SEVERITIES[finding.severity],
            "location": _location(finding.place, relative(finding.place.file, style)),
        }


def _fault(fault: Fault, file: str, style: Style) -> dict[str, Any]:
    return {
        "description": visible(fault.say(style.language)),
        "check_name": fault.code,
        "fingerprint": digest([file, fault.code, fault.place]),
        "severity": UNREADABLE,
        "location": _location(fault.place, file),
    }


def _location(place: Place, file: str) -> dict[str, Any]:
    return {"path": file, "lines": {"begin": max(place.line, 1), "end": max(place.end_line, place.line, 1)}}
