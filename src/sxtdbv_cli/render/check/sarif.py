"""SARIF 2.1.0: rules with their pages, results with regions, related places, fixes and fingerprints that stay."""

from collections.abc import Iterator, Sequence
from typing import Any

from sxtdbv_cli import __version__
from sxtdbv_cli.model.acceptance import Accepted
from sxtdbv_cli.model.finding import Fault
from sxtdbv_cli.model.place import Address, Place
from sxtdbv_cli.model.report import Report, Rule
from sxtdbv_cli.render.diagnosis.text import Teller
from sxtdbv_cli.render.names import amount_at, column_of, path_of
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.telling import Remedy, Told, name_at, tell
from sxtdbv_cli.render.where import fingerprints, uri
from sxtdbv_cli.text.as_json import as_json
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.pages import first_paragraph, in_language
from sxtdbv_cli.text.safe import visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RELATED = 100
Json = dict[str, Any]

LANGUAGES = {Language.VI: "vi-VN", Language.EN: "en-US"}


def render(reports: Sequence[Report], style: Style) -> str:
    """One run over all files."""
    rules = sorted(
        {rule.code: rule for report in reports for rule in report.rules}.values(), key=lambda rule: rule.code
    )
    position = {rule.code: index for index, rule in enumerate(rules)}
    faults = [fault for report in reports for fault in report.faults]
    run = {
        "tool": {"driver": _driver(rules, faults, style)},
        "language": LANGUAGES[style.language],
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not faults,
                "toolExecutionNotifications": [_notification(fault, style) for fault in faults],
            }
        ],
        "results": [result for report in reports for result in _results(report, position, style)],
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(rules: Sequence[Rule], faults: Sequence[Fault], style: Style) -> Json:
    return {
        "name": "sxtdbv",
        "version": __version__,
        "language": LANGUAGES[style.language],
        "rules": [_rule(rule, style.language) for rule in rules],
        "notifications": [{"id": code} for code in sorted({fault.code for fault in faults})],
    }


def _rule(rule: Rule, language: Language) -> Json:
    """A rule with its page, in one language."""
    page = in_language(rule.page(), language)
    what = first_paragraph(page)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title.say(language)},
        "fullDescription": {"text": what, "markdown": what},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _notification(fault: Fault, style: Style) -> Json:
    """Why a file could not be read."""
    return {
        "descriptor": {"id": fault.code},
        "level": "error",
        "message": message(visible(fault.say(style.language))),
        "locations": [location(fault.place, style)],
    }


def _results(report: Report, position: dict[str, int], style: Style) -> Iterator[Json]:
    """The findings, then the accepted ones, which are suppressed."""
    told = [*tell(report, style.language), *tell(report, style.language, accepted=True)]
    none: list[list[Json]] = [[] for _ in report.findings]
    suppressions = none + [[_suppression(one, report, style)] for one in report.accepted]
    for one, fingerprint, suppressed in zip(told, fingerprints(report), suppressions, strict=True):
        result = _result(report, one, style)
        result["ruleIndex"] = position[one.finding.code]
        result["partialFingerprints"] = {"sxtdbv/v1": fingerprint, "primaryLocationLineHash": fingerprint}
        yield result | {"suppressions": suppressed}


def _result(report: Report, told: Told, style: Style) -> Json:
    finding = told.finding
    return {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": message(told.text),
        "locations": [location(finding.place, style) | logical(report, finding.address)],
        "relatedLocations": list(_related(report, told, style)),
        "fixes": [mended for remedy in told.remedies if (mended := fix(report, remedy, style))],
    }


def _suppression(accepted: Accepted, report: Report, style: Style) -> Json:
    """Why a finding is accepted, and where that is written: in the plan itself or elsewhere."""
    place = accepted.entry.place
    return {
        "kind": "inSource" if place.file == report.file else "external",
        "status": "accepted",
        "justification": visible(accepted.entry.acceptance.reason),
        "location": location(place, style),
    }


def _related(report: Report, told: Told, style: Style) -> Iterator[Json]:
    """The places of the parts of a sum."""
    if report.subject is None:
        return
    teller, finding = Teller(report.subject.plan, style.language), told.finding
    pairs = zip(finding.related[:MOST_RELATED], finding.related_places, strict=False)
    for number, (address, place) in enumerate(pairs, 1):
        yield {"id": number, "message": message(_part(teller, address, place))} | location(place, style)


def _part(teller: Teller, address: Address, place: Place) -> str:
    """A part of a sum and what it states, or another thing that belongs to a finding."""
    name = name_at(teller, address, place)
    if column_of(address) is None:
        return visible(name)
    return visible(f"{name}: {teller.amount(amount_at(teller.plan, address))}")


def message(text: str) -> Json:
    """A message of plain text: what looks like a link of SARIF, ``[text](1)``, is none."""
    return {"text": text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") if "](" in text else text}


def location(place: Place, style: Style) -> Json:
    """A place; the end of a region is exclusive, as ours is. In a workbook only the row is a line."""
    physical: Json = {"artifactLocation": {"uri": uri(place.file, style)}}
    if place.line:
        physical["region"] = {"startLine": place.line} if place.sheet is not None else region(place)
    return {"physicalLocation": physical}


def region(place: Place) -> Json:
    """The characters of a place; its lines only, where columns mean nothing."""
    if not place.column:
        return {"startLine": place.line}
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def logical(report: Report, address: Address) -> Json:
    """The cell or line as people name it, ``III/A:total``; nothing for the document as a whole."""
    path = None if report.subject is None else path_of(report.subject.plan, address)
    if path is None:
        return {}
    column = column_of(address)
    if column is None:
        return {"logicalLocations": [{"name": path.rpartition("/")[2], "fullyQualifiedName": path, "kind": "object"}]}
    return {"logicalLocations": [{"name": column, "fullyQualifiedName": f"{path}:{column}", "kind": "property"}]}


def fix(report: Report, remedy: Remedy, style: Style) -> Json | None:
    """The replacements of one way to mend a finding; none where the file cannot be changed so."""
    corrections = [report.corrections.get(change) for change in remedy.explanation.changes]
    replacements = [
        {"deletedRegion": region(found.place), "insertedContent": {"text": found.text}}
        for found in corrections
        if found
    ]
    if not replacements or len(replacements) < len(corrections):
        return None
    change = {"artifactLocation": {"uri": uri(report.file, style)}, "replacements": replacements}
    return {"description": message(remedy.said), "artifactChanges": [change]}
