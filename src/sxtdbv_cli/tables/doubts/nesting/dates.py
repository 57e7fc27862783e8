"""Codes that a spreadsheet made days of: *1.2* typed into a cell may become the first of February."""

from collections.abc import Iterator

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.columns.by_use import columns_of
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.text.language import Text

_DATE = Kind.DATE  # asked of every cell: before Python 3.12 a member is a slow attribute
DATED = Text(
    "số thứ tự của dòng là một ngày ({text}); có lẽ bảng tính đã đổi một số như 1.2 hoặc 1-2 thành ngày",
    "the code of the line is a date ({text}); a spreadsheet may have made it of a number such as 1.2 or 1-2",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """The lines whose code is a date, where others have codes that are none."""
    view, column = reading.chosen.view, columns_of(reading.taken).code
    if column is None or not any(len(row) > column and (c := row[column]) and c.kind is _DATE for row in view.rows):
        return
    cells = [view.at(entry.row, column) for entry in reading.structure.entries]
    kinds = {cell.kind for cell in cells if cell is not None}
    for line, cell in enumerate(cells if _DATE in kinds and len(kinds) > 1 else ()):
        if cell is not None and cell.kind is _DATE:
            yield Doubt(NESTING, ("lines", line, "code"), {"text": cell.text}, DATED)
