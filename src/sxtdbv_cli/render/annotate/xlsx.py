"""A workbook with its wrong cells coloured, a comment on each, and a sheet that lists what was found.

Only what changes is written: the sheet of the table gets styles and comments, the workbook styles and a sheet. Every
other part (macros, charts, pictures, pivot tables, stored values) is the same to the byte.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sxtdbv_cli.model.diagnosis import Change
from sxtdbv_cli.model.finding import Finding, Severity
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sheet import Position, Sheet
from sxtdbv_cli.render.annex import decimals
from sxtdbv_cli.render.annotation.cells import SheetCells
from sxtdbv_cli.render.annotation.comments import add_comments
from sxtdbv_cli.render.annotation.listing_sheet import ListingSheet, Target, looks_of
from sxtdbv_cli.render.annotation.package import SIGNATURES, Package
from sxtdbv_cli.render.annotation.styles import Styles
from sxtdbv_cli.render.diagnosis_text import Teller
from sxtdbv_cli.render.names import SEVERITIES
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.workbook.formats import FILLS
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.safe import visible

SUFFIXES = (".xlsx", ".xlsm")
FOUND = Text("{code} ({severity}): {message}", "{code} ({severity}): {message}")
PROPOSED = Text("Đề xuất: {figure}", "Proposed: {figure}")
BLAMED = Text("Có thể ghi sai: {figures}", "Possibly wrong: {figures}")
LONGEST_COMMENT = 4000
UNSIGNED = Text(
    "tệp có chữ ký số; chữ ký không còn giá trị với bản chú thích nên được bỏ khỏi bản đó",
    "the file is signed; a signature does not hold for the annotated copy and was left out of it",
)
THREADS = Text(
    "tệp có bình luận dạng hội thoại; chú thích trên các ô đó chỉ thấy trong trang danh sách",
    "the file has threaded comments; what is said of their cells shows in the list only",
)


class Mark(NamedTuple):
    """What is put on one cell."""

    severity: Severity
    text: str


def annotate(content: bytes, report: Report, style: Style) -> bytes:
    """The workbook with its marks. The report must be of the same workbook.

    Raises:
        NotUsual: the workbook is not built as workbooks are.
    """
    assert report.subject is not None
    assert report.subject.sheet is not None
    sheet, language = report.subject.sheet, style.language
    package = Package(content)
    package.drop_signatures()
    styles = Styles(package)
    part = package.sheet(sheet.grid.name)
    cells = SheetCells(package.tree(part))
    marks = marks_of(report, sheet, language)
    for position, mark in marks.items():
        element = cells.cell(position)
        colour = FILLS[mark.severity]["bg_color"].lstrip("#")
        element.set("s", str(styles.filled(int(element.get("s", 0)), colour)))
    if marks:
        add_comments(package, part, cells, {position: mark.text for position, mark in marks.items()})

    def target(address: Address) -> Target | None:
        position = sheet.cell_of(address)
        return None if position is None else Target(sheet.grid.name, position)

    looks = looks_of(styles, decimals(report.subject.printed))
    ListingSheet(report, looks, target, language).add(package)
    return package.save()


def losses(content: bytes) -> list[Text]:
    """What the annotated copy of a workbook cannot have, to be said before it is written."""
    package = Package(content)
    found = [(SIGNATURES, UNSIGNED), ("xl/threadedComments/", THREADS)]
    return [said for prefix, said in found if package.has(prefix)]


def marks_of(report: Report, sheet: Sheet, language: Language) -> dict[Position, Mark]:
    """The cells that are marked: the worst of what is found there, all of it said, and what is proposed."""
    found: dict[Position, list[Finding]] = {}
    for finding in report.findings:
        if (position := sheet.cell_of(finding.address)) is not None:
            found.setdefault(position, []).append(finding)
    proposed = dict(_proposals(report, sheet))
    marks: dict[Position, Mark] = {}
    for position in sorted(found.keys() | proposed.keys()):
        findings, changes = found.get(position, []), proposed.get(position, [])
        severity = min((finding.severity for finding in findings), key=lambda each: each.rank, default=Severity.ERROR)
        said = "\n".join([*_said(report, findings, language), *_wrong(report, changes, language, findings=findings)])
        marks[position] = Mark(severity, visible_lines(said)[:LONGEST_COMMENT])
    return marks


def visible_lines(text: str) -> str:
    """Lines of text with nothing in them that a comment cannot hold."""
    return "\n".join(map(visible, text.splitlines()))


def _said(report: Report, findings: list[Finding], language: Language) -> Iterator[str]:
    """Each finding in a line."""
    assert report.subject is not None
    for finding in findings:
        message = finding.message.say(language, finding.facts, report.subject.plan.unit.decimals)
        severity = SEVERITIES[finding.severity].say(language)
        yield FOUND.say(language, {"code": finding.code, "severity": severity, "message": visible(message)})


def _wrong(report: Report, changes: list[Change], language: Language, *, findings: list[Finding]) -> Iterator[str]:
    """Each proposed figure in a line, with the slip that would explain it."""
    assert report.subject is not None
    teller = Teller(report.subject.plan, language)
    for change in changes:
        figure = teller.amount(change.proposed) if findings else teller.figures(change)
        slip = f" ({teller.slip(change)})" if change.slip else ""
        yield (PROPOSED if findings else BLAMED).say(language, {"figure": figure, "figures": figure}) + slip


def _proposals(report: Report, sheet: Sheet) -> Iterator[tuple[Position, list[Change]]]:
    """What the diagnosis proposes for each cell, the likeliest first."""
    assert report.subject is not None
    by_cell: dict[Position, list[Change]] = {}
    for cluster in report.diagnosis.clusters if report.diagnosis else ():
        for explanation in cluster.explanations[:3]:
            for change in explanation.changes:
                position = sheet.cell_of(report.subject.plan.address(change.cell))
                if position is not None and change not in by_cell.get(position, []):
                    by_cell.setdefault(position, []).append(change)
    yield from by_cell.items()
