"""What is put on the cells of a sheet: the worst of what is found there, all of it in words, what is proposed."""

from collections.abc import Callable
from typing import NamedTuple

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.diagnosis import Change
from sxtdbv_cli.model.finding import Finding, Severity
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.render.diagnosis.text import Teller, is_brief, told
from sxtdbv_cli.render.names import SEVERITIES
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.safe import visible

PROPOSED = Text("Đề xuất: {figure}", "Proposed: {figure}")
BLAMED = Text("Có thể ghi sai: {figures}", "Possibly wrong: {figures}")
LONGEST = 4000
MOST_EXPLANATIONS = 3

Where = Callable[[Address], Position | None]
"""Where the thing of an address stands in the sheet; None for what is not in it."""


class Mark(NamedTuple):
    """What is put on one cell; ``text`` has a line for each thing that is said."""

    severity: Severity
    text: str


_Proposal = tuple[Change, str]
"""A change of one cell and how it may be worded."""


def marks_of(report: Report, where: Where, language: Language) -> dict[Position, Mark]:
    """The marks of a report, row by row."""
    teller = Teller(report.checked.plan, language, report.checked.sheet)
    found = by_key((position, one) for one in report.findings if (position := where(one.address)) is not None)
    proposed = _proposals(report, where, teller)
    return {
        position: _mark(teller, found.get(position, []), proposed.get(position, []))
        for position in sorted(found.keys() | proposed.keys())
    }


def _mark(teller: Teller, findings: list[Finding], proposals: list[_Proposal]) -> Mark:
    """A cell that is blamed for what is found elsewhere counts as wrong."""
    severity = min((finding.severity for finding in findings), key=lambda each: each.rank, default=Severity.ERROR)
    said = [_said(teller, finding) for finding in findings]
    for change, how in proposals:
        figure, figures = teller.amount(change.proposed), teller.figures(change)
        proposal = teller.say(PROPOSED if findings else BLAMED, figure=figure, figures=figures)
        said.append(f"{proposal} ({how})" if how else proposal)
    return Mark(severity, "\n".join(map(visible, said))[:LONGEST])


def _said(teller: Teller, finding: Finding) -> str:
    message = finding.say(teller.language, teller.plan.unit.digits)
    return f"{finding.code} ({SEVERITIES[finding.severity].say(teller.language)}): {message}"


def _proposals(report: Report, where: Where, teller: Teller) -> dict[Position, list[_Proposal]]:
    """What the diagnosis proposes for each cell, the likeliest first."""
    found: dict[Position, list[_Proposal]] = {}
    for cluster in report.diagnosis.clusters if report.diagnosis else ():
        for _, explanation in told(cluster, MOST_EXPLANATIONS):
            if is_brief(cluster, explanation):
                continue
            verdict = teller.verdict(cluster, explanation)
            event = "" if explanation.event is None else teller.event(explanation.event)
            for change in explanation.changes:
                how = filter(None, (verdict, event, teller.slip(change, explanation.event)))
                proposal = change, ": ".join(how)
                position = where(teller.plan.address(change.cell))
                if position is not None and proposal not in found.get(position, []):
                    found.setdefault(position, []).append(proposal)
    return found
