"""The screen of ``sxtdbv check``: a headline, the discrepancies by line, the other findings, a verdict."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text as Shown

from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import Plan, Unit
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sums import Kind
from sxtdbv_cli.render.accepted_screen import paint as paint_accepted
from sxtdbv_cli.render.diagnosis_screen import paint as paint_diagnosis
from sxtdbv_cli.render.names import (
    KINDS,
    SEVERITIES,
    amount_at,
    column_of,
    heading_of,
    is_discrepancy,
    line_of,
    name_of,
)
from sxtdbv_cli.render.screen import COLOURS, draw, hanging, shown
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.verdict import counts, headline, word
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import grouped
from sxtdbv_cli.text.safe import visible
from sxtdbv_cli.text.words import DECLARED

MOST_LINES = 40
MOST_PARTS = 20
MOST_OTHERS = 60
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

UNIT = Text("Đơn vị: {unit}", "Unit: {unit}")
IN_DONG = Text(
    "Tệp ghi bằng {unit}; số tiền dưới đây tính bằng đồng.", "The file is in {unit}; the amounts below are in đồng."
)

EXPLAINED = Text(
    "{count:d} phép cộng không khớp theo số đã in, nhưng khớp theo đính chính.",
    "{count:d} {count:sum fails as printed and holds|sums fail as printed and hold} with the errata.",
)
ACCEPTED = Text(
    "{count:d} phát hiện đã được chấp nhận; --show-accepted liệt kê.",
    "Accepted findings: {count:d}; --show-accepted lists them.",
)
DISCREPANCIES = Text("Các phép cộng không khớp", "Sums that fail")
OTHERS = Text("Các phát hiện khác", "Other findings")
STATED = Text("Ghi", "Stated")
COMPUTED = Text("Cộng lại", "Adds up to")
GAP = Text("Chênh lệch", "Difference")
MORE_LINES = Text(
    "… và {more:d} dòng nữa (xem đủ với --format json)", "… and {more:d} more lines (all of them with --format json)"
)
MORE_PARTS = Text("… và {more:d} ô nữa", "… and {more:d} more")
MORE = Text("… và {more:d} mục nữa (xem đủ với --format json)", "… and {more:d} more (all of them with --format json)")


def render(reports: Sequence[Report], style: Style) -> str:
    """The screens of all files, one after the other."""
    return draw(style, lambda console: _paint(console, reports, style))


def _paint(console: Console, reports: Sequence[Report], style: Style) -> None:
    for number, report in enumerate(reports):
        if number and not style.quiet:
            console.print()
        if report.subject is not None and not style.quiet:
            _Screen(console, report, report.subject.plan, style.language).paint()
            if style.accepted and report.accepted:
                paint_accepted(console, report, report.subject.plan, style.language)
        console.print(_verdict(report, style, named=len(reports) > 1))


def _verdict(report: Report, style: Style, *, named: bool) -> Shown:
    colour = "bold green" if report.exit_code() == 0 else "bold red"
    name = shown(f"{report.file}: " if named or style.quiet else "")
    said = word(report).say(style.language)
    return name + Shown(said, colour) + Shown(f": {counts(report, style.language)}.")


class _Screen:
    """The screen of one plan."""

    def __init__(self, console: Console, report: Report, plan: Plan, language: Language) -> None:
        self.console = console
        self.report = report
        self.plan = plan
        self.language = language
        self.sums = [found for found in report.findings if is_discrepancy(found)]
        self.others = [found for found in report.findings if not is_discrepancy(found)]
        self.figures = self._figure_width() if self.sums else 0
        if self.sums:  # a narrower terminal breaks the lines itself: no figure is ever cut
            console.width = max(console.width, NARROWEST_NAME + 3 * (self.figures + GUTTER))
        assert report.subject is not None
        failing = report.subject.audit.failing
        self.taken_away = {
            (plan.address(found.sum.whole), plan.address(c)) for found in failing for c in found.sum.minus
        }

    def paint(self) -> None:
        """Print everything but the verdict."""
        self._head()
        if self.sums:
            self._section(DISCREPANCIES)
            self._discrepancies()
        if self.report.diagnosis is not None and self.report.diagnosis.failed:
            assert self.report.subject is not None
            self.console.print()
            paint_diagnosis(self.console, self.report.subject, self.report.diagnosis, self.language)
        if self.others:
            self._section(OTHERS)
            self._findings()
        self.console.print()

    def say(self, text: Text, **facts: int | str) -> str:
        """A sentence in the language of the screen."""
        return text.say(self.language, facts, self.plan.unit.decimals)

    def amount(self, amount: object) -> str:
        """An amount with its digits grouped; empty for a blank."""
        return grouped(amount, self.plan.unit.decimals) if isinstance(amount, int) else ""

    def _head(self) -> None:
        document = self.plan.document
        title = " · ".join(filter(None, (document.number, document.title)))
        if title:
            self.console.print(shown(title, "bold"))
        self.console.print(shown(self.report.file, "dim"))
        unit = self.plan.unit
        if unit != Unit():
            known = IN_DONG if unit.scale != unit.decimals else UNIT
            self.console.print(shown(self.say(known, unit=unit.name), "dim"))
        self.console.print()
        assert self.report.subject is not None
        self.console.print(headline(self.report.subject.audit, self.language))
        if explained := self.report.subject.explained:
            self.console.print(Shown(self.say(EXPLAINED, count=len(explained)), "dim"))
        if self.report.accepted:
            self.console.print(Shown(self.say(ACCEPTED, count=len(self.report.accepted)), "dim"))

    def _section(self, title: Text) -> None:
        self.console.print()
        self.console.print(Shown(title.say(self.language), "bold underline"))

    def _discrepancies(self) -> None:
        groups = [(key, list(found)) for key, found in groupby(self.sums, lambda finding: line_of(finding.address))]
        self.console.print(self._headings())
        for number, (line, findings) in enumerate(groups[:MOST_LINES]):
            if number:
                self.console.print()
            self._line_heading(line, findings[0])
            for finding in findings:
                self.console.print(self._sum(finding))
                if finding.related:
                    self.console.print(self._parts(finding))
        if len(groups) > MOST_LINES:
            self.console.print(Shown(self.say(MORE_LINES, more=len(groups) - MOST_LINES), "dim"))

    def _line_heading(self, line: int | None, finding: Finding) -> None:
        heading = shown(DECLARED.say(self.language) if line is None else self.plan.paths[line], "bold")
        if line is not None:
            heading.append_text(shown(f"  {self.plan.lines.titles[line]}"))
        heading.append_text(shown(f"  {finding.place.file}:{_where(finding)}", "dim"))
        self.console.print(heading)

    def _sum(self, finding: Finding) -> Table:
        table = self._table()
        name = SHORT.get(finding.name, finding.title).say(self.language)
        column = heading_of(self.plan, column_of(finding.address)).say(self.language)
        table.add_row(
            shown(f"  {name}, {column}"),
            self.amount(finding.facts["stated"]),
            self.amount(finding.facts["computed"]),
            Shown(self.amount(finding.facts["gap"]), COLOURS[finding.severity]),
        )
        return table

    def _parts(self, finding: Finding) -> Table:
        """What was added up, below what it comes to; a part states nothing else, so its title has the room for that."""
        table = Table.grid()
        table.add_column(width=self._part_width())
        table.add_column(width=self.figures + GUTTER, justify="right", no_wrap=True)
        for address in finding.related[:MOST_PARTS]:
            table.add_row(self._part(finding.address, address), Shown(self._stated(address), "dim"))
        if len(finding.related) > MOST_PARTS:
            table.add_row(Shown("  " + self.say(MORE_PARTS, more=len(finding.related) - MOST_PARTS), "dim"), "")
        return table

    def _part(self, whole: Address, part: Address) -> Shown:
        """What a part of a sum is called: its column across, its code and title down; a minus if it is taken away."""
        line = line_of(part)
        sign = "  − " if (whole, part) in self.taken_away else "    "
        if line == line_of(whole):
            return shown(sign + heading_of(self.plan, column_of(part)).say(self.language), "dim")
        assert line is not None
        lead = f"{sign}{visible(self.plan.paths[line].rpartition('/')[2])}  "
        return Shown(hanging(self.plan.lines.titles[line], lead, self._part_width()), "dim")

    def _stated(self, address: Address) -> str:
        return self.amount(amount_at(self.plan, address))

    def _figure_width(self) -> int:
        figures = [self.amount(finding.facts[name]) for finding in self.sums for name in ("stated", "computed", "gap")]
        parts = [self._stated(part) for finding in self.sums for part in finding.related[:MOST_PARTS]]
        words = [word.say(self.language) for word in (STATED, COMPUTED, GAP)]
        return max(map(len, figures + parts + words))

    def _name_width(self) -> int:
        return max(min(self.console.width - 3 * (self.figures + GUTTER), WIDEST_NAME), NARROWEST_NAME)

    def _part_width(self) -> int:
        return self._name_width() + self.figures + GUTTER

    def _table(self) -> Table:
        table = Table.grid()
        table.add_column(width=self._name_width())
        for _ in range(3):
            table.add_column(width=self.figures + GUTTER, justify="right", no_wrap=True)
        return table

    def _headings(self) -> Table:
        table = self._table()
        table.add_row("", *[Shown(word.say(self.language), "dim") for word in (STATED, COMPUTED, GAP)])
        return table

    def _findings(self) -> None:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column(max_width=max(self.console.width // 3, 18), overflow="fold")
        table.add_column(ratio=1)
        for finding in self.others[:MOST_OTHERS]:
            table.add_row(self._mark(finding), self._place(finding), self._message(finding))
        self.console.print(table)
        if len(self.others) > MOST_OTHERS:
            self.console.print(Shown(self.say(MORE, more=len(self.others) - MOST_OTHERS), "dim"))

    def _mark(self, finding: Finding) -> Shown:
        return Shown(finding.code, COLOURS[finding.severity])

    def _place(self, finding: Finding) -> Shown:
        name = name_of(self.plan, finding.address, self.language)
        place = shown(name)
        elsewhere = "" if finding.place.file == self.report.file else finding.place.file
        place.append_text(shown(f"{' ' if name else ''}{elsewhere}:{_where(finding)}", "dim"))
        return place

    def _message(self, finding: Finding) -> Shown:
        severity = Shown(SEVERITIES[finding.severity].say(self.language) + ": ", COLOURS[finding.severity])
        message = finding.message.say(self.language, finding.facts, self.plan.unit.decimals)
        return severity + shown(message)


def _where(finding: Finding) -> str:
    """The line in the file, or the cell of the sheet."""
    within = finding.place.within
    return within.partition(":")[0] if finding.place.sheet is None else within
