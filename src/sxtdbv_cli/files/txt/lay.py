"""The rows of a table whose shape is known, its header put together again."""

from collections.abc import Sequence

from sxtdbv_cli.files.txt.header import arrange
from sxtdbv_cli.files.txt.header_sums import leaves_of
from sxtdbv_cli.files.txt.laid import SHAPE, Laid
from sxtdbv_cli.files.txt.shapes import Shape, cells_of, is_cell, rows_of
from sxtdbv_cli.files.txt.tokens import Piece, split_at_blanks
from sxtdbv_cli.model.finding import Fact
from sxtdbv_cli.model.grid import Remark
from sxtdbv_cli.text.language import Text

BROKEN_OFF = Text(
    "văn bản dừng ở dòng cuối của bảng mà không có dấu | kết thúc (thiếu {missing:d} ô); có thể thiếu cả dòng sau",
    "the text breaks off in the last row of the table ({missing:d} cells are missing); rows may be missing too",
)


def lay(pieces: Sequence[Piece], shape: Shape) -> Laid | None:
    """The rows of a table; None if its header cannot be laid out in its columns."""
    rows: list[list[Piece | None]] = [list(row) for row in rows_of(cells_of(pieces, shape), shape)]
    remarks: tuple[Remark, ...] = ()
    if is_cell(pieces, shape):
        facts: dict[str, Fact] = {"missing": shape.columns - len(rows[-1]) + pieces[-1].blank}
        remarks = (Remark(SHAPE, len(rows) - 1, 0, facts, BROKEN_OFF),)
    body = Laid(rows, (), remarks)
    head = _header(pieces[: shape.first], shape, rows_of(cells_of(pieces, shape), shape))
    return None if head is None else _joined(head, body)


def _header(pieces: Sequence[Piece], shape: Shape, body: Sequence[Sequence[Piece]]) -> Laid | None:
    """The rows of the header before the first full row; without bars before them every cut into two rows is tried."""
    rows = _header_rows(pieces, shape)
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


def _header_rows(pieces: Sequence[Piece], shape: Shape) -> list[list[Piece]]:
    """The header cut at the blanks that stand before each row, if any do."""
    if not shape.lead:
        return [list(pieces)] if pieces else []
    return split_at_blanks(pieces)


def _joined(head: Laid, body: Laid) -> Laid:
    height = len(head.rows)
    moved = tuple(remark._replace(row=remark.row + height) for remark in body.remarks)
    return Laid([*head.rows, *body.rows], head.merged, (*head.remarks, *moved))
