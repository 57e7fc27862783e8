"""A workbook in the making: formats by their properties, texts that never become formulas, figures exact."""

from decimal import Decimal
from io import BytesIO
from textwrap import wrap
from typing import Any

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.plan import Amount, Plan
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.render import annex
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import write_amount
from sxtdbv_cli.text.safe import RISKY

FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
LONGEST_TEXT = 32_767
"""The characters a cell may hold."""
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
FITS = 1.12
"""How many characters of running text a unit of column width holds: it is measured in digits."""
LINE_HEIGHT = 16.5
"""The height of a line of text in points."""
HIGHEST_ROW = 409.0
EXACT_DIGITS = 15
"""The digits of a number that a spreadsheet keeps."""


class Book:
    """A workbook written to memory, the same bytes for the same contents."""

    def __init__(self, title: str, author: str) -> None:
        import datetime

        from xlsxwriter import Workbook

        self.stream = BytesIO()
        self.workbook: Any = Workbook(self.stream, {"in_memory": True})
        epoch = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
        self.workbook.set_properties({"title": title, "author": author, "created": epoch})
        self.workbook.formats[0].set_font_name(FONT["font_name"])
        self.workbook.formats[0].set_font_size(FONT["font_size"])
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def sheet(self, name: str) -> Any:
        """A new sheet, printed on A4 landscape, one page wide."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.center_horizontally()
        sheet.set_footer("&C&P/&N")
        return sheet

    def format(self, **properties: Any) -> Any:
        """The format of these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format({**FONT, **properties})
        return self._formats[key]

    def text(self, sheet: Any, at: Position, text: str, **properties: Any) -> None:
        """A text as it is: never a formula, not even when somebody edits the cell."""
        if text.startswith(RISKY):
            properties["quote_prefix"] = True
        if text:
            sheet.write_string(*at, text, self.format(**properties))
        else:
            sheet.write_blank(*at, None, self.format(**properties))

    def close(self) -> bytes:
        """The bytes of the workbook."""
        self.workbook.close()
        return self.stream.getvalue()


def height(*cells: tuple[str, float]) -> float:
    """The height of a row whose texts (each with the width of its column in characters) are all seen when wrapped.

    It is stated because programs other than Excel do not fit rows to their text.
    """
    return min(HIGHEST_ROW, LINE_HEIGHT * max([1, *(_lines(text, max(int(width * FITS), 4)) for text, width in cells)]))


def _lines(text: str, width: int) -> int:
    """How many lines a text takes that breaks where it says so, and where it is too long."""
    return sum(max(1, len(wrap(line, width))) for line in text.splitlines())


def storable(figure: Decimal) -> bool:
    """Whether a spreadsheet keeps every digit of a figure."""
    return len(figure.normalize().as_tuple().digits) <= EXACT_DIGITS


class Sheet:
    """A new sheet of a workbook; ``decimals`` are those that its figures show."""

    def __init__(self, book: Book, title: Text, plan: Plan, language: Language) -> None:
        self.book = book
        self.plan = plan
        self.language = language
        self.decimals = annex.decimals(plan)
        self.name = self.say(title)
        self.sheet: Any = book.sheet(self.name)

    def say(self, text: Text, **facts: object) -> str:
        """A text in the language of the workbook."""
        return text.say(self.language, facts or None)

    def text(self, at: Position, text: str, **look: Any) -> None:
        """A text in a cell, never a formula."""
        self.book.text(self.sheet, at, text, **look)

    def figure(self, at: Position, amount: Amount, look: dict[str, Any], formula: str | None = None) -> None:
        """An amount: a formula with the stated figure as its value, the figure itself, or (too long) a text."""
        look = {"align": "right", **look}
        shown = self.book.format(**look, num_format=number_format(self.decimals))
        value = None if amount is None else annex.figure(amount, self.plan.unit)
        if amount is None or value is None:
            self.sheet.write_blank(*at, None, shown)
        elif not storable(value):
            self.text(at, write_amount(amount, self.plan.unit.scale), **look)
        elif formula:
            self.sheet.write_formula(*at, f"={formula}", shown, value)
        else:
            self.sheet.write_number(*at, value, shown)


TABLE = {"border": 1, "border_color": "#7F7F7F"}
HEAD = {**TABLE, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#E7EDF3"}
SMALL = {**TABLE, "italic": True, "align": "center", "font_size": 9}
ASIDE = {"font_color": "#7F7F7F", "font_size": 10}
WRONG = {"bg_color": "#FBE3E0"}
TITLE = {"bold": True, "font_size": 14}
FILLS = {
    Severity.ERROR: WRONG,
    Severity.WARNING: {"bg_color": "#FDF1D0"},
    Severity.NOTE: {"bg_color": "#E3EFFA"},
}


def number_format(decimals: int) -> str:
    """Figures with their digits grouped as in Vietnam, negative ones in red."""
    digits = _digits(decimals)
    return f"[$-42A]{digits};[Red]-{digits}"


def difference_format(decimals: int) -> str:
    """Differences in red, a dash where there is none."""
    digits = _digits(decimals)
    return f'[Red][$-42A]{digits};[Red]-{digits};"–"_-'


def _digits(decimals: int) -> str:
    """The digits, and the width of a dash after them: figures do not touch the border."""
    return f"#,##0.{'0' * decimals}_-" if decimals else "#,##0_-"
