"""What was found in a sheet as rows of cells, with links to where it stands."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from sxtdbv_cli.model import form
from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.place import Address, cell_name
from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.render import annex, listing
from sxtdbv_cli.render.annotation.styles import Styles
from sxtdbv_cli.render.names import SEVERITIES
from sxtdbv_cli.render.verdict import counts, headline
from sxtdbv_cli.render.workbook.book import storable
from sxtdbv_cli.render.workbook.formats import FILLS, number_format
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import write_amount

CELL = Text("Ô", "Cell")
WIDTHS = (12, 9, 16, 22, 18, 19, 19, 19, 70)
MOST = 60_000
"""The rows that are listed: a sheet takes few more links."""


class Target(NamedTuple):
    """A cell that a row leads to."""

    sheet: str
    position: Position

    def __str__(self) -> str:
        quoted = self.sheet.replace("'", "''")
        return f"'{quoted}'!{cell_name(self.position)}"


Targets = Callable[[Address], Target | None]


class Shown(NamedTuple):
    """What stands in one cell of the list: a text or a figure, its style, and where it leads."""

    value: str | Decimal
    style: int
    target: Target | None = None


EMPTY = [Shown("", 0)] * (len(WIDTHS) - 2)


class Looks(NamedTuple):
    """The styles of the list."""

    title: int
    aside: int
    plain: int
    head: int
    text: int
    link: int
    figure: int
    severities: dict[Severity, int]


def looks_of(styles: Styles, decimals: int) -> Looks:
    """Add the styles of the list to those of the workbook."""
    wrapped = '<alignment vertical="center" wrapText="1"/>'
    blue = '<u/><sz val="11"/><color rgb="FF0563C1"/>'
    fills = {severity: fill["bg_color"].lstrip("#") for severity, fill in FILLS.items()}
    return Looks(
        title=styles.new(font='<b/><sz val="14"/>'),
        aside=styles.new(font='<sz val="9"/><color rgb="FF7F7F7F"/>'),
        plain=styles.new(),
        head=styles.new(
            font='<b/><sz val="11"/>', fill="E7EDF3", border=True, align='<alignment horizontal="center" wrapText="1"/>'
        ),
        text=styles.new(border=True, align=wrapped),
        link=styles.new(font=blue, border=True, align=wrapped),
        figure=styles.new(border=True, number=number_format(decimals), align='<alignment vertical="center"/>'),
        severities={severity: styles.new(border=True, fill=fill, align=wrapped) for severity, fill in fills.items()},
    )


class Listing:
    """Makes the rows of one report; ``targets`` says where the cell of an address is."""

    def __init__(self, report: Report, looks: Looks, targets: Targets, language: Language) -> None:
        assert report.subject is not None
        self.report = report
        self.unit = report.subject.printed.unit
        self.subject = report.subject
        self.looks = looks
        self.targets = targets
        self.language = language

    def say(self, text: Text) -> str:
        """A text in the language of the annotations."""
        return text.say(self.language)

    def rows(self) -> Iterator[list[Shown]]:
        """The rows: how it came out, the findings, what is proposed."""
        looks, found = self.looks, listing.findings(self.report, self.language)
        title = ": ".join(filter(None, (self.say(listing.FINDINGS), self.report.part)))
        yield [Shown(title, looks.title), *EMPTY, Shown(form.DERIVED, looks.aside)]
        yield [Shown(headline(self.subject, self.language), looks.plain)]
        yield [Shown(f"{counts(self.report, self.language)}.", looks.plain)]
        if not found:
            yield [Shown(self.say(listing.NOTHING), looks.plain)]
            return
        words = (listing.SEVERITY, listing.CODE, CELL, listing.LINE, listing.COLUMN)
        yield self._head(*words, listing.STATED, listing.COMPUTED, listing.GAP, listing.WHAT)
        yield from (self._finding(row) for row in found[:MOST])
        yield from self._diagnosis()

    def _diagnosis(self) -> Iterator[list[Shown]]:
        remarks = listing.remarks(self.report, self.language)
        if not remarks:
            return
        plain = self.looks.plain
        yield []
        yield [Shown(self.say(listing.PROPOSALS), self.looks.title)]
        yield [Shown(remarks[0], plain)]
        empty = Text("", "")
        words = (listing.GROUP, empty, CELL, listing.LINE, listing.COLUMN)
        yield self._head(*words, listing.STATED, listing.PROPOSED, listing.CHANGE, listing.HOW)
        yield from (self._proposal(found) for found in listing.proposals(self.report, self.language)[:MOST])
        yield from ([Shown(remark, plain)] for remark in remarks[1:])

    def _head(self, *titles: Text) -> list[Shown]:
        return [Shown(self.say(title), self.looks.head) for title in titles]

    def _finding(self, row: listing.Row) -> list[Shown]:
        return [
            Shown(self.say(SEVERITIES[row.severity]), self.looks.severities[row.severity]),
            self._text(row.code),
            self._link(self.targets(row.address)),
            self._text(row.line),
            self._text(row.column),
            *map(self._figure, (row.stated, row.computed, row.gap)),
            self._text(row.said),
        ]

    def _proposal(self, found: listing.Proposal) -> list[Shown]:
        line, _, column = found.cell.rpartition(", ")
        return [
            self._text(found.choice),
            self._text(""),
            self._link(self.targets(found.address) if found.address else None),
            self._text(line),
            self._text(column),
            *map(self._figure, (found.stated, found.proposed, found.change)),
            self._text(found.how),
        ]

    def _text(self, text: str) -> Shown:
        return Shown(text, self.looks.text)

    def _link(self, target: Target | None) -> Shown:
        return self._text("") if target is None else Shown(cell_name(target.position), self.looks.link, target)

    def _figure(self, amount: Amount) -> Shown:
        if amount is None:
            return self._text("")
        value = annex.figure(amount, self.unit)
        return Shown(value, self.looks.figure) if storable(value) else self._text(write_amount(amount, self.unit.scale))
