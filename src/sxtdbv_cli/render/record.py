"""The versioned record of a checked file, as docs/formats.md describes it. Written by hand, never a dump."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from sxtdbv_cli.model.acceptance import Accepted
from sxtdbv_cli.model.finding import Fact, Fault, Finding, Severity
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.model.plan import Acceptance, Erratum, Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.diagnosis import record as diagnosis
from sxtdbv_cli.render.names import column_of, line_of, path_of
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language, Text

VERSION = 1


def record(report: Report, style: Style) -> dict[str, Any]:
    """The record of one file: sums, counts and findings, or the faults that made it unreadable."""
    language = style.language
    if report.subject is None:
        return unread(report.file, report.faults, language, report.part)
    subject = report.subject
    plan = subject.plan
    found: dict[str, Any] = {
        "version": VERSION,
        "file": report.file,
        **_part(report.part),
        "sums": subject.audit.counts,
        "counts": {severity.value: report.count(severity) for severity in Severity}
        | {"accepted": len(report.accepted)},
        "findings": [finding_record(plan, finding, language) for finding in report.findings],
    }
    if style.accepted:
        found["accepted"] = [_accepted(plan, accepted, language) for accepted in report.accepted]
    if subject.printed.errata:
        found["explained"] = [diagnosis.sum_name(subject.printed, balance) for balance in subject.explained]
    if report.diagnosis is not None:
        found["diagnosis"] = diagnosis.record(plan, report.diagnosis, timings=style.timings)
    return found


def unread(file: str, faults: Iterable[Fault], language: Language, part: str = "") -> dict[str, Any]:
    """The record of a file, or of a sheet of it, that cannot be read: why."""
    return {"version": VERSION, "file": file, **_part(part), "faults": [_fault(fault, language) for fault in faults]}


def _part(part: str) -> dict[str, Any]:
    """The sheet, where there is a record for each."""
    return {"sheet": part} if part else {}


def finding_record(plan: Plan, finding: Finding, language: Language) -> dict[str, Any]:
    """A finding of a plan for a machine."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "line": _line(plan, finding),
        "column": column_of(finding.address),
        "facts": facts(finding.facts, language),
        "place": place(finding.place),
        "message": finding.say(language, plan.unit.digits),
    }


def _accepted(plan: Plan, accepted: Accepted, language: Language) -> dict[str, Any]:
    """A finding, and why, by whom and until when it is accepted; null where that is not said."""
    stated = entry(accepted.entry.acceptance)
    why = {name: stated[name] for name in ("reason", "by", "until")} | {"place": place(accepted.entry.place)}
    return finding_record(plan, accepted.finding, language) | {"acceptance": why}


def _line(plan: Plan, finding: Finding) -> dict[str, Any] | None:
    path = path_of(plan, finding.address)
    if path is None:
        return None
    line = line_of(finding.address)
    if line is None:
        return {"path": path, "code": None, "title": None}
    return {"path": path, "code": plan.lines.codes[line], "title": plan.lines.titles[line]}


def _fault(fault: Fault, language: Language) -> dict[str, Any]:
    return {
        "code": fault.code,
        "facts": facts(fault.facts, language),
        "place": place(fault.place),
        "message": fault.say(language),
    }


def facts(found: Mapping[str, Fact], language: Language) -> dict[str, Any]:
    """Facts for a machine: numbers stay numbers."""
    return {name: fact.say(language) if isinstance(fact, Text) else fact for name, fact in found.items()}


def entry(found: Erratum | Acceptance) -> dict[str, Any]:
    """An erratum or an acceptance as its keys; dates as texts, null where nothing is stated."""
    return {name: str(value) if isinstance(value, date) else value for name, value in asdict(found).items()}


def place(found: Place) -> dict[str, Any]:
    """A place for a machine; ``sheet`` only where there is one."""
    fields = found._asdict()
    if found.sheet is None:
        del fields["sheet"]
    return fields
