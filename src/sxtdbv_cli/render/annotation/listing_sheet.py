"""The sheet of the findings that is added to a workbook, with links to its cells."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from lxml import etree

from sxtdbv_cli.model.place import cell_name
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.render.annotation.earlier import earlier_list
from sxtdbv_cli.render.annotation.listing_rows import EMPTY, WIDTHS, Shown, Target
from sxtdbv_cli.render.annotation.package import MAIN, REFERENCES, Package, tag
from sxtdbv_cli.render.workbook.book import LONGEST_TEXT, height
from sxtdbv_cli.text.safe import visible

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def put_list(package: Package, title: str, rows: Iterable[list[Shown]]) -> None:
    """Write the list into the sheet of an earlier one, or into a sheet behind the others."""
    part = earlier_list(package)
    if part is None:
        _add_sheet(package, title, _xml(rows))
    else:
        package.replace(part, _xml(rows))


def _add_sheet(package: Package, title: str, content: bytes) -> None:
    """Add a sheet behind the others: by its title, with a number where there is such a sheet."""
    names = {other.casefold() for other in package.sheet_names()}
    tries = [title, *(f"{title} ({number})" for number in range(2, len(names) + 3))]
    free = next(name for name in tries if name.casefold() not in names)
    part = package.free("xl/worksheets/sheet{}.xml")
    package.add(part, content, SHEET)
    identity = package.relate(package.workbook, "worksheet", part)
    sheets = package.tree(package.workbook).find(tag("sheets"))
    numbers = [int(sheet.get("sheetId", 0)) for sheet in sheets]
    element = etree.SubElement(sheets, tag("sheet"), name=free, sheetId=str(max(numbers) + 1))
    element.set(f"{{{REFERENCES}}}id", identity)


def _xml(rows: Iterable[list[Shown]]) -> bytes:
    root = etree.Element(tag("worksheet"), nsmap={None: MAIN, "r": REFERENCES})
    properties = etree.SubElement(root, tag("sheetPr"))
    etree.SubElement(properties, tag("pageSetUpPr"), fitToPage="1")
    columns = etree.SubElement(root, tag("cols"))
    for number, width in enumerate(WIDTHS, 1):
        place = str(number)
        etree.SubElement(columns, tag("col"), min=place, max=place, width=str(width), customWidth="1")
    data = etree.SubElement(root, tag("sheetData"))
    links: list[tuple[Position, Target]] = []
    for row, cells in enumerate(rows):
        element = etree.SubElement(data, tag("row"), r=str(row + 1), ht=_height(cells), customHeight="1")
        for column, shown in enumerate(cells):
            _cell(element, (row, column), shown)
            if shown.target is not None:
                links.append(((row, column), shown.target))
    if links:
        listed = etree.SubElement(root, tag("hyperlinks"))
        for position, target in links:
            etree.SubElement(listed, tag("hyperlink"), ref=cell_name(position), location=str(target))
    etree.SubElement(root, tag("pageSetup"), paperSize="9", orientation="landscape", fitToWidth="1", fitToHeight="0")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _height(cells: list[Shown]) -> str:
    """The height of a row; a text alone in its row runs on to the right and is not wrapped."""
    cells = [] if len(cells) < 2 or cells[1:-1] == EMPTY else cells
    texts = [(str(shown.value), width) for shown, width in zip(cells, WIDTHS, strict=False)]
    return str(height(*texts))


def _cell(row: Any, position: Position, shown: Shown) -> None:
    """A cell: a number, or a text that is written in place and never a formula."""
    element = etree.SubElement(row, tag("c"), r=cell_name(position), s=str(shown.style))
    if isinstance(shown.value, Decimal):
        etree.SubElement(element, tag("v")).text = str(shown.value)
    elif shown.value:
        element.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(element, tag("is")), tag("t"))
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        text.text = visible(shown.value)[:LONGEST_TEXT]
