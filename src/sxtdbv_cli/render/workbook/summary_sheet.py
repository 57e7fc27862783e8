"""The sheet of the summary: the sections by column, the years with a chart; all of it live on the annex."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sxtdbv_cli.model import form
from sxtdbv_cli.model.plan import NOWHERE, Amount, Plan
from sxtdbv_cli.model.summary import Summary
from sxtdbv_cli.render import annex
from sxtdbv_cli.render.names import heading
from sxtdbv_cli.render.totals import Year, percent, whole_column, years
from sxtdbv_cli.render.workbook.book import Book, height, storable
from sxtdbv_cli.render.workbook.formats import ASIDE, HEAD, TABLE, TITLE, number_format
from sxtdbv_cli.render.workbook.formulas import Position, name
from sxtdbv_cli.render.workbook.layout import Layout
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import write_amount
from sxtdbv_cli.text.words import DECLARED, SHARE

SHEET = Text("Tổng hợp", "Summary")
HEADING = Text("Tổng hợp kinh phí theo đơn vị và theo năm", "Summary by section and by year")
BY_YEAR = Text("Kinh phí theo năm", "Amounts by year")
YEAR = Text("Năm", "Year")
AMOUNT = Text("Kinh phí", "Amount")
CHANGE = Text("So với năm trước", "On the year before")
RATE = Text("Tăng, giảm", "Change")
MILLIONS = Text("triệu đồng", "million đồng")

TITLE_WIDTH, FIGURE_WIDTH = 50, 19
FIRST = 3
MOST_SERIES = 8
PERCENT = "[$-42A]0.0%"
MILLION = 10**6


class SummarySheet:
    """Writes the sheet of one summary; ``annex`` says where its figures are, in the sheet called ``source``."""

    def __init__(self, book: Book, summary: Summary, found: Layout, source: str, language: Language) -> None:
        self.book = book
        self.summary = summary
        self.plan: Plan = summary.plan
        self.annex = found
        self.source = source.replace("'", "''")
        self.language = language
        self.decimals = annex.decimals(self.plan)
        self.whole = whole_column(self.plan)
        self.sheet: Any = book.sheet(self.say(SHEET))
        self.total = FIRST + len(summary.rows)

    def write(self) -> None:
        """Write everything."""
        self._page()
        self._sections()
        self._closing()
        if found := years(self.summary):
            self._years(found)

    def say(self, text: Text, **facts: object) -> str:
        """A text in the language of the workbook."""
        return text.say(self.language, facts or None)

    def _page(self) -> None:
        last = 2 + len(self.plan.columns)
        self.sheet.hide_gridlines(2)
        self.sheet.set_column(0, 0, 8)
        self.sheet.set_column(1, 1, TITLE_WIDTH)
        self.sheet.set_column(2, last, FIGURE_WIDTH)
        self.book.text(self.sheet, (0, 0), self.say(HEADING), **TITLE)
        self.book.text(self.sheet, (0, last), form.DERIVED, **ASIDE, align="right")
        self.sheet.set_row(0, 24)
        self.book.text(self.sheet, (1, 0), self.say(annex.UNIT, unit=self.plan.unit.name), italic=True)
        self.sheet.freeze_panes(FIRST, 2)
        self.sheet.repeat_rows(FIRST - 1)
        titles = [annex.CODE, annex.CONTENT, *map(heading, self.plan.columns)]
        if self.whole is not None:
            titles.append(SHARE)
        for column, text in enumerate(titles):
            self.book.text(self.sheet, (FIRST - 1, column), self.say(text), **HEAD)
        self.sheet.set_row(FIRST - 1, height(*((self.say(text), FIGURE_WIDTH * 0.9) for text in titles[2:])))

    def _sections(self) -> None:
        lines = [line for line, parent in enumerate(self.plan.lines.parents) if parent == NOWHERE]
        for row, (line, section) in enumerate(zip(lines, self.summary.rows, strict=True), FIRST):
            self.book.text(self.sheet, (row, 0), section.code or "", **TABLE, align="center")
            self.book.text(self.sheet, (row, 1), section.title, **TABLE, text_wrap=True)
            self.sheet.set_row(row, height((section.title, TITLE_WIDTH)))
            for column, amount in enumerate(section.amounts):
                self._link((row, 2 + column), amount, self.annex.of(self.plan.cell(line, column)), TABLE)
            self._share(row, section.amounts, TABLE)

    def _closing(self) -> None:
        rows = [(annex.SUM, self.summary.listed, self.annex.total)]
        if self.annex.declared is not None:
            rows.append((DECLARED, self.summary.whole, self.annex.declared))
        for row, (title, amounts, source) in enumerate(rows, self.total):
            look = {**HEAD, "align": "right"}
            self.book.text(self.sheet, (row, 0), "", **look)
            self.book.text(self.sheet, (row, 1), self.say(title), **{**look, "align": "left"})
            for column, amount in enumerate(amounts):
                self._link((row, 2 + column), amount, (source, self.annex.amounts + column), look)
            self._share(row, amounts if row == self.total else [None] * len(amounts), look)

    def _link(self, at: Position, amount: Amount, source: Position, look: dict[str, Any]) -> None:
        """An amount that follows the annex."""
        shown = self.book.format(**{"align": "right", **look}, num_format=number_format(self.decimals))
        value = None if amount is None else annex.figure(amount, self.plan.unit)
        if amount is None or value is None:
            self.sheet.write_blank(*at, None, shown)
        elif storable(value):
            self.sheet.write_formula(*at, f"='{self.source}'!{name(source)}", shown, value)
        else:
            self.book.text(self.sheet, at, write_amount(amount, self.plan.unit.scale), **{"align": "right", **look})

    def _share(self, row: int, amounts: Sequence[Amount], look: dict[str, Any]) -> None:
        """What a row is of the whole, in thousandths."""
        if self.whole is None:
            return
        at = row, 2 + len(self.plan.columns)
        figures = amounts[self.whole], self.summary.listed[self.whole]
        self._rate(at, figures, ((row, 2 + self.whole), (self.total, 2 + self.whole)), look)

    def _rate(
        self, at: Position, of: tuple[Amount, Amount], cells: tuple[Position, Position], look: dict[str, Any]
    ) -> None:
        """One figure in per cent of another; both must stand in the sheet as numbers."""
        part, whole = of
        shown = self.book.format(**{"align": "right", **look}, num_format=PERCENT)
        exact = all(amount is None or storable(annex.figure(amount, self.plan.unit)) for amount in (part, whole))
        if part is None or not whole or not exact:
            self.sheet.write_blank(*at, None, shown)
            return
        text = percent(part, whole, Language.EN).removesuffix(" %")
        self.sheet.write_formula(*at, f"=ROUND({name(cells[0])}/{name(cells[1])},3)", shown, Decimal(text) / 100)

    # -- years -------------------------------------------------------------------------------------------------

    def _years(self, found: list[Year]) -> None:
        first = self.total + (1 if self.annex.declared is None else 2) + 2
        self.book.text(self.sheet, (first - 1, 1), self.say(BY_YEAR), **TITLE)
        for column, text in enumerate((YEAR, AMOUNT, CHANGE, RATE), 1):
            self.book.text(self.sheet, (first, column), self.say(text), **HEAD)
        columns = {column.year: place for place, column in enumerate(self.plan.columns)}
        for row, year in enumerate(found, first + 1):
            self.sheet.write_number(row, 1, year.year, self.book.format(**TABLE, align="center"))
            self._link((row, 2), year.amount, (self.annex.total, self.annex.amounts + columns[year.year]), TABLE)
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
        difference = f"{name((row, 2))}-{name((row - 1, 2))}"
        formula = f"ROUND({difference},{self.decimals})" if self.decimals else difference
        self.sheet.write_formula(row, 3, f"={formula}", shown, change)
        self._rate((row, 4), (year.change, year.before), ((row, 3), (row - 1, 2)), TABLE)

    def _chart(self, first: int, found: list[Year]) -> None:
        """A column a year: stacked by section where these are few, else the total."""
        chart: Any = self.book.workbook.add_chart({"type": "column", "subtype": "stacked"})
        places = [place for place, column in enumerate(self.plan.columns) if column.year]
        side_by_side = [self.plan.columns[place].year for place in places] == [year.year for year in found] and (
            places == list(range(places[0], places[-1] + 1))
        )
        sections = [row for row in range(len(self.summary.rows)) if self._filled(row, places)]
        sheet = self.say(SHEET)
        if side_by_side and 2 <= len(sections) <= MOST_SERIES:
            for row in sections:
                left, right = 2 + places[0], 2 + places[-1]
                chart.add_series(
                    {
                        "name": [sheet, FIRST + row, 1],
                        "categories": [sheet, FIRST - 1, left, FIRST - 1, right],
                        "values": [sheet, FIRST + row, left, FIRST + row, right],
                        "gap": 60,
                    }
                )
            chart.set_legend({"position": "bottom", "font": {"size": 9}})
        else:
            rows = first + 1, first + len(found)
            chart.add_series(
                {
                    "name": self.say(AMOUNT),
                    "categories": [sheet, rows[0], 1, rows[1], 1],
                    "values": [sheet, rows[0], 2, rows[1], 2],
                    "gap": 60,
                }
            )
            chart.set_legend({"none": True})
        self._axes(chart, max(abs(year.amount) for year in found))
        self.sheet.insert_chart(first + len(found) + 2, 1, chart, {"description": self.say(BY_YEAR)})

    def _filled(self, row: int, places: list[int]) -> bool:
        return any(self.summary.rows[row].amounts[place] is not None for place in places)

    def _axes(self, chart: Any, largest: int) -> None:
        unit, in_dong = self.plan.unit, self.plan.unit.name == "đồng"
        millions = in_dong and largest >= 100 * MILLION
        axis = {
            "name": self.say(MILLIONS) if millions else unit.name,
            "name_font": {"bold": False},
            "num_format": "[$-42A]#,##0,," if millions else "[$-42A]#,##0",
            "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
        }
        chart.set_y_axis(axis)
        chart.set_title({"name": self.say(BY_YEAR), "name_font": {"size": 13}})
        chart.set_size({"width": 900, "height": 400})
