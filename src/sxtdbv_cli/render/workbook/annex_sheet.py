"""The sheet of the annex: heading, table with live sums, the differences beside it."""

from collections.abc import Sequence
from typing import Any

from sxtdbv_cli.model import form
from sxtdbv_cli.model.place import cell_name
from sxtdbv_cli.model.plan import Amount, Cell, Role
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.model.summary import Summary
from sxtdbv_cli.model.sums import Sum
from sxtdbv_cli.render import annex
from sxtdbv_cli.render.marks import Mark
from sxtdbv_cli.render.names import total_name
from sxtdbv_cli.render.workbook import layout as rows
from sxtdbv_cli.render.workbook.annex_head import BOLD, NOTE_WIDTH, SCHEDULE_WIDTH, TITLE_WIDTH, AnnexHead
from sxtdbv_cli.render.workbook.book import ASIDE, HEAD, TABLE, WRONG, Book, difference_format, height, storable
from sxtdbv_cli.render.workbook.layout import CODE, TITLE, Layout
from sxtdbv_cli.render.workbook.sums import Check, Sums, addition
from sxtdbv_cli.text.language import Language, Text

INDENT = 1.6
"""What a level of indentation takes of a column."""


class AnnexSheet(AnnexHead):
    """Writes the sheet of one plan."""

    def __init__(self, book: Book, summary: Summary, sums: Sums, language: Language) -> None:
        checked = sorted({(check.down, check.column) for check in sums.checks}, key=lambda key: (not key[0], key[1]))
        super().__init__(book, summary, checked, language)
        self.sums = sums
        self.levels = annex.levels(self.plan)

    def write(self) -> Layout:
        """Write everything; says where it stands."""
        self.write_head()
        for line in range(len(self.plan.lines)):
            self._line(line)
        self._closing()
        for check in self.sums.checks:
            self._difference(check)
        return self.layout

    # -- the table ---------------------------------------------------------------------------------------------

    def _line(self, line: int) -> None:
        lines, found, row = self.plan.lines, self.layout, rows.FIRST + line
        level, has_children = self.levels[line], bool(self.plan.children[line])
        look = {**TABLE, "bold": has_children and level <= 2, "italic": lines.roles[line] is not Role.PART}
        centred = {**look, "align": "center", "text_wrap": True}
        self.sheet.set_row(row, self._height(line, look), None, {"level": min(level - 1, 7)})
        self.text((row, CODE), lines.codes[line] or "", **centred)
        indented = {**look, "text_wrap": True, "indent": min(level - 1, 15)}
        self.text((row, TITLE), lines.titles[line], **indented)
        if found.schedule is not None:
            self.text((row, found.schedule), lines.schedules[line] or "", **centred)
        if found.note is not None:
            self.text((row, found.note), lines.notes[line] or "", **look, text_wrap=True)
        self._amounts(line, [amounts[line] for amounts in lines.amounts], look)
        self.sheet.write_number(row, found.level, level, self.book.format(**ASIDE))
        if found.role is not None:
            self.text((row, found.role), self.say(form.ROLES[lines.roles[line]]), **ASIDE)
        if found.rule is not None:
            self.text((row, found.rule), lines.equals[line] or "", **ASIDE)

    def _height(self, line: int, look: dict[str, Any]) -> float:
        lines, narrower = self.plan.lines, BOLD if look["bold"] else 1
        return height(
            (lines.titles[line], (TITLE_WIDTH - INDENT * min(self.levels[line] - 1, 15)) * narrower),
            (lines.schedules[line] or "", SCHEDULE_WIDTH * narrower),
            (lines.notes[line] or "", NOTE_WIDTH * narrower),
        )

    def _amounts(self, line: int, amounts: Sequence[Amount], look: dict[str, Any]) -> None:
        for column, amount in enumerate(amounts):
            cell = self.plan.cell(line, column)
            wrong = WRONG if cell in self.sums.wrong else {}
            self.figure(self.layout.of(cell), amount, {**look, **wrong}, self._formula(self.sums.live.get(cell)))

    def _closing(self) -> None:
        """The rows below the lines: what the sections add up to, what the text declares, where the figures are from."""
        found = self.layout
        look = {**HEAD, "align": "left"}
        apart = found.total >= rows.FIRST + len(self.plan.lines) and found.total != found.declared
        if apart and (found.declared is not None or self.summary.adds_up):
            self._listed(look)
        if found.declared is not None:
            self._label(found.declared, total_name(self.plan), look)
            self._amounts(len(self.plan.lines), self.plan.declared, {**look, "align": "right"})
            self.sheet.write_number(found.declared, found.level, 0, self.book.format(**ASIDE))
        if self.plan.source.note is not None:
            source = self.say(form.SOURCE, note=self.plan.source.note)
            self.across(found.end + 1, source, italic=True, font_size=10, text_wrap=True)
            self.sheet.set_row(found.end + 1, height((source, TITLE_WIDTH + 12 * len(self.plan.columns))))

    def _listed(self, look: dict[str, Any]) -> None:
        """The row of what the sections add up to."""
        found = self.layout
        self._label(found.total, annex.SUM, look)
        top = [line for line in self.plan.children[-1] if self.plan.lines.roles[line] is Role.PART]
        less = [line for line in self.plan.children[-1] if self.plan.lines.roles[line] is Role.DEDUCTION]
        for column, amount in enumerate(self.summary.listed):
            plus, minus = ([self.plan.cell(line, column) for line in lines] for lines in (top, less))
            places = self._places(plus), self._places(minus)
            formula = addition(*places, self.decimals) if self._addable([*plus, *minus]) else None
            self.figure((found.total, found.amounts + column), amount, {**HEAD, "align": "right"}, formula)

    def mark(self, marks: dict[Position, Mark]) -> None:
        """Put a comment on cells."""
        for at, mark in marks.items():
            lines = 2 + len(mark.text) // 40 + mark.text.count("\n")
            size = {"width": 320, "height": min(18 * lines, 500), "font_size": 9}
            self.sheet.write_comment(*at, mark.text, {"author": "sxtdbv", **size})

    def _label(self, row: int, text: Text, look: dict[str, Any]) -> None:
        for column in range(self.layout.last + 1):
            self.text((row, column), self.say(text) if column == TITLE else "", **look)

    def _formula(self, sum_: Sum | None) -> str | None:
        if sum_ is None:
            return None
        return addition(self._places(sum_.plus), self._places(sum_.minus), self.decimals)

    def _addable(self, cells: Sequence[Cell]) -> bool:
        """Whether a formula can add cells: a figure too long for a spreadsheet stands there as text."""
        stated = [amount for cell in cells if (amount := self.plan.cells[cell]) is not None]
        return bool(stated) and all(storable(annex.figure(amount, self.plan.unit)) for amount in stated)

    def _places(self, cells: Sequence[Cell]) -> list[Position]:
        return [self.layout.of(cell) for cell in cells]

    def _difference(self, check: Check) -> None:
        """Stated less computed, beside the table."""
        gap, whole = check.balance.gap, self.layout.of(check.balance.sum.whole)
        at = whole[0], self.layout.checks[check.down, check.column]
        formula = self._formula(check.balance.sum)
        value = annex.figure(gap, self.plan.unit)
        if formula is None or not storable(value):
            return
        computed = f"({formula})" if check.balance.sum.minus else formula
        text = (
            f"ROUND({cell_name(whole)}-{computed},{self.decimals})"
            if self.decimals
            else f"{cell_name(whole)}-{computed}"
        )
        look = {**ASIDE, "num_format": difference_format(self.decimals), **({"bold": True} if check.wrong else {})}
        self.sheet.write_formula(*at, f"={text}", self.book.format(**look), value)
