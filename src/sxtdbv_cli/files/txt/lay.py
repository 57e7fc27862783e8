"""The rows of a table whose shape is known, its header put together again."""

from collections.abc import Sequence

from sxtdbv_cli.files.txt.header import arrange
from sxtdbv_cli.files.txt.laid import SHAPE, Laid
from sxtdbv_cli.files.txt.shapes import Shape, cells_of, is_cell, rows_of
from sxtdbv_cli.files.txt.sums import leaves_of
from sxtdbv_cli.files.txt.tokens import Piece, split_at_blanks
from sxtdbv_cli.model.grid import Remark
from sxtdbv_cli.text.language import Text

BROKEN_OFF = Text(
    "văn bản dừng ở dòng cuối của bảng mà không có dấu | kết thúc (thiếu {missing:d} ô); có thể thiếu cả dòng sau",
    "the text breaks off in the last row of the table ({missing:d} cells are missing); rows may be missing too",
)


def lay(pieces: Sequence[Piece], shape: Shape) -> Laid | None:
    """The rows of a table; None if its header cannot be laid out in its columns."""
    body = rows_of(cells_of(pieces, shape), shape)
    head = _header(pieces[: shape.first], shape, body)
    if head is None:
        return None
    rows = [*head.rows, *(list[Piece | None](row) for row in body)]
    missing = shape.columns - len(rows[-1]) + pieces[-1].blank
    told = [Remark(SHAPE, len(rows) - 1, 0, {"missing": missing}, BROKEN_OFF)] if is_cell(pieces, shape) else []
    return Laid(rows, head.merged, (*head.remarks, *told))


def _header(pieces: Sequence[Piece], shape: Shape, body: Sequence[Sequence[Piece]]) -> Laid | None:
    """The rows of the header before the first full row; without bars before them every cut into two rows is tried."""
    rows = split_at_blanks(pieces) if shape.lead else [list(pieces)] if pieces else []
    if all(len(row) == shape.columns for row in rows):
        return Laid([list(row) for row in rows])
    full = [row for row in body if len(row) == shape.columns]
    leaves = leaves_of(full)
    if shape.lead:
        return arrange(rows, shape.columns, full, leaves) if len(rows) > 1 else None
    cuts = range(2, len(pieces) - 1)
    ways = [arrange([pieces[:cut], pieces[cut:]], shape.columns, full, leaves) for cut in cuts]
    known = [way for way in ways if way is not None]
    return known[0] if len(known) == 1 else None
