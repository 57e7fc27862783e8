"""A workbook: the annex with live sums, the summary with a chart, the findings, and the structure: what the table
cannot say itself, so that the workbook can be read back exactly."""

from typing import Any

from sxtdbv_cli.model.form import structure
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.summary import only_section, summarise
from sxtdbv_cli.render.export import DoesNotFit
from sxtdbv_cli.render.marks import marks_of
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.totals import as_one_whole
from sxtdbv_cli.render.workbook.annex_sheet import AnnexSheet
from sxtdbv_cli.render.workbook.book import LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS, Book
from sxtdbv_cli.render.workbook.findings_sheet import FindingsSheet
from sxtdbv_cli.render.workbook.summary_sheet import SummarySheet
from sxtdbv_cli.render.workbook.sums import sums_of
from sxtdbv_cli.text.language import Language, Text

TOO_LARGE = Text(
    "kế hoạch cần {rows:d} hàng và {columns:d} cột, quá giới hạn của một trang tính; hãy xuất ra .csv",
    "the plan needs {rows:d} rows and {columns:d} columns, more than a sheet has; export it as .csv",
)
TOO_LONG = Text(
    "văn bản ở {where} dài hơn {limit:d} ký tự, quá giới hạn của một ô; hãy xuất ra .csv",
    "a text at {where} is longer than the {limit:d} characters a cell holds; export it as .csv",
)
AROUND = 20
"""More than enough for the rows and columns around the lines and the amounts."""


def render(report: Report, style: Style) -> bytes:
    """The workbook of the plan of a report, with the figures as printed."""
    plan = report.checked.printed
    _check_size(plan)
    printed = report.checked._replace(plan=plan, audit=report.checked.as_printed)
    book = Book(plan.document.title or "", plan.document.issuer or "")
    summary = as_one_whole(summarise(printed, 1 if only_section(plan) is None else 2), printed.sheet)
    annex = AnnexSheet(book, summary, sums_of(plan), style.language)
    found = annex.write()
    annex.mark(marks_of(report, found.at, style.language))
    SummarySheet(book, summary, found, annex.name, style.language).write()
    FindingsSheet(book, report, found, annex.name, style.language).write()
    _write_structure(book, plan, style.language)
    return book.close()


def _check_size(plan: Plan) -> None:
    """A sheet has a last row and column, a cell a last character; xlsxwriter would leave out what is beyond."""
    rows, columns = len(plan.lines) + AROUND, 3 * len(plan.columns) + AROUND
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise DoesNotFit(TOO_LARGE, rows=rows, columns=columns)
    lines = plan.lines
    for texts in (lines.codes, lines.titles, lines.schedules, lines.notes, lines.equals):
        for line, text in enumerate(texts):
            if text and len(text) > LONGEST_TEXT:
                raise DoesNotFit(TOO_LONG, where=plan.paths[line], limit=LONGEST_TEXT)
    for entry in structure(plan):
        if any(len(text) > LONGEST_TEXT for text in entry):
            raise DoesNotFit(TOO_LONG, where=entry[0], limit=LONGEST_TEXT)


SHEET = Text("Cấu trúc", "Structure")


def _write_structure(book: Book, plan: Plan, language: Language) -> None:
    """Write the sheet, hidden: who prints the workbook has no use for it."""
    sheet: Any = book.sheet(SHEET.say(language))
    sheet.hide()
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 7, 24)
    sheet.ignore_errors({"number_stored_as_text": "A1:Z1048576"})
    for row, entry in enumerate(structure(plan)):
        for column, text in enumerate(entry):
            book.text(sheet, (row, column), text, bold=column == 0)
