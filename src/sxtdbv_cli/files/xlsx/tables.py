"""The tables of a workbook, which formulas name instead of cells: ``Bang1[Số tiền]`` is the column of that name."""

from collections.abc import Mapping
from re import Match
from typing import NamedTuple
from xml.etree import ElementTree

from sxtdbv_cli.model.grid import Span, span_of
from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.text.saying import Late

_NAME = r"((?:[^\[\]'#@]|'.){1,255})"
_NAMED = Late(rf"(?<![\w\]])(\w{{1,255}})\[(\[#This Row\],|@)?(?:{_NAME}|\[{_NAME}\](?::\[{_NAME}\])?)\]")
_ESCAPED = Late(r"'(.)")


class Table(NamedTuple):
    """The sheet that a table stands on, the cells of its rows without header and totals, its columns by their names."""

    sheet: str
    span: Span
    columns: Mapping[str, int]


def read_table(xml: bytes, sheet: str) -> tuple[str, Table]:
    """The name of a table and its cells."""
    root = ElementTree.fromstring(xml)
    span = span_of(root.attrib["ref"])
    top, bottom = (int(root.get(f"{part}RowCount", count)) for part, count in (("header", 1), ("totals", 0)))
    names = [element.attrib["name"].casefold() for element in root.iterfind("{*}tableColumns/{*}tableColumn")]
    rows = span._replace(top=span.top + top, bottom=span.bottom - bottom)
    return root.attrib["displayName"].casefold(), Table(
        sheet, rows, {name: span.left + at for at, name in enumerate(names)}
    )


def in_cells(formula: str, tables: Mapping[str, Table], sheet: str, row: int) -> str:
    """A formula with cells in place of what it names of tables; what is not known stays.

    >>> table = Table("Quỹ", Span(4, 0, 8, 2), {"stt": 0, "thu": 1, "chi": 2})
    >>> in_cells("SUM(Q[Thu])-Q[[#This Row],[Chi]]", {"q": table}, "Quỹ", 6)
    'SUM(B5:B9)-C7'
    """

    def cells(match: Match[str]) -> str:
        table = tables.get(match[1].casefold())
        names = [_ESCAPED.sub(r"\1", name).casefold() for name in (match[3] or match[4], match[5] or "") if name]
        if table is None or not table.columns.keys() >= {*names}:
            return match[0]
        rows = (row, row) if match[2] else (table.span.top + 1, table.span.bottom + 1)
        columns = [column_letters(table.columns[name] + 1) for name in names]
        first, last = f"{columns[0]}{rows[0]}", f"{columns[-1]}{rows[1]}"
        name = "" if table.sheet == sheet else "'{}'!".format(table.sheet.replace("'", "''"))
        return name + (first if first == last else f"{first}:{last}")

    return _NAMED.sub(cells, formula)
