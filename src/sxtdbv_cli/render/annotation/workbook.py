"""A workbook with its wrong cells coloured, a comment on each, and a sheet that lists what was found.

Only what changes is written: the sheet of the table gets styles and comments, the workbook styles and a sheet. Every
other part (macros, charts, pictures, pivot tables, stored values) is the same to the byte.
"""

from collections.abc import Sequence

from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.annex import decimals
from sxtdbv_cli.render.annotation.cells import SheetCells
from sxtdbv_cli.render.annotation.comments import add_comments
from sxtdbv_cli.render.annotation.earlier import take_back
from sxtdbv_cli.render.annotation.listing_rows import Listing, Shown, Target, looks_of
from sxtdbv_cli.render.annotation.listing_sheet import put_list
from sxtdbv_cli.render.annotation.package import SIGNATURES, Package
from sxtdbv_cli.render.annotation.styles import Styles
from sxtdbv_cli.render.listing import FINDINGS
from sxtdbv_cli.render.marks import marks_of
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.workbook.sheet import FILLS
from sxtdbv_cli.text.language import Language, Text

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


def annotate(content: bytes, reports: Sequence[Report], style: Style) -> bytes:
    """The workbook with its marks. The reports must be of the same workbook, each of another sheet.

    Raises:
        NotUsual: the workbook is not built as workbooks are.
    """
    package = Package(content)
    package.drop_signatures()
    styles = Styles(package)
    rows: list[list[Shown]] = []
    for report in reports:
        rows += [[]] * bool(rows) + _annotated(package, styles, report, style.language)
    put_list(package, FINDINGS.say(style.language), rows)
    return package.save()


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
