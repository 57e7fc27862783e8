"""What was found in a sheet as rows of cells, with links to where it stands."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from sxtdbv_cli.model import form
from sxtdbv_cli.model.place import Address, cell_name
from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.render import annex, listing
from sxtdbv_cli.render.annotation.styles import Styles
from sxtdbv_cli.render.workbook.book import FILLS, number_format, storable
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


_WRAPPED = {"border": True, "align": '<alignment vertical="center" wrapText="1"/>'}
_CENTRED = {"border": True, "align": '<alignment horizontal="center" wrapText="1"/>'}
LOOKS: dict[str, dict[str, Any]] = {
    "title": {"font": '<b/><sz val="14"/>'},
    "aside": {"font": '<sz val="9"/><color rgb="FF7F7F7F"/>'},
    "plain": {},
    "head": {"font": '<b/><sz val="11"/>', "fill": "E7EDF3", **_CENTRED},
    "text": _WRAPPED,
    "link": {"font": '<u/><sz val="11"/><color rgb="FF0563C1"/>', **_WRAPPED},
    "figure": {"border": True, "align": '<alignment vertical="center"/>'},
    **{severity: {"fill": fill["bg_color"].lstrip("#"), **_WRAPPED} for severity, fill in FILLS.items()},
}
"""How the cells of the list look."""


def looks_of(styles: Styles, decimals: int) -> dict[str, int]:
    """Add the styles of the list to those of the workbook."""
    number: dict[str, dict[str, Any]] = {"figure": {"number": number_format(decimals)}}
    return {name: styles.new(**look, **number.get(name, {})) for name, look in LOOKS.items()}


class Listing:
    """Makes the rows of one report; ``targets`` says where the cell of an address is."""

    def __init__(self, report: Report, looks: dict[str, int], targets: Targets, language: Language) -> None:
        self.report = report
        self.unit = report.checked.printed.unit
        self.looks = looks
        self.targets = targets
        self.language = language

    def say(self, text: Text) -> str:
        """A text in the language of the annotations."""
        return text.say(self.language)

    def rows(self) -> Iterator[list[Shown]]:
        """The rows of the lists, with the cell of the workbook in a column of its own."""
        looks, aside = self.looks, [*EMPTY, Shown(form.DERIVED, self.looks["aside"])]
        for number, found in enumerate(listing.lists(self.report, self.language)):
            title = self.say(found.title)
            named = ": ".join(filter(None, (title, self.report.part)))
            yield from ([], [Shown(title, looks["title"])]) if number else ([Shown(named, looks["title"]), *aside],)
            yield from ([Shown(sentence, looks["plain"])] for sentence in found.above)
            if found.rows:
                heads = [*found.heads[:2], CELL, *found.heads[2:]]
                yield [Shown(self.say(head), looks["head"]) for head in heads]
            yield from map(self._row, found.rows)
            yield from ([Shown(sentence, looks["plain"])] for sentence in found.below)

    def _row(self, row: listing.Row) -> list[Shown]:
        address = next((cell.address for cell in row if cell.address), None)
        first = self._text(str(row[0].value))
        if row[0].severity:
            first = first._replace(style=self.looks[row[0].severity])
        others = [
            self._text(cell.value) if isinstance(cell.value, str) else self._figure(cell.value) for cell in row[1:]
        ]
        target = self.targets(address) if address else None
        link = Shown(cell_name(target.position), self.looks["link"], target) if target else self._text("")
        return [first, others[0], link, *others[1:]]

    def _text(self, text: str) -> Shown:
        return Shown(text, self.looks["text"])

    def _figure(self, amount: Amount) -> Shown:
        if amount is None:
            return self._text("")
        value = annex.figure(amount, self.unit)
        return (
            Shown(value, self.looks["figure"]) if storable(value) else self._text(write_amount(amount, self.unit.scale))
        )
