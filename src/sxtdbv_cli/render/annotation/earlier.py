"""What an earlier annotation left in a workbook, taken back: of a figure that was mended since it would say what is
no longer so. What people wrote stays, in comments of ours too."""

import re
from typing import Any

from sxtdbv_cli.model import form
from sxtdbv_cli.model.grid import span_of
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.render.annotation.cells import SheetCells
from sxtdbv_cli.render.annotation.comments import AUTHOR
from sxtdbv_cli.render.annotation.package import Package, tag
from sxtdbv_cli.render.annotation.styles import Styles
from sxtdbv_cli.render.listing import FINDINGS
from sxtdbv_cli.render.marks import BLAMED, PROPOSED
from sxtdbv_cli.render.workbook.book import FILLS

COLOURS = frozenset(fill["bg_color"].lstrip("#") for fill in FILLS.values())
PROPOSALS = tuple(said.partition("{")[0] for text in (PROPOSED, BLAMED) for said in (text.vi, text.en))
_FINDING = re.compile(r"SX\d{3} \(").match
_SHAPE = re.compile(r"<v:shape\s.*?</v:shape>", re.DOTALL)
_ROW, _COLUMN = (re.compile(rf"<x:{name}>\s*(\d+)\s*</x:{name}>").search for name in ("Row", "Column"))


def take_back(package: Package, styles: Styles, sheet: str, cells: SheetCells) -> None:
    """Remove from a sheet what we said in comments, and our colours from the cells that we spoke of."""
    for _, part in package.related(sheet, "comments"):
        gone: set[Position] = set()
        tree = package.tree(part)
        authors = {str(number): author.text for number, author in enumerate(tree.iter(tag("author")))}
        for comment in [*tree.iter(tag("comment"))]:
            if not _silenced(comment, mine=authors.get(comment.get("authorId", "0")) == AUTHOR):
                continue
            position = span_of(comment.get("ref"))[:2]
            element = cells.cell(position)
            element.set("s", str(styles.unfilled(int(element.get("s", 0)), COLOURS)))
            if not any((text.text or "").strip() for text in comment.iter(tag("t"))):
                comment.getparent().remove(comment)
                gone.add(position)
        for _, drawing in package.related(sheet, "vmlDrawing") if gone else ():
            package.parts[drawing] = _without_shapes(package.parts[drawing], gone)


def earlier_list(package: Package) -> str | None:
    """The part of the sheet that lists what was found before, if there is one."""
    titles = (FINDINGS.vi, FINDINGS.en)
    for name, part in package.sheets().items():
        texts = package.texts_of_first_row(part) if name.startswith(titles) else []
        if form.DERIVED in texts and texts[0].startswith(titles):
            return part
    return None


def _silenced(comment: Any, *, mine: bool) -> bool:
    """Take our lines out of a comment, which is ``mine`` or somebody's; whether there were any."""
    found = False
    for text in comment.iter(tag("t")):
        kept = []
        for line in (text.text or "").split("\n"):
            if _FINDING(line) or (line.startswith(PROPOSALS) and (mine or found)):
                found = True
            else:
                kept.append(line)
        if found:
            text.text = "\n".join(kept).rstrip("\n")
    return found


def _without_shapes(drawing: bytes, gone: set[Position]) -> bytes:
    """A drawing without the boxes of some comments."""

    def kept(shape: re.Match[str]) -> str:
        row, column = _ROW(shape[0]), _COLUMN(shape[0])
        return "" if row and column and (int(row[1]), int(column[1])) in gone else shape[0]

    return _SHAPE.sub(kept, drawing.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
