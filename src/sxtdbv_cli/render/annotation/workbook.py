"""A workbook with its wrong cells coloured, a comment on each, and a sheet that lists what was found.

Only what changes is written: the sheet of the table gets styles and comments, the workbook styles and a sheet. Every
other part (macros, charts, pictures, pivot tables, stored values) is the same to the byte.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from lxml import etree

from sxtdbv_cli.model.place import Address, cell_name
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.render.annex import decimals
from sxtdbv_cli.render.annotation.cells import SheetCells
from sxtdbv_cli.render.annotation.comments import add_comments
from sxtdbv_cli.render.annotation.earlier import earlier_list, take_back
from sxtdbv_cli.render.annotation.listing_rows import EMPTY, WIDTHS, Listing, Shown, Target, looks_of
from sxtdbv_cli.render.annotation.package import MAIN, REFERENCES, SIGNATURES, Package, tag
from sxtdbv_cli.render.annotation.styles import Styles
from sxtdbv_cli.render.listing import FINDINGS
from sxtdbv_cli.render.marks import marks_of
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.workbook.book import FILLS, LONGEST_TEXT, height
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.safe import visible

UNSIGNED = Text(
    "tệp có chữ ký số; chữ ký không còn giá trị với bản chú thích nên được bỏ khỏi bản đó",
    "the file is signed; a signature does not hold for the annotated copy and was left out of it",
)
THREADS = Text(
    "tệp có bình luận dạng hội thoại; chú thích trên các ô đó chỉ thấy trong trang danh sách",
    "the file has threaded comments; what is said of their cells shows in the list only",
)

COVERED = Text(
    "có ô cần đánh dấu nằm trong định dạng có điều kiện; nơi định dạng đó tô màu thì không thấy màu đánh dấu, "
    "chú thích và danh sách vẫn đủ",
    "cells to be marked have conditional formatting; where that gives a colour ours does not show, but the comments "
    "and the list do",
)


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def annotate(content: bytes, reports: Sequence[Report], style: Style) -> bytes:
    """The workbook with its marks. The reports must be of the same workbook, each of another sheet.

    Raises:
        NotUsual: the workbook is not built as workbooks are.
    """
    package = Package(content)
    package.drop_signatures()
    styles = Styles(package)
    rows: list[list[Shown]] = []
    for report in map(_in_its_unit, reports):
        rows += [[]] * bool(rows) + _annotated(package, styles, report, style.language)
    put_list(package, FINDINGS.say(style.language), rows)
    return package.save()


def _in_its_unit(report: Report) -> Report:
    """A report whose amounts are shown in the unit of the table: they stand beside its cells."""
    subject = report.checked
    unit = replace(subject.plan.unit, decimals=subject.plan.unit.scale)
    return report._replace(subject=subject._replace(plan=replace(subject.plan, unit=unit)))


def _annotated(package: Package, styles: Styles, report: Report, language: Language) -> list[list[Shown]]:
    """Mark the cells of a sheet; what is to be listed of it."""
    assert report.checked.sheet is not None
    sheet = report.checked.sheet
    part = package.sheet(sheet.grid.name)
    cells = SheetCells(package.tree(part))
    take_back(package, styles, part, cells)
    marks = marks_of(report, sheet.cell_of, language)
    for position, mark in marks.items():
        element = cells.cell(position)
        colour = FILLS[mark.severity]["bg_color"].lstrip("#")
        element.set("s", str(styles.filled(int(element.get("s", 0)), colour)))
    if marks:
        add_comments(package, part, cells, {position: mark.text for position, mark in marks.items()})

    def target(address: Address) -> Target | None:
        position = sheet.cell_of(address)
        return None if position is None else Target(sheet.grid.name, position)

    looks = looks_of(styles, decimals(report.checked.printed))
    return [*Listing(report, looks, target, language).rows()]


def losses(content: bytes, reports: Sequence[Report]) -> list[Text]:
    """What the annotated copy of a workbook cannot have or show, to be said before it is written."""
    package = Package(content)
    found = [(SIGNATURES, UNSIGNED), ("xl/threadedComments/", THREADS)]
    covered = any(_is_covered(package, report) for report in reports)
    return [said for prefix, said in found if package.has(prefix)] + [COVERED] * covered


def _is_covered(package: Package, report: Report) -> bool:
    """Whether a cell to be marked has a conditional format that may give it another colour."""
    assert report.checked.sheet is not None
    sheet = report.checked.sheet
    areas = SheetCells(package.tree(package.sheet(sheet.grid.name))).coloured()
    marks = marks_of(report, sheet.cell_of, Language.EN) if areas else ()
    return any(area.holds(position) for area in areas for position in marks)


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
