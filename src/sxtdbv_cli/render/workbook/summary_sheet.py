"""The sheet of the summary: the sections by column, the years with a chart; all of it live on the annex."""

from collections.abc import Sequence
from typing import Any

from sxtdbv_cli.model import form
from sxtdbv_cli.model.plan import NOWHERE, Amount
from sxtdbv_cli.render import annex
from sxtdbv_cli.render.names import heading
from sxtdbv_cli.render.totals import years
from sxtdbv_cli.render.workbook.book import height
from sxtdbv_cli.render.workbook.sheet import ASIDE, HEAD, TABLE, TITLE
from sxtdbv_cli.render.workbook.summary_years import FIRST, SummaryYears
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.words import DECLARED, SHARE

HEADING = Text("Tổng hợp kinh phí theo đơn vị và theo năm", "Summary by section and by year")
TITLE_WIDTH, FIGURE_WIDTH = 50, 19


class SummarySheet(SummaryYears):
    """Writes the sheet of one summary; ``annex`` says where its figures are, in the sheet called ``source``."""

    def write(self) -> None:
        """Write everything."""
        self._page()
        self._sections()
        self._closing()
        if found := years(self.summary):
            self.write_years(found)

    def _page(self) -> None:
        last = 2 + len(self.plan.columns)
        self.sheet.hide_gridlines(2)
        self.sheet.set_column(0, 0, 8)
        self.sheet.set_column(1, 1, TITLE_WIDTH)
        self.sheet.set_column(2, last, FIGURE_WIDTH)
        self.text((0, 0), self.say(HEADING), **TITLE)
        self.text((0, last), form.DERIVED, **ASIDE, align="right")
        self.sheet.set_row(0, 24)
        self.text((1, 0), self.say(annex.UNIT, unit=self.plan.unit.name), italic=True)
        self.sheet.freeze_panes(FIRST, 2)
        self.sheet.repeat_rows(FIRST - 1)
        titles = [annex.CODE, annex.CONTENT, *map(heading, self.plan.columns)]
        if self.whole is not None:
            titles.append(SHARE)
        for column, text in enumerate(titles):
            self.text((FIRST - 1, column), self.say(text), **HEAD)
        self.sheet.set_row(FIRST - 1, height(*((self.say(text), FIGURE_WIDTH * 0.9) for text in titles[2:])))

    def _sections(self) -> None:
        lines = [line for line, parent in enumerate(self.plan.lines.parents) if parent == NOWHERE]
        for row, (line, section) in enumerate(zip(lines, self.summary.rows, strict=True), FIRST):
            self.text((row, 0), section.code or "", **TABLE, align="center")
            self.text((row, 1), section.title, **TABLE, text_wrap=True)
            self.sheet.set_row(row, height((section.title, TITLE_WIDTH)))
            for column, amount in enumerate(section.amounts):
                self.link((row, 2 + column), amount, self.annex.of(self.plan.cell(line, column)), TABLE)
            self._share(row, section.amounts, TABLE, section.weight)

    def _closing(self) -> None:
        rows = [(annex.SUM, self.summary.listed, self.annex.total)]
        if self.annex.declared is not None:
            rows.append((DECLARED, self.summary.whole, self.annex.declared))
        for row, (title, amounts, source) in enumerate(rows, self.total):
            look = {**HEAD, "align": "right"}
            self.text((row, 0), "", **look)
            self.text((row, 1), self.say(title), **{**look, "align": "left"})
            for column, amount in enumerate(amounts):
                self.link((row, 2 + column), amount, (source, self.annex.amounts + column), look)
            self._share(row, amounts if row == self.total else [None] * len(amounts), look)

    def _share(self, row: int, amounts: Sequence[Amount], look: dict[str, Any], weight: int = 1) -> None:
        """What a row is of the whole, in thousandths; less for a deduction, nothing for what is listed beside."""
        if self.whole is None:
            return
        at = row, 2 + len(self.plan.columns)
        part = amounts[self.whole] if weight else None
        figures = None if part is None else weight * part, self.summary.listed[self.whole]
        cells = (row, 2 + self.whole), (self.total, 2 + self.whole)
        self.rate(at, figures, cells, look, "-" if weight < 0 else "")
