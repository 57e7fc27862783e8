"""SX511: cells that hold no figure where one was looked for, or one that is not exact."""

from collections.abc import Iterator

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.tables.doubts.codes import NO_FIGURE
from sxtdbv_cli.tables.figures import What
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.text.language import Text

ROUGH = Text(
    "“{text}” là số gần đúng hoặc có lời ghi kèm; được đọc như một số đúng",
    "“{text}” is approximate, or has a remark; it was read as an exact figure",
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
    if body.notation.why == "both":
        yield Doubt(NO_FIGURE, (GRID, body.rows[0].row, 0), {"text": ""}, MIXED)
