"""The last sheet: what the table cannot say itself, so that the workbook can be read back exactly."""

from typing import Any

from sxtdbv_cli.model.form import structure
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.render.workbook.book import Book
from sxtdbv_cli.text.language import Language, Text

SHEET = Text("Cấu trúc", "Structure")


def write(book: Book, plan: Plan, language: Language) -> None:
    """Write the sheet."""
    sheet: Any = book.sheet(SHEET.say(language))
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 7, 24)
    sheet.ignore_errors({"number_stored_as_text": "A1:Z1048576"})
    for row, entry in enumerate(structure(plan)):
        for column, text in enumerate(entry):
            book.text(sheet, (row, column), text, bold=column == 0)
