"""A workbook: the annex with live sums, the summary with a chart, the findings, the structure."""

from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.summary import summarise
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.workbook import structure_sheet
from sxtdbv_cli.render.workbook.annex_sheet import AnnexSheet
from sxtdbv_cli.render.workbook.book import Book
from sxtdbv_cli.render.workbook.findings_sheet import FindingsSheet
from sxtdbv_cli.render.workbook.summary_sheet import SummarySheet
from sxtdbv_cli.render.workbook.sums import sums_of


def render(report: Report, style: Style) -> bytes:
    """The workbook of the plan of a report, with the figures as printed."""
    assert report.subject is not None
    plan = report.subject.printed
    printed = report.subject._replace(plan=plan, audit=report.subject.as_printed)
    book = Book(plan.document.title or "", plan.document.issuer or "")
    summary = summarise(printed)
    annex = AnnexSheet(book, summary, sums_of(plan), style.language)
    found = annex.write()
    SummarySheet(book, summary, found, annex.name, style.language).write()
    FindingsSheet(book, report, found, annex.name, style.language).write()
    structure_sheet.write(book, plan, style.language)
    return book.close()
