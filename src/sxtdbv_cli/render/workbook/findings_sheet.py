"""The sheet of the findings and of what the diagnosis proposes, with links to the cells of the annex."""

from typing import Any

from sxtdbv_cli.model import form
from sxtdbv_cli.model.place import cell_name
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.render import listing
from sxtdbv_cli.render.names import SEVERITIES
from sxtdbv_cli.render.verdict import counts, headline
from sxtdbv_cli.render.workbook.book import Book, height
from sxtdbv_cli.render.workbook.formats import ASIDE, FILLS, HEAD, TABLE, TITLE
from sxtdbv_cli.render.workbook.layout import Layout
from sxtdbv_cli.render.workbook.sheet import Sheet
from sxtdbv_cli.text.language import Language, Text

WIDTHS = (11, 9, 22, 16, 20, 20, 20, 62)
MOST = 60_000
"""The rows that are listed: a sheet takes little more links."""
MORE = Text(
    "… và {more:d} mục nữa (xem đủ với “sxtdbv check --format json”)",
    "… and {more:d} more (all of them with “sxtdbv check --format json”)",
)


class FindingsSheet(Sheet):
    """Writes the sheet of one report; ``annex`` says where the cells are, in the sheet called ``target``."""

    def __init__(self, book: Book, report: Report, annex: Layout, target: str, language: Language) -> None:
        assert report.subject is not None
        super().__init__(book, listing.FINDINGS, report.subject.printed, language)
        self.report = report
        self.annex = annex
        self.target = target.replace("'", "''")
        self.row = 0

    def write(self) -> None:
        """Write everything."""
        for column, width in enumerate(WIDTHS):
            self.sheet.set_column(column, column, width)
        self.sheet.hide_gridlines(2)
        self._findings()
        self._diagnosis()

    def _findings(self) -> None:
        assert self.report.subject is not None
        self.text((0, len(WIDTHS) - 1), form.DERIVED, **ASIDE, align="right")
        self._title(listing.FINDINGS)
        self._sentence(headline(self.report.subject, self.language))
        self._sentence(f"{counts(self.report, self.language)}.")
        found = listing.findings(self.report, self.language)
        if not found:
            self._sentence(self.say(listing.NOTHING))
            return
        words = (listing.SEVERITY, listing.CODE, listing.LINE, listing.COLUMN)
        self._head(*words, listing.STATED, listing.COMPUTED, listing.GAP, listing.WHAT)
        for row in found[:MOST]:
            look = {**TABLE, **FILLS[row.severity]}
            self._text(0, self.say(SEVERITIES[row.severity]), look)
            self._link(1, row.code, self.annex.at(row.address), look)
            self._text(2, row.line, TABLE)
            self._text(3, row.column, TABLE)
            for column, amount in enumerate((row.stated, row.computed, row.gap), 4):
                self.figure((self.row, column), amount, TABLE)
            self._text(7, row.said, TABLE)
            self._next((row.line, WIDTHS[2]), (row.column, WIDTHS[3]), (row.said, WIDTHS[7]))
        if len(found) > MOST:
            self._sentence(self.say(MORE, more=len(found) - MOST))

    def _diagnosis(self) -> None:
        remarks = listing.remarks(self.report, self.language)
        if not remarks:
            return
        self.row += 1
        self._title(listing.PROPOSALS)
        self._sentence(remarks[0])
        self._head(
            *(listing.GROUP, None, listing.LINE, listing.COLUMN),
            *(listing.STATED, listing.PROPOSED, listing.CHANGE, listing.HOW),
        )
        self.sheet.merge_range(self.row - 1, 0, self.row - 1, 1, self.say(listing.GROUP), self.book.format(**HEAD))
        for proposal in listing.proposals(self.report, self.language)[:MOST]:
            line, _, column = proposal.cell.rpartition(", ")
            self._span(0, 1, proposal.choice, TABLE)
            at = self.annex.at(proposal.address) if proposal.address else None
            self._link(2, line, at, TABLE)
            self._text(3, column, TABLE)
            for place, amount in enumerate((proposal.stated, proposal.proposed, proposal.change), 4):
                self.figure((self.row, place), amount, TABLE)
            self._text(7, proposal.how, TABLE)
            self._next((proposal.choice, WIDTHS[0] + WIDTHS[1]), (proposal.how, WIDTHS[7]))
        for remark in remarks[1:]:
            self._sentence(remark)

    # -- pieces ------------------------------------------------------------------------------------------------

    def _title(self, text: Text) -> None:
        self.text((self.row, 0), self.say(text), **TITLE)
        self.sheet.set_row(self.row, 24)
        self.row += 1

    def _sentence(self, text: str) -> None:
        self._span(0, len(WIDTHS) - 1, text, {"italic": True, "text_wrap": True})
        self._next((text, sum(WIDTHS)))

    def _head(self, *titles: Text | None) -> None:
        for column, title in enumerate(titles):
            self.text((self.row, column), self.say(title) if title else "", **HEAD)
        self.row += 1

    def _text(self, column: int, text: str, look: dict[str, Any]) -> None:
        self.text((self.row, column), text, **look, text_wrap=True)

    def _span(self, first: int, last: int, text: str, look: dict[str, Any]) -> None:
        self.sheet.merge_range(self.row, first, self.row, last, "", self.book.format(**look))
        self.text((self.row, first), text, **look)

    def _link(self, column: int, text: str, at: Position | None, look: dict[str, Any]) -> None:
        """A text that leads to a cell of the annex."""
        if at is None or not text:
            self._text(column, text, look)
            return
        shown = self.book.format(**look, text_wrap=True, font_color="#0563C1", underline=1)
        self.sheet.write_url(self.row, column, f"internal:'{self.target}'!{cell_name(at)}", shown, text)

    def _next(self, *texts: tuple[str, float]) -> None:
        self.sheet.set_row(self.row, height(*texts))
        self.row += 1
