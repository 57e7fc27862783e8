"""The sheet of the findings that is added to a workbook, with links to its cells."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from lxml import etree

from sxtdbv_cli.model import form
from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render import annex, listing
from sxtdbv_cli.render.annotation.package import MAIN, REFERENCES, Package
from sxtdbv_cli.render.annotation.styles import Styles
from sxtdbv_cli.render.names import SEVERITIES
from sxtdbv_cli.render.verdict import counts, headline
from sxtdbv_cli.render.workbook.book import LONGEST_TEXT, height, storable
from sxtdbv_cli.render.workbook.formats import FILLS, number_format
from sxtdbv_cli.render.workbook.formulas import Position, name
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import write_amount
from sxtdbv_cli.text.safe import visible

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
CELL = Text("Ô", "Cell")
WIDTHS = (12, 9, 16, 22, 18, 19, 19, 19, 70)
LONGEST_NAME = 31
MOST = 60_000
"""The rows that are listed: a sheet takes few more links."""


class Target(NamedTuple):
    """A cell that a row leads to."""

    sheet: str
    position: Position

    def __str__(self) -> str:
        quoted = self.sheet.replace("'", "''")
        return f"'{quoted}'!{name(self.position)}"


class Shown(NamedTuple):
    """What stands in one cell of the list: a text or a figure, its style, and where it leads."""

    value: str | Decimal
    style: int
    target: Target | None = None


_EMPTY = [Shown("", 0)] * (len(WIDTHS) - 2)


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


class ListingSheet:
    """Makes the sheet of one report; ``target`` says where the cell of an address is."""

    def __init__(self, report: Report, looks: Looks, targets: Any, language: Language) -> None:
        assert report.subject is not None
        self.report = report
        self.unit = report.subject.printed.unit
        self.audit = report.subject.audit
        self.looks = looks
        self.targets = targets
        self.language = language

    def add(self, package: Package) -> str:
        """Add the sheet behind the others; gives its name."""
        names = {other.casefold() for other in package.sheet_names()}
        title = self.say(listing.FINDINGS)
        tries = [title, *(f"{title} ({number})" for number in range(2, len(names) + 3))]
        free = next(name for name in tries if name.casefold() not in names)
        part = package.free("xl/worksheets/sheet{}.xml")
        package.add(part, self._xml(), SHEET)
        identity = package.relate(package.workbook, "worksheet", part)
        sheets = package.tree(package.workbook).find(f"{{{MAIN}}}sheets")
        numbers = [int(sheet.get("sheetId", 0)) for sheet in sheets]
        element = etree.SubElement(sheets, f"{{{MAIN}}}sheet", name=free, sheetId=str(max(numbers) + 1))
        element.set(f"{{{REFERENCES}}}id", identity)
        return free

    def say(self, text: Text) -> str:
        """A text in the language of the annotations."""
        return text.say(self.language)

    # -- rows --------------------------------------------------------------------------------------------------

    def _rows(self) -> Iterator[list[Shown]]:
        looks, found = self.looks, listing.findings(self.report, self.language)
        yield [Shown(self.say(listing.FINDINGS), looks.title), *_EMPTY, Shown(form.DERIVED, looks.aside)]
        yield [Shown(headline(self.audit, self.language), looks.plain)]
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
        words = (listing.GROUP, empty, CELL, listing.LINE, listing.COLUMN, listing.STATED, listing.PROPOSED, empty)
        yield self._head(*words, listing.HOW)
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
            *map(self._figure, (found.stated, found.proposed)),
            self._text(""),
            self._text(found.how),
        ]

    def _text(self, text: str) -> Shown:
        return Shown(text, self.looks.text)

    def _link(self, target: Target | None) -> Shown:
        return self._text("") if target is None else Shown(name(target.position), self.looks.link, target)

    def _figure(self, amount: Amount) -> Shown:
        if amount is None:
            return self._text("")
        value = annex.figure(amount, self.unit)
        return Shown(value, self.looks.figure) if storable(value) else self._text(write_amount(amount, self.unit.scale))

    # -- XML ---------------------------------------------------------------------------------------------------

    def _xml(self) -> bytes:
        root = etree.Element(f"{{{MAIN}}}worksheet", nsmap={None: MAIN, "r": REFERENCES})
        properties = etree.SubElement(root, f"{{{MAIN}}}sheetPr")
        etree.SubElement(properties, f"{{{MAIN}}}pageSetUpPr", fitToPage="1")
        columns = etree.SubElement(root, f"{{{MAIN}}}cols")
        for number, width in enumerate(WIDTHS, 1):
            place = str(number)
            etree.SubElement(columns, f"{{{MAIN}}}col", min=place, max=place, width=str(width), customWidth="1")
        data = etree.SubElement(root, f"{{{MAIN}}}sheetData")
        links: list[tuple[Position, Target]] = []
        for row, cells in enumerate(self._rows()):
            element = etree.SubElement(data, f"{{{MAIN}}}row", r=str(row + 1), ht=_height(cells), customHeight="1")
            for column, shown in enumerate(cells):
                _cell(element, (row, column), shown)
                if shown.target is not None:
                    links.append(((row, column), shown.target))
        if links:
            listed = etree.SubElement(root, f"{{{MAIN}}}hyperlinks")
            for position, target in links:
                etree.SubElement(listed, f"{{{MAIN}}}hyperlink", ref=name(position), location=str(target))
        etree.SubElement(
            root, f"{{{MAIN}}}pageSetup", paperSize="9", orientation="landscape", fitToWidth="1", fitToHeight="0"
        )
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _height(cells: list[Shown]) -> str:
    """The height of a row; a text alone in its row runs on to the right and is not wrapped."""
    cells = [] if len(cells) < 2 or cells[1:-1] == _EMPTY else cells
    texts = [(str(shown.value), width) for shown, width in zip(cells, WIDTHS, strict=False)]
    return str(height(*texts))


def _cell(row: Any, position: Position, shown: Shown) -> None:
    """A cell: a number, or a text that is written in place and never a formula."""
    element = etree.SubElement(row, f"{{{MAIN}}}c", r=name(position), s=str(shown.style))
    if isinstance(shown.value, Decimal):
        etree.SubElement(element, f"{{{MAIN}}}v").text = str(shown.value)
    elif shown.value:
        element.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(element, f"{{{MAIN}}}is"), f"{{{MAIN}}}t")
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        text.text = visible(shown.value)[:LONGEST_TEXT]
