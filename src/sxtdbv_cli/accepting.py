"""Which findings are accepted, and which entries accept nothing."""

import datetime
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sxtdbv_cli.files.loaded import Locate
from sxtdbv_cli.model.acceptance import Accepted, Entry, Idle, Ledger, amounts_of
from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.place import Address, Place
from sxtdbv_cli.model.plan import AcceptedKey, Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.names import column_of, path_of


class Outcome(NamedTuple):
    """The findings that stay, those that are accepted, and what became of the entries."""

    kept: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    ledger: Ledger


def key_of(plan: Plan, finding: Finding) -> AcceptedKey:
    """What an acceptance of a finding is about."""
    figures = tuple(sorted(amounts_of(finding).items()))
    return finding.code, path_of(plan, finding.address), column_of(finding.address), figures


def accept(
    plan: Plan, findings: Sequence[Finding], entries: Sequence[Entry], ran: Collection[str], today: datetime.date
) -> Outcome:
    """Hold findings against entries. An entry for a rule that did not run is not judged."""
    found = {key_of(plan, finding): finding for finding in findings}
    live: dict[AcceptedKey, Entry] = {}
    unmatched, expired = [], []
    for index, entry in enumerate(entries):
        acceptance = entry.acceptance
        if acceptance.rule not in ran:
            continue
        if acceptance.key not in found:
            now = next((dict(other[3]) for other in found if other[:3] == acceptance.key[:3]), None)
            unmatched.append(Idle(index, acceptance, now))  # with the figures of a finding at the same place
        elif acceptance.expired(today):
            expired.append(Idle(index, acceptance))
        else:
            live.setdefault(acceptance.key, entry)
    pairs = [(finding, live.get(key_of(plan, finding))) for finding in findings]
    return Outcome(
        tuple(finding for finding, entry in pairs if entry is None),
        tuple(Accepted(finding, entry) for finding, entry in pairs if entry is not None),
        Ledger(tuple(unmatched), tuple(expired)),
    )


def places(locate: Locate, entries: Sequence[Entry]) -> Locate:
    """Finds the places of a plan and of the entries, which may stand in another file."""

    def find(address: Address) -> Place:
        return entries[int(address[1])].place if address[0] == "accept" else locate(address)

    return find


def settled(reports: Sequence[Report]) -> list[Report]:
    """The reports of a run. An entry of a configuration may be for several files: it is told stale where it matches
    nothing in any of them, and then once."""
    stale = [_stale(report) for report in reports]
    told = {accepted.entry.place for report in reports for accepted in report.accepted}
    for report, unmatched in zip(reports, stale, strict=True):
        told |= {one.place for one in report.findings if one.address[0] == "accept" and one not in unmatched}
    found = []
    for report, unmatched in zip(reports, stale, strict=True):
        again = [finding for finding in unmatched if finding.place in told]
        told |= {finding.place for finding in unmatched}
        found.append(report._replace(findings=tuple(one for one in report.findings if one not in again)))
    return found


def _stale(report: Report) -> list[Finding]:
    """The findings about entries of a configuration that match nothing in a file."""
    unmatched = {("accept", idle.number) for idle in report.subject.ledger.unmatched} if report.subject else set()
    return [one for one in report.findings if one.address in unmatched and one.place.file != report.file]
