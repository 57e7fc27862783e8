"""The sheet of the findings and of what the diagnosis proposes, with links to the cells of the annex."""

from collections.abc import Sequence
from typing import Any

from sxtdbv_cli.model import form
from sxtdbv_cli.model.place import cell_name
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.render import listing
from sxtdbv_cli.render.workbook.book import ASIDE, FILLS, HEAD, TABLE, TITLE, Book, Sheet, height
from sxtdbv_cli.render.workbook.layout import Layout
from sxtdbv_cli.text.language import Language

WIDTHS = (11, 9, 22, 16, 20, 20, 20, 62)


class FindingsSheet(Sheet):
    """Writes the sheet of one report; ``annex`` says where the cells are, in the sheet called ``target``."""

    def __init__(self, book: Book, report: Report, annex: Layout, target: str, language: Language) -> None:
        super().__init__(book, listing.FINDINGS, report.checked.printed, language)
        self.report = report
        self.annex = annex
        self.target = target.replace("'", "''")
        self.row = 0

    def write(self) -> None:
        """Write everything."""
        for column, width in enumerate(WIDTHS):
            self.sheet.set_column(column, column, width)
        self.sheet.hide_gridlines(2)
        self.text((0, len(WIDTHS) - 1), form.DERIVED, **ASIDE, align="right")
        for number, found in enumerate(listing.lists(self.report, self.language)):
            self.row += bool(number)
            self._list(found)

    def _list(self, found: listing.Listed) -> None:
        self.text((self.row, 0), self.say(found.title), **TITLE)
        self.sheet.set_row(self.row, 24)
        self.row += 1
        for sentence in found.above:
            self._sentence(sentence)
        if found.rows:
            self._head([self.say(title) for title in found.heads])
        for row in found.rows:
            self._row(row)
        for sentence in found.below:
            self._sentence(sentence)

    def _head(self, titles: Sequence[str]) -> None:
        for column, title in enumerate(titles):
            self.text((self.row, column), title, **HEAD)
        if not titles[1]:
            self._span(0, 1, titles[0], HEAD)
        self.row += 1

    def _row(self, row: listing.Row) -> None:
        """An entry; where it has no code, what it is has that room too."""
        for column, cell in enumerate(row):
            look = TABLE | (FILLS[cell.severity] if cell.severity else {})
            if not isinstance(cell.value, str):
                self.figure((self.row, column), cell.value, TABLE)
            elif cell.value or column > 1:
                self._link(column, cell.value, self.annex.at(cell.address) if cell.address else None, look)
            else:
                self._span(0, 1, str(row[0].value), TABLE)
        widths = WIDTHS if row[1].value else (WIDTHS[0] + WIDTHS[1], *WIDTHS[1:])
        self._next(
            *[(cell.value, width) for cell, width in zip(row, widths, strict=True) if isinstance(cell.value, str)]
        )

    def _sentence(self, text: str) -> None:
        self._span(0, len(WIDTHS) - 1, text, {"italic": True, "text_wrap": True})
        self._next((text, sum(WIDTHS)))

    def _span(self, first: int, last: int, text: str, look: dict[str, Any]) -> None:
        self.sheet.merge_range(self.row, first, self.row, last, "", self.book.format(**look))
        self.text((self.row, first), text, **look)

    def _link(self, column: int, text: str, at: Position | None, look: dict[str, Any]) -> None:
        """A text that leads to a cell of the annex."""
        if at is None or not text:
            self.text((self.row, column), text, **look, text_wrap=True)
            return
        shown = self.book.format(**look, text_wrap=True, font_color="#0563C1", underline=1)
        self.sheet.write_url(self.row, column, f"internal:'{self.target}'!{cell_name(at)}", shown, text)

    def _next(self, *texts: tuple[str, float]) -> None:
        self.sheet.set_row(self.row, height(*texts))
        self.row += 1
