"""The sums that fail on a screen, by line: what is stated, what it adds up to, the difference, the parts."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text as Shown

from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.model.sums import Kind
from sxtdbv_cli.render.names import KINDS, amount_at, column_of, heading_of, line_of, total_name
from sxtdbv_cli.render.screen import COLOURS, hanging, section, shown, spot
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import grouped
from sxtdbv_cli.text.safe import visible
from sxtdbv_cli.text.words import COMPUTED, DIFFERENCE, STATED

MOST_LINES = 40
MOST_PARTS = 20
GUTTER = 2
NARROWEST_NAME = 16
WIDEST_NAME = 80
"""Figures that stand farther from what they are of are hard to follow."""
SHORT = {
    "cross-footing": KINDS[Kind.CROSS_FOOTING],
    "footing": KINDS[Kind.FOOTING],
    "declared-total": KINDS[Kind.DECLARED],
    "stated-rule": KINDS[Kind.STATED],
}
"""What a sum is called beside its figures, by the name of the rule that found it."""

TITLE = Text("Các phép cộng không khớp", "Sums that fail")
MORE_LINES = Text(
    "… và {more:d} dòng nữa (xem đủ với --format json)", "… and {more:d} more lines (all of them with --format json)"
)
MORE_PARTS = Text("… và {more:d} ô nữa", "… and {more:d} more")
UNREAD = Text("{unread}: không chứa số đọc được, không cộng vào", "{unread}: holds no figure, was not added")
PASSED = Text("{passed}: là chữ, công thức bỏ qua", "{passed}: text, which the formula passes over")
ZEROS = Text("… và {more:d} ô ghi 0", "… and {more:d} that {more:states|state} 0")


def paint(console: Console, subject: Subject, sums: Sequence[Finding], language: Language) -> None:
    """Print a section with a block for each line; too narrow a terminal breaks the lines itself: no figure is cut."""
    screen = _Screen(subject, sums, language)
    console.width = max(console.width, NARROWEST_NAME + 3 * (screen.figures + GUTTER))
    section(console, TITLE, language)
    screen.paint(console, sums)


class _Screen:
    """The widths of the section and what its figures and names are taken from."""

    def __init__(self, subject: Subject, sums: Sequence[Finding], language: Language) -> None:
        self.plan = subject.plan
        self.language = language
        self.figures = self._widest(sums)
        self.names = NARROWEST_NAME
        self.taken_away = {
            (self.plan.address(found.sum.whole), self.plan.address(cell))
            for found in subject.audit.failing
            for cell in found.sum.minus
        }

    def paint(self, console: Console, sums: Sequence[Finding]) -> None:
        """Print the headings and the blocks."""
        room = console.width - 3 * (self.figures + GUTTER)
        self.names = max(min(room, WIDEST_NAME), NARROWEST_NAME)
        blocks = [(line, list(found)) for line, found in groupby(sums, lambda finding: line_of(finding.address))]
        headings = self._table()
        headings.add_row("", *[Shown(word.say(self.language), "dim") for word in (STATED, COMPUTED, DIFFERENCE)])
        console.print(headings)
        for number, (line, findings) in enumerate(blocks[:MOST_LINES]):
            if number:
                console.print()
            console.print(self._line(line, findings[0]))
            for finding in findings:
                console.print(self._sum(finding))
                if finding.related:
                    console.print(self._parts(finding))
        if len(blocks) > MOST_LINES:
            console.print(self._more(MORE_LINES, len(blocks) - MOST_LINES))

    def _more(self, text: Text, more: int) -> Shown:
        return Shown(text.say(self.language, {"more": more}), "dim")

    def _amount(self, amount: object) -> str:
        """An amount with its digits grouped; empty for a blank."""
        return grouped(amount, self.plan.unit.digits) if isinstance(amount, int) else ""

    def _stated(self, address: Address) -> str:
        return self._amount(amount_at(self.plan, address))

    def _widest(self, sums: Sequence[Finding]) -> int:
        figures = [self._amount(finding.facts[name]) for finding in sums for name in ("stated", "computed", "gap")]
        parts = [self._stated(part) for finding in sums for part in self._listed(finding)[:MOST_PARTS]]
        words = [word.say(self.language) for word in (STATED, COMPUTED, DIFFERENCE)]
        return max(map(len, figures + parts + words))

    def _listed(self, finding: Finding) -> Sequence[Address]:
        """The parts of a sum to list: of many, those that add anything to it."""
        if len(finding.related) <= MOST_PARTS:
            return finding.related
        return [part for part in finding.related if amount_at(self.plan, part) != 0]

    def _table(self) -> Table:
        table = Table.grid()
        table.add_column(width=self.names)
        for _ in range(3):
            table.add_column(width=self.figures + GUTTER, justify="right", no_wrap=True)
        return table

    def _line(self, line: int | None, finding: Finding) -> Shown:
        heading = shown(total_name(self.plan).say(self.language) if line is None else self.plan.paths[line], "bold")
        if line is not None:
            heading.append_text(shown(f"  {self.plan.lines.titles[line]}"))
        heading.append_text(shown(f"  {finding.place.file}:{spot(finding.place)}", "dim"))
        return heading

    def _sum(self, finding: Finding) -> Table:
        table = self._table()
        name = SHORT.get(finding.name, finding.title).say(self.language)
        column = heading_of(self.plan, column_of(finding.address)).say(self.language)
        cell = f"{finding.place.within.rpartition('!')[2]} " if finding.place.sheet is not None else ""
        table.add_row(
            Shown(hanging(f"{name}, {column}", f"  {visible(cell)}", self.names)),
            self._amount(finding.facts["stated"]),
            self._amount(finding.facts["computed"]),
            Shown(self._amount(finding.facts["gap"]), COLOURS[finding.severity]),
        )
        return table

    def _parts(self, finding: Finding) -> Table:
        """What was added up, below what it comes to; a part states nothing else, so its title has the room for that."""
        width = self.names + self.figures + GUTTER
        table = Table.grid()
        table.add_column(width=width)
        table.add_column(width=self.figures + GUTTER, justify="right", no_wrap=True)
        listed = self._listed(finding)
        for address in listed[:MOST_PARTS]:
            table.add_row(self._part(finding.address, address, width), Shown(self._stated(address), "dim"))
        for name, remark in (("unread", UNREAD), ("passed", PASSED)):
            if name in finding.facts:
                table.add_row(shown("    " + remark.say(self.language, finding.facts), "dim"), "")
        for text, more in ((MORE_PARTS, len(listed) - MOST_PARTS), (ZEROS, len(finding.related) - len(listed))):
            if more > 0:
                table.add_row(Shown("    ") + self._more(text, more), "")
        return table

    def _part(self, whole: Address, part: Address, width: int) -> Shown:
        """What a part of a sum is called: its column across, its code and title down; a minus if it is taken away."""
        line = line_of(part)
        sign = "  − " if (whole, part) in self.taken_away else "    "
        if line == line_of(whole):
            column = heading_of(self.plan, column_of(part)).say(self.language)
            return Shown(hanging(column, sign, width), "dim")
        assert line is not None
        above = line_of(whole)
        within = "" if above is None else f"{self.plan.paths[above]}/"
        lead = f"{sign}{visible(self.plan.paths[line].removeprefix(within))}  "
        return Shown(hanging(self.plan.lines.titles[line], lead, width), "dim")
