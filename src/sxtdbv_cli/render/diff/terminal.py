"""The screen of ``sxtdbv diff``: the two files, every kind of change with what it does to the sums, the findings."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Shown

from sxtdbv_cli.model.audit import Outcome
from sxtdbv_cli.model.comparison import Difference
from sxtdbv_cli.render.difference import words
from sxtdbv_cli.render.difference.change import Entry, Row
from sxtdbv_cli.render.difference.effect import Said
from sxtdbv_cli.render.difference.sections import Section, counts, findings, sections, sums_line
from sxtdbv_cli.render.screen import COLOURS, draw, more, shown
from sxtdbv_cli.render.screen import section as heading
from sxtdbv_cli.render.style import Style

MOST = 40
GUTTER = 2
MARKS = {Outcome.HOLDS: ("✓", "green"), Outcome.FAILS: ("✗", "bold red"), Outcome.UNCONFIRMED: ("?", "yellow")}
SIGNS = {"added": ("+ ", "green"), "removed": ("- ", "red")}
"""What stands before an entry, by the last word of its section's name."""


def render(difference: Difference, style: Style) -> str:
    """The screen."""
    return draw(style, lambda console: _Screen(console, difference, style).paint())


class _Screen:
    """The screen of one difference."""

    def __init__(self, console: Console, difference: Difference, style: Style) -> None:
        self.console, self.difference, self.language = console, difference, style.language
        self.found = difference.found

    def paint(self) -> None:
        """Print it."""
        self.console.print(shown(f"--- {self.difference.old.file}", "red"), soft_wrap=True)
        self.console.print(shown(f"+++ {self.difference.new.file}", "green"), soft_wrap=True)
        for section in sections(self.found, self.language):
            self._section(section)
        self._findings()
        self.console.print()
        if not self.found.same:
            self.console.print(sums_line(self.difference, self.language))
        word, colour = (words.SAME, "bold green") if self.found.same else (words.DIFFERENT, "bold yellow")
        self.console.print(Shown(word.say(self.language), colour) + Shown(f": {counts(self.found, self.language)}."))

    def _section(self, section: Section) -> None:
        heading(self.console, section.title, self.language)
        entries = section.entries[:MOST]
        widths = self._widths(entries) if section.figures else None
        for entry in entries:
            self._name(section, entry)
            for row in entry.rows:
                self.console.print(self._figures(row, widths) if widths else self._texts(row))
                self._effects(row.effects, 4)
            self._effects(entry.effects, 4)
        more(self.console, len(section.entries) - MOST, self.language)

    def _name(self, section: Section, entry: Entry) -> None:
        sign, colour = SIGNS.get(section.name.rpartition("_")[2], ("", ""))
        name = Shown(sign, colour) + shown(entry.name, "bold")
        for text, look in ((entry.more, "dim"), (entry.title, "")):
            name.append_text(shown(f"  {text}" if text else "", look))
        if name.plain:
            self.console.print(name)

    def _figures(self, row: Row, widths: Sequence[int]) -> Table:
        """A label and amounts below each other."""
        table = Table.grid(padding=(0, GUTTER, 0, 0))
        for width, justify in zip(widths, ("left", "right", "right", "right"), strict=True):
            table.add_column(width=width, justify=justify, overflow="fold")  # type: ignore[arg-type]
        table.add_row(shown(f"  {row.label}"), Shown(row.before, "red"), Shown(row.after, "green"), Shown(row.change))
        return table

    def _widths(self, entries: Sequence[Entry]) -> list[int] | None:
        """How wide the label and each of the figures must be; None where that is too wide: a figure is never cut."""
        widths = _widths(entries)
        return widths if sum(widths) + GUTTER * len(widths) <= self.console.width else None

    def _texts(self, row: Row) -> Padding:
        """What a text was and is."""
        said = shown(f"{row.label}: " if row.label else "", "dim") + shown(row.before, "red")
        said += Shown(" → " if row.before and row.after else "") + shown(row.after, "green")
        return Padding(said + Shown(f" ({row.change})" if row.change else ""), (0, 0, 0, 2))

    def _effects(self, effects: Sequence[Said], indent: int) -> None:
        if not effects:
            return
        table = Table.grid(padding=(0, 1, 0, 0))
        for effect in effects:
            mark, colour = MARKS.get(effect.outcome, ("·", "dim")) if effect.outcome else ("·", "dim")
            table.add_row(Shown(mark, colour), shown(effect.text, "dim"))
        self.console.print(Padding(table, (0, 0, 0, indent)))

    def _findings(self) -> None:
        for mark, title, entries in findings(self.found, self.language):
            heading(self.console, title, self.language)
            table = Table.grid(padding=(0, 1, 0, 0))
            for change, said in entries[:MOST]:
                finding = change.after or change.before
                assert finding is not None
                table.add_row(Shown(mark), Shown(finding.code, COLOURS[finding.severity]), shown(said))
            self.console.print(table)
            more(self.console, len(entries) - MOST, self.language)


def _widths(entries: Sequence[Entry]) -> list[int]:
    """How wide the label and each of the figures must be."""
    rows = [row for entry in entries for row in entry.rows]
    label = max([2 + len(row.label) for row in rows], default=2)
    return [max(label, 16), *(max([len(row[place]) for row in rows], default=0) for place in (1, 2, 3))]
