"""The cells of a sheet, found where they are and made where they are not."""

from contextlib import suppress
from typing import Any

from lxml import etree

from sxtdbv_cli.model.grid import Span, span_of
from sxtdbv_cli.model.place import cell_name
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.render.annotation.package import tag

_NAMES = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
)
_FOLLOWING = {*map(tag, _NAMES), "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
"""What stands behind the reference to comments in a sheet; behind it the order is fixed."""


class SheetCells:
    """The cells of one sheet by row and column, which count from 0."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        self.data = tree.find(tag("sheetData"))
        self.rows: dict[int, Any] = {}
        row = -1
        for element in self.data:
            row = int(element.get("r", row + 2)) - 1
            self.rows[row] = element
        self.columns: dict[int, dict[int, Any]] = {}

    def cell(self, position: Position) -> Any:
        """The element of a cell; an empty one is made where there is none."""
        row, column = position
        if row not in self.rows:
            _insert(self.data, self.rows, row, etree.Element(tag("row"), r=str(row + 1)))
        cells = self._cells(row)
        if column not in cells:
            element = etree.Element(tag("c"), r=cell_name(position))
            if style := self.rows[row].get("s") or self._of_column(column):
                element.set("s", style)
            _insert(self.rows[row], cells, column, element)
        return cells[column]

    def coloured(self) -> list[Span]:
        """The areas that a conditional format may colour."""
        formats = [
            element
            for element in self.tree.iterchildren(tag("conditionalFormatting"))
            if any(rule.get("dxfId") or rule.get("type") == "colorScale" for rule in element)
        ]
        found = []
        for text in " ".join(element.get("sqref", "") for element in formats).split():
            with suppress(ValueError):  # whole columns
                found.append(span_of(text))
        return found

    def refer_to_comments(self, identity: str, key: str) -> None:
        """Say where the shapes of the comments are."""
        element = etree.Element(tag("legacyDrawing"))
        element.set(key, identity)
        start = list(self.tree).index(self.data)  # what may stand before the cells in the same guise does not count
        after = [place for place, other in enumerate(self.tree) if place > start and other.tag in _FOLLOWING]
        self.tree.insert(after[0] if after else len(self.tree), element)

    def _of_column(self, column: int) -> str | None:
        """The style of the cells of a column that are not there."""
        ranges = self.tree.iterfind(f"{tag('cols')}/{tag('col')}")
        styles = (one.get("style") for one in ranges if int(one.get("min", 1)) <= column + 1 <= int(one.get("max", 0)))
        return next(styles, None)

    def _cells(self, row: int) -> dict[int, Any]:
        """The cells of a row by column."""
        if row not in self.columns:
            found: dict[int, Any] = {}
            column = -1
            for element in self.rows[row].iterchildren(tag("c")):
                column = span_of(element.get("r")).left if element.get("r") else column + 1
                found[column] = element
            self.columns[row] = found
        return self.columns[row]


def _insert(parent: Any, known: dict[int, Any], number: int, element: Any) -> None:
    """Put a row or a cell where its number belongs among those that are known."""
    before = [other for other in known if other < number]
    parent.insert(list(parent).index(known[max(before)]) + 1 if before else 0, element)
    known[number] = element
