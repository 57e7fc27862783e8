"""SX511: cells that hold no figure where one was looked for, or one that is not exact."""

from collections.abc import Iterator

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.model.sheet import GRID, Doubt, Use
from sxtdbv_cli.tables.doubts.codes import NO_FIGURE
from sxtdbv_cli.tables.figures import What, has_group
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.unit import heading_unit
from sxtdbv_cli.text.language import Text

ROUGH = Text(
    "“{text}” là số gần đúng hoặc có lời ghi kèm; được đọc như một số đúng",
    "“{text}” is approximate, or has a remark; it was read as an exact figure",
)
PARTS = Text(
    "cột {letters} có tên là số tiền đồng, nhưng “{text}” được đọc là số có phần thập phân như các cột khác",
    "column {letters} is headed in đồng, but “{text}” was read with decimals as the other columns are",
)
MIXED = Text(
    "số trong bảng viết theo cả hai kiểu 1.234,5 và 1,234.5", "figures are written both as 1.234,5 and as 1,234.5"
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """What stands in cells of amounts and is no plain figure; and figures in two notations."""
    view, body, found = reading.chosen.view, reading.body, reading.structure
    ratios = {entry.row for entry, role in zip(found.entries, found.roles, strict=True) if role is Role.MEMO}
    for (row, column), figure in body.odd:
        cell = view.at(row, column)
        if figure.what is What.PERCENT and row in ratios:
            continue  # a line of percentages says so itself
        if cell is None or cell.kind in (Kind.ERROR, Kind.PENDING):
            continue
        if figure.rough:
            yield Doubt(NO_FIGURE, (GRID, row, column), {"text": figure.mark}, ROUGH)
            continue
        mark = "%" if figure.what is What.PERCENT else ""
        yield Doubt(NO_FIGURE, (GRID, row, column), {"text": (figure.mark or cell.text) + mark})
    yield from _parts(reading)
    if body.notation.why == "both":
        yield Doubt(NO_FIGURE, (GRID, body.rows[0].row, 0), {"text": ""}, MIXED)


def _parts(reading: Reading) -> Iterator[Doubt]:
    """The columns headed in đồng, which has no parts, where a figure that may be one of groups was read with three
    decimals."""
    view, decimal = reading.chosen.view, reading.body.notation.decimal or ""
    for taken in reading.taken if decimal else ():
        if taken.use is not Use.AMOUNT or heading_unit(taken.head.text) != "đồng":
            continue
        column = taken.head.column
        texts = ((row.row, view.text(row.row, column)) for row in reading.body.rows)
        row, text = next(((row, text) for row, text in texts if has_group(text, decimal)), (0, ""))
        if text:
            facts = {"letters": column_letters(column + 1), "text": text}
            yield Doubt(NO_FIGURE, (GRID, row, column), facts, PARTS)
