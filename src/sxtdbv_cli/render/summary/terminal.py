"""The screen of ``sxtdbv summary``: the sections by column, what they add up to, and a bar for each year."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Literal

from rich.console import Console
from rich.table import Table
from rich.text import Text as Shown

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.summary import Row, Summary
from sxtdbv_cli.model.units import UNNAMED
from sxtdbv_cli.render import totals
from sxtdbv_cli.render.difference.effect import signed
from sxtdbv_cli.render.names import heading
from sxtdbv_cli.render.screen import draw, section, shown
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.numbers import grouped
from sxtdbv_cli.text.words import LINE, MARK, MARKED, MORE, NO_UNIT, SHARE, UNIT

NARROWEST_NAME, WIDEST_NAME = 28, 70
GUTTER = 2
MOST_LINES = 500
"""A screen is no list: who wants more lines than these takes another format."""
MOST_ROWS = 4
NARROWEST_HEADING = 10
"""So many rows a heading may take, each so long."""
BAR = "█"
WIDEST_BAR = 40

_JUSTIFY: tuple[Literal["left", "right"], ...] = ("right", "right", "right", "left")

DONG = Text("đồng", "đồng")


def render(summary: Summary, style: Style) -> str:
    """The screen."""
    return draw(style, lambda console: _Screen(console, summary, style).paint())


class _Screen:
    """The screen of one summary."""

    def __init__(self, console: Console, summary: Summary, style: Style) -> None:
        self.console = console
        self.summary = summary
        self.language = style.language
        self.lines = summary.rows[:MOST_LINES]
        self.hidden = len(summary.rows) - len(self.lines)
        self.whole = totals.whole_column(summary)
        self.titles = [column.say(self.language) for column in map(heading, summary.plan.columns)]
        if self.whole is not None:
            self.titles.append(SHARE.say(self.language))
        self.widths = self._widths()

    def paint(self) -> None:
        """Print it."""
        document = self.summary.plan.document
        if title := " · ".join(filter(None, (document.number, document.title))):
            self.console.print(shown(title, "bold"))
        if name := totals.branch(self.summary, self.language):
            self.console.print(shown(name, "bold"))
        unit = self.summary.plan.unit
        counted_in = DONG.say(self.language) if unit.scale != unit.decimals else unit.name
        said = NO_UNIT if unit.name == UNNAMED else UNIT
        self.console.print(shown(said.say(self.language, {"unit": counted_in}), "dim"))
        self.console.print()
        room = self._room(self.widths)
        if room >= NARROWEST_NAME:
            self._wide(room)
        else:
            self._narrow()
        if totals.has_marks(self.summary):
            if room < NARROWEST_NAME:
                self.console.print()
            self.console.print(shown(f"{MARK} {MARKED.say(self.language)}", "dim"))
        self._years()

    def figures(self, amounts: Sequence[Amount], marked: Sequence[bool], share: int | None) -> list[Shown]:
        """A row's amounts and its share; an amount that a failing sum touches has a mark."""
        digits = self.summary.plan.unit.digits
        texts = ["" if amount is None else grouped(amount, digits) for amount in amounts]
        found = [
            Shown(f"{text}{MARK}", "red") if mark else Shown(f"{text} ")
            for text, mark in zip(texts, marked, strict=True)
        ]
        return found if self.whole is None else [*found, Shown(totals.percent(share))]

    def _all_rows(self, room: int) -> list[tuple[Shown, list[Shown]]]:
        """Every row: its name in so much room, and its figures."""
        summary = self.summary
        rows = [
            (_name(self.console, row, room), self.figures(row.amounts, row.marked, totals.share(summary, row)))
            for row in self.lines
        ]
        if self.hidden:
            name = Shown(MORE.say(self.language, {"more": self.hidden}), "dim")
            rows.append((name, [Shown("")] * len(self.titles)))
        for total in totals.totals(summary):
            all_of_it = (
                1000 if total.kind == "listed" and self.whole is not None and summary.listed[self.whole] else None
            )
            name = shown(total.title.say(self.language), "bold")
            rows.append((name, self.figures(total.amounts, total.marked, all_of_it)))
        return rows

    def _widths(self) -> list[int]:
        """How wide each column is: headings take more than one row only where the columns do not fit beside the names,
        or beside each other, otherwise."""
        rows = [figures for _, figures in self._all_rows(self.console.width)]
        longest = [max(len(row[place]) for row in rows) for place in range(len(self.titles))]
        widths = [max(len(title), figures) for title, figures in zip(self.titles, longest, strict=True)]
        if self._room(widths) >= NARROWEST_NAME:
            return widths
        wrapped = [_wrapped(title, figures) for title, figures in zip(self.titles, longest, strict=True)]
        fit = self._room(wrapped) < NARROWEST_NAME and len(self._blocks(widths)) == 1
        return widths if fit else wrapped

    def _room(self, widths: Sequence[int]) -> int:
        """What is left for names beside columns so wide."""
        return self.console.width - sum(widths) - GUTTER * len(widths)

    def _wide(self, room: int) -> None:
        """One table, names beside figures."""
        room = min(room, WIDEST_NAME)
        table = Table.grid(padding=(0, GUTTER, 0, 0))
        table.add_column(width=room)
        for width in self.widths:
            table.add_column(width=width, justify="right")
        table.add_row(shown(LINE.say(self.language), "dim"), *self._headings(0, len(self.widths)))
        for number, (name, figures) in enumerate(self._all_rows(room)):
            if number == len(self.lines) + bool(self.hidden):
                table.add_row(*[Shown("─" * width, "dim") for width in (room, *self.widths)])
            table.add_row(name, *figures)
        self.console.print(table)

    def _headings(self, first: int, end: int) -> list[Shown]:
        """Headings in as many rows as the tallest, their last words right above the figures."""
        found = [
            wrap(title, width) for title, width in zip(self.titles[first:end], self.widths[first:end], strict=True)
        ]
        rows = max(map(len, found))
        return [Shown("\n".join([""] * (rows - len(lines)) + lines), "dim") for lines in found]

    def _narrow(self) -> None:
        """Names above figures; columns that do not fit beside each other go below each other."""
        beside = 0 if self.whole is None else self.widths[-1] + GUTTER
        line, share = shown(LINE.say(self.language), "dim"), Shown(self.titles[-1], "dim")
        rows = self._all_rows(self.console.width - beside)
        for block, (first, end) in enumerate(self._blocks(self.widths)):
            if block:
                self.console.print()
            self._name_row(line, [share])
            self.console.print(self._figure_row(self._headings(first, end), first, end))
            for number, (name, figures) in enumerate(rows):
                if number == len(self.lines) + bool(self.hidden):
                    self.console.print(Shown("─" * self.console.width, "dim"))
                self._name_row(name, figures)
                if any(figure.plain.strip() for figure in figures[first:end]):
                    self.console.print(self._figure_row(figures[first:end], first, end))

    def _name_row(self, name: Shown, figures: Sequence[Shown]) -> None:
        """A name, and at the end of its first line the share."""
        table = Table.grid(padding=0, expand=True)
        table.add_column(ratio=1)
        cells = [name]
        if self.whole is not None:
            table.add_column(width=self.widths[-1] + GUTTER, justify="right", no_wrap=True)
            cells.append(Shown(figures[-1].plain, "dim"))
        table.add_row(*cells)
        self.console.print(table)

    def _blocks(self, widths: Sequence[int]) -> list[tuple[int, int]]:
        """Runs of columns that fit beside each other."""
        blocks, first, used = [], 0, 0
        columns = widths[: len(self.summary.plan.columns)]  # shares stand beside the names here
        for place, width in enumerate(columns):
            if used and used + width + 1 > self.console.width:
                blocks.append((first, place))
                first, used = place, 0
            used += width + 1
        return [*blocks, (first, len(columns))]

    def _figure_row(self, figures: Sequence[Shown], first: int, end: int) -> Table:
        table = Table.grid(padding=(0, 1, 0, 0))
        for width in self.widths[first:end]:
            table.add_column(width=width, justify="right")
        table.add_row(*figures)
        return table

    def _years(self) -> None:
        found = totals.years(self.summary)
        if not found:
            return
        section(self.console, totals.BY_YEAR, self.language)
        largest = max([1, *(abs(year.amount) for year in found)])
        digits = self.summary.plan.unit.digits
        table = Table.grid(padding=(0, GUTTER, 0, 0))
        table.add_column(max_width=max(self.console.width // 3, 4))
        for justify in _JUSTIFY:
            table.add_column(justify=justify, no_wrap=True, vertical="bottom")
        head = (totals.YEAR, totals.AMOUNT, totals.CHANGE)
        table.add_row(*[Shown(word.say(self.language), "dim") for word in head], "", "")
        longest = min(self.console.width // 4, WIDEST_BAR)
        for year in found:
            change = "" if year.change is None else signed(year.change, digits)
            bar = BAR * (longest * max(year.amount, 0) // largest)
            rate = totals.percent(year.rate)
            name = shown(year.title.say(self.language))
            table.add_row(name, grouped(year.amount, digits), change, rate, Shown(bar, "cyan"))
        self.console.print(table)


def _name(console: Console, row: Row, room: int) -> Shown:
    """What a row is called, in so much room: what does not fit stands below where the title begins."""
    indent = min(2 * (row.depth - 1), room // 3)
    label = shown(f"{' ' * indent}{row.path.rpartition('/')[2]}  ", "bold" if row.depth == 1 else "")
    whole = label + shown(row.title)
    first = whole.wrap(console, room)[0]
    rest = Shown(whole.plain[len(first) :].lstrip())
    hang = label.cell_len if label.cell_len <= room // 2 else indent
    return Shown("\n").join([first, *(Shown(" " * hang) + line for line in rest.wrap(console, room - hang) if line)])


def _wrapped(title: str, figures: int) -> int:
    """How wide a column is at least: its figures, its longest word, and what its heading needs in a few rows."""
    width = max(figures, min(len(title), NARROWEST_HEADING), *map(len, title.split() or [""]))
    while len(wrap(title, width)) > MOST_ROWS:
        width += 1
    return width
