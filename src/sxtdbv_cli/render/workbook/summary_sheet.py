"""The sheet of the summary: the sections by column, the years with a chart; all of it live on the annex."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sxtdbv_cli.model import form
from sxtdbv_cli.model.place import cell_name
from sxtdbv_cli.model.plan import NOWHERE, Amount
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.model.summary import Summary, only_section
from sxtdbv_cli.model.units import UNNAMED
from sxtdbv_cli.render import annex
from sxtdbv_cli.render.names import heading, total_name
from sxtdbv_cli.render.totals import AMOUNT, CHANGE, YEAR, Year, thousandths, whole_column, years
from sxtdbv_cli.render.workbook.book import ASIDE, HEAD, TABLE, TITLE, Book, Sheet, height, number_format, storable
from sxtdbv_cli.render.workbook.layout import Layout
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.words import SHARE

SHEET = Text("Tổng hợp", "Summary")
BY_YEAR = Text("Kinh phí theo năm", "Amounts by year")
RATE = Text("Tăng, giảm", "Change")
MILLIONS = Text("triệu đồng", "million đồng")

FIRST = 3
"""The row of the first section."""
MOST_SERIES = 8
PERCENT = "[$-42A]0.0%_-"
MILLION = 10**6
HEADING = Text("Tổng hợp kinh phí theo đơn vị và theo năm", "Summary by section and by year")
TITLE_WIDTH, FIGURE_WIDTH = 50, 19


class SummarySheet(Sheet):
    """Writes the sheet of one summary; ``annex`` says where its figures are, in the sheet called ``source``."""

    def __init__(self, book: Book, summary: Summary, found: Layout, source: str, language: Language) -> None:
        super().__init__(book, SHEET, summary.plan, language)
        self.summary = summary
        self.annex = found
        self.source = source.replace("'", "''")
        self.whole = whole_column(summary)
        self.only = only_section(self.plan)
        self.rows = [row for row in summary.rows if row.depth == (1 if self.only is None else 2)]
        self.total = FIRST + len(self.rows)

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
        self.text((1, 0), annex.counted_in(self.plan.unit, self.language), italic=True)
        self.sheet.freeze_panes(FIRST, 2)
        self.sheet.repeat_rows(FIRST - 1)
        titles = [annex.CODE, annex.CONTENT, *map(heading, self.plan.columns)]
        if self.whole is not None:
            titles.append(SHARE)
        for column, text in enumerate(titles):
            self.text((FIRST - 1, column), self.say(text), **HEAD)
        self.sheet.set_row(FIRST - 1, height(*((self.say(text), FIGURE_WIDTH * 0.9) for text in titles[2:])))

    def _sections(self) -> None:
        lines = self.plan.children[NOWHERE if self.only is None else self.only]
        for row, (line, section) in enumerate(zip(lines, self.rows, strict=True), FIRST):
            self.text((row, 0), section.code or "", **TABLE, align="center")
            self.text((row, 1), section.title, **TABLE, text_wrap=True)
            self.sheet.set_row(row, height((section.title, TITLE_WIDTH)))
            for column, amount in enumerate(section.amounts):
                self.link((row, 2 + column), amount, self.annex.of(self.plan.cell(line, column)), TABLE)
            self._share(row, section.amounts, TABLE, section.weight)

    def _closing(self) -> None:
        told = (self.annex.declared is not None or self.summary.adds_up) and self.annex.total != self.annex.declared
        title = self.say(annex.SUM) if self.only is None else self.plan.lines.titles[self.only]
        rows = [(title, self.summary.listed, self.annex.total)] if told else []
        if self.annex.declared is not None:
            rows.append((self.say(total_name(self.plan)), self.summary.whole, self.annex.declared))
        for row, (title, amounts, source) in enumerate(rows, self.total):
            look = {**HEAD, "align": "right"}
            self.text((row, 0), "", **look)
            self.text((row, 1), title, **{**look, "align": "left"})
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

    def link(self, at: Position, amount: Amount, source: Position, look: dict[str, Any]) -> None:
        """An amount that follows the annex."""
        self.figure(at, amount, look, f"'{self.source}'!{cell_name(source)}")

    def rate(
        self,
        at: Position,
        of: tuple[Amount, Amount],
        cells: tuple[Position, Position],
        look: dict[str, Any],
        sign: str = "",
    ) -> None:
        """One figure in per cent of another; both must stand in the sheet as numbers, the first without the sign."""
        part, whole = of
        shown = self.book.format(**{"align": "right", **look}, num_format=PERCENT)
        exact = all(amount is None or storable(annex.figure(amount, self.plan.unit)) for amount in (part, whole))
        found = thousandths(part, whole)
        if found is None or not exact:
            self.sheet.write_blank(*at, None, shown)
            return
        formula = f"=ROUND({sign}{cell_name(cells[0])}/{cell_name(cells[1])},3)"
        self.sheet.write_formula(*at, formula, shown, Decimal(found) / 1000)

    def write_years(self, found: list[Year]) -> None:
        """Write the years below the sections, and their chart."""
        first = self.total + (1 if self.annex.declared in (None, self.annex.total) else 2) + 2
        self.text((first - 1, 1), self.say(BY_YEAR), **TITLE)
        for column, text in enumerate((YEAR, AMOUNT, CHANGE, RATE), 1):
            self.text((first, column), self.say(text), **HEAD)
        for row, year in enumerate(found, first + 1):
            if (name := self.say(year.title)).isdecimal():
                self.sheet.write_number(row, 1, int(name), self.book.format(**TABLE, align="center"))
            else:
                self.text((row, 1), name, **TABLE, text_wrap=True)
            self.link((row, 2), year.amount, (self.annex.total, self.annex.amounts + year.column), TABLE)
            self._change(row, year)
        self._chart(first, found)

    def _change(self, row: int, year: Year) -> None:
        shown = self.book.format(**TABLE, align="right", num_format=number_format(self.decimals))
        change = None if year.change is None else annex.figure(year.change, self.plan.unit)
        amounts = [annex.figure(amount, self.plan.unit) for amount in (year.amount, year.before or 0)]
        if change is None or not all(map(storable, [change, *amounts])):
            self.sheet.write_blank(row, 3, None, shown)
            self.sheet.write_blank(row, 4, None, shown)
            return
        difference = f"{cell_name((row, 2))}-{cell_name((row - 1, 2))}"
        formula = f"ROUND({difference},{self.decimals})" if self.decimals else difference
        self.sheet.write_formula(row, 3, f"={formula}", shown, change)
        self.rate((row, 4), (year.change, year.before), ((row, 3), (row - 1, 2)), TABLE)

    def _chart(self, first: int, found: list[Year]) -> None:
        """A column a year: stacked by section where these are few, else the total.

        What is listed beside (of-which, memo) is no part of it, and what is taken away cannot be stacked.
        """
        chart: Any = self.book.workbook.add_chart({"type": "column", "subtype": "stacked"})
        places = [place for place, column in enumerate(self.plan.columns) if column.year]
        side_by_side = [self.plan.columns[place].year for place in places] == [year.year for year in found] and (
            places == list(range(places[0], places[-1] + 1))
        )
        rows = self.rows
        sections = [
            row
            for row in range(len(rows))
            if rows[row].weight and any(rows[row].amounts[place] is not None for place in places)
        ]
        stacks = 2 <= len(sections) <= MOST_SERIES and all(rows[row].weight > 0 for row in sections)
        if side_by_side and stacks:
            left, right = 2 + places[0], 2 + places[-1]
            for row in sections:
                title = [self.name, FIRST + row, 1]
                self._series(chart, title, (FIRST - 1, left, FIRST - 1, right), (FIRST + row, left, FIRST + row, right))
            chart.set_legend({"position": "bottom", "font": {"size": 9}})
        else:
            top, end = first + 1, first + len(found)
            self._series(chart, self.say(AMOUNT), (top, 1, end, 1), (top, 2, end, 2))
            chart.set_legend({"none": True})
        self._axes(chart, max(abs(year.amount) for year in found))
        self.sheet.insert_chart(first + len(found) + 2, 1, chart, {"description": self.say(BY_YEAR)})

    def _series(self, chart: Any, title: Any, categories: tuple[int, ...], values: tuple[int, ...]) -> None:
        cells = {"categories": [self.name, *categories], "values": [self.name, *values]}
        chart.add_series({"name": title, **cells, "gap": 60})

    def _axes(self, chart: Any, largest: int) -> None:
        unit, in_dong = self.plan.unit, self.plan.unit.name == "đồng"
        millions = in_dong and largest >= 100 * MILLION
        axis = {
            "name": self.say(MILLIONS) if millions else "" if unit.name == UNNAMED else unit.name,
            "name_font": {"bold": False},
            "num_format": "[$-42A]#,##0,," if millions else "[$-42A]#,##0",
            "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
        }
        chart.set_y_axis(axis)
        chart.set_title({"name": self.say(BY_YEAR), "name_font": {"size": 13}})
        chart.set_size({"width": 900, "height": 400})
