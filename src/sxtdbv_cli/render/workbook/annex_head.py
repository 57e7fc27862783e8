"""The page of the annex and what stands above its lines: heading, unit, header, the row that numbers the columns."""

from typing import Any

from sxtdbv_cli.model.place import cell_name
from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.summary import Summary
from sxtdbv_cli.render import annex
from sxtdbv_cli.render.names import heading
from sxtdbv_cli.render.workbook import layout as rows
from sxtdbv_cli.render.workbook.book import ASIDE, HEAD, SMALL, Book, Sheet, height
from sxtdbv_cli.render.workbook.layout import CODE, TITLE, Layout
from sxtdbv_cli.text.language import Language, Text

SHEET = Text("Phụ lục", "Annex")
DOWN = Text("Lệch cộng dọc", "Footing off by")
ACROSS = Text("Lệch cộng ngang", "Cross-footing off by")

TITLE_WIDTH, NOTE_WIDTH = 52, 24
SCHEDULE_WIDTH, DIFFERENCE_WIDTH = 13, 22
BOLD = 0.9
"""How much less fits in a column where the text is bold."""


class AnnexHead(Sheet):
    """A sheet with everything but its lines. ``checked`` are the columns of differences."""

    def __init__(self, book: Book, summary: Summary, checked: list[tuple[bool, int]], language: Language) -> None:
        super().__init__(book, SHEET, summary.plan, language)
        self.summary = summary
        self.layout: Layout = rows.layout(summary, checked)
        self.width = max([10, *(len(self._shown(amount)) for amount in self.plan.cells)]) + 2

    def write_head(self) -> None:
        """Set up the page and write what stands above the lines."""
        found, sheet = self.layout, self.sheet
        sheet.outline_settings(True, False, False, False)  # noqa: FBT003 -- sums stand above their parts
        sheet.freeze_panes(rows.FIRST, TITLE + 1)
        sheet.repeat_rows(rows.HEADER, rows.NUMBERS)
        sheet.print_area(0, 0, found.end + (self.plan.source.note is not None), found.last)
        sheet.hide_gridlines(2)
        texts = f"{cell_name((rows.NUMBERS, CODE))}:{cell_name((found.end, found.rule or found.role or found.level))}"
        sheet.ignore_errors({"number_stored_as_text": texts})  # codes and schedules are texts on purpose
        codes = max((len(code) for code in self.plan.lines.codes if code), default=0)
        sheet.set_column(CODE, CODE, min(max(6, codes + 2), 14))
        sheet.set_column(TITLE, TITLE, TITLE_WIDTH)
        sheet.set_column(found.amounts, found.amounts + len(self.plan.columns) - 1, self.width)
        if found.schedule is not None:
            sheet.set_column(found.schedule, found.schedule, SCHEDULE_WIDTH)
        if found.note is not None:
            sheet.set_column(found.note, found.note, NOTE_WIDTH)
        if found.checks:
            first, last = min(found.checks.values()), max(found.checks.values())
            sheet.set_column(first, last, max(self.width, DIFFERENCE_WIDTH), None, {"level": 1})  # can be folded away
        sheet.set_column(found.last + 1, found.last + 1, 3)
        self._heading()
        self._header()

    def _shown(self, amount: Amount) -> str:
        return "" if amount is None else f"{annex.figure(amount, self.plan.unit):,.{self.decimals}f}"

    def _heading(self) -> None:
        document = self.plan.document
        bold = {"bold": True, "align": "center", "text_wrap": True}
        self.across(rows.ISSUER, (document.issuer or "").upper(), align="left", bold=True)
        self.across(rows.ANNEX, self.say(annex.ANNEX), **bold)
        self.across(rows.NAME, document.title or "", font_size=13, **bold)
        width = TITLE_WIDTH + 12 * len(self.plan.columns)
        self.sheet.set_row(rows.NAME, height((document.title or "", width)) + 2)
        self.across(rows.ATTACHED, annex.attached(document, self.language), italic=True, align="center")
        self.across(rows.UNIT, annex.counted_in(self.plan.unit, self.language), italic=True, align="right")

    def across(self, row: int, text: str, **properties: Any) -> None:
        """A text over the whole width of the table."""
        self.sheet.merge_range(row, 0, row, self.layout.last, "", self.book.format(**properties))
        self.text((row, 0), text, **properties)

    def _header(self) -> None:
        found = self.layout
        titles: dict[int | None, Text] = {
            CODE: annex.CODE,
            TITLE: annex.CONTENT,
            found.schedule: annex.SCHEDULE,
            found.note: annex.NOTE,
            **{found.amounts + place: heading(column) for place, column in enumerate(self.plan.columns)},
            found.level: annex.LEVEL,
            found.role: annex.ROLE,
            found.rule: annex.RULE,
        }
        for column, text in titles.items():
            if column is not None:
                self.text((rows.HEADER, column), self.say(text), **(HEAD if column <= found.last else ASIDE))
        differences = {
            place: f"{self.say(DOWN if down else ACROSS)}: {self.say(heading(self.plan.columns[column]))}"
            for (down, column), place in found.checks.items()
        }
        for place, title in differences.items():
            self.text((rows.HEADER, place), title, **ASIDE, text_wrap=True, align="center")
        amounts = [self.say(heading(column)) for column in self.plan.columns]
        small = max(self.width, DIFFERENCE_WIDTH) / BOLD
        widths = [(text, self.width * BOLD) for text in amounts] + [(text, small) for text in differences.values()]
        self.sheet.set_row(rows.HEADER, height(*widths))
        for column, mark in rows.numbers(found).items():
            self.text((rows.NUMBERS, column), mark, **(SMALL if column <= found.last else ASIDE))
