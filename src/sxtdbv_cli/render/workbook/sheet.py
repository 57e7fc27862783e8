"""A sheet in the making: what its cells hold and how they look."""

from typing import Any

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.plan import Amount, Plan
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.render import annex
from sxtdbv_cli.render.workbook.book import Book, storable
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import write_amount


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
