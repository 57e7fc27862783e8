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
from sxtdbv_cli.render.workbook.book import storable
from sxtdbv_cli.render.workbook.sheet import FILLS, number_format
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import write_amount

CELL = Text("Ô", "Cell")
WIDTHS = (12, 9, 16, 22, 18, 19, 19, 19, 70)


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
        self.looks = looks
        self.targets = targets
        self.language = language

    def say(self, text: Text) -> str:
        """A text in the language of the annotations."""
        return text.say(self.language)

    def rows(self) -> Iterator[list[Shown]]:
        """The rows of the lists, with the cell of the workbook in a column of its own."""
        looks, aside = self.looks, [*EMPTY, Shown(form.DERIVED, self.looks.aside)]
        for number, found in enumerate(listing.lists(self.report, self.language)):
            title = self.say(found.title)
            named = ": ".join(filter(None, (title, self.report.part)))
            yield from ([], [Shown(title, looks.title)]) if number else ([Shown(named, looks.title), *aside],)
            yield from ([Shown(sentence, looks.plain)] for sentence in found.above)
            if found.rows:
                heads = [*found.heads[:2], CELL, *found.heads[2:]]
                yield [Shown(self.say(head), looks.head) for head in heads]
            yield from map(self._row, found.rows)
            yield from ([Shown(sentence, looks.plain)] for sentence in found.below)

    def _row(self, row: listing.Row) -> list[Shown]:
        address = next((cell.address for cell in row if cell.address), None)
        first = self._text(str(row[0].value))
        if row[0].severity:
            first = first._replace(style=self.looks.severities[row[0].severity])
        others = [
            self._text(cell.value) if isinstance(cell.value, str) else self._figure(cell.value) for cell in row[1:]
        ]
        return [first, others[0], self._link(self.targets(address) if address else None), *others[1:]]

    def _text(self, text: str) -> Shown:
        return Shown(text, self.looks.text)

    def _link(self, target: Target | None) -> Shown:
        return self._text("") if target is None else Shown(cell_name(target.position), self.looks.link, target)

    def _figure(self, amount: Amount) -> Shown:
        if amount is None:
            return self._text("")
        value = annex.figure(amount, self.unit)
        return Shown(value, self.looks.figure) if storable(value) else self._text(write_amount(amount, self.unit.scale))
