"""The building blocks of SARIF: messages, places, what a cell is called, fixes."""

from typing import Any

from sxtdbv_cli.model.place import Address, Place
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.names import column_of, path_of
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.telling import Remedy
from sxtdbv_cli.render.where import uri

Json = dict[str, Any]


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
