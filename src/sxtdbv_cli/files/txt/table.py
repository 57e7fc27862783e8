"""One table of a text with a cell on each line: its rows are all of one length, or there is one way only through them;
where more than one reading is left it is refused, and said why."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sxtdbv_cli.files.faults import fault
from sxtdbv_cli.files.txt.cell import heading_lines, is_total
from sxtdbv_cli.files.txt.even import Shape, is_cell, is_shifted, rows_of, shapes
from sxtdbv_cli.files.txt.faults import HEADER_SHAPE, NO_COLUMNS, NO_ROW, NONE_FITS, SEVERAL_FIT, TWO_WAYS
from sxtdbv_cli.files.txt.forms import Placed, numbers_columns
from sxtdbv_cli.files.txt.header import arranged
from sxtdbv_cli.files.txt.laid import SHAPE, Laid
from sxtdbv_cli.files.txt.sums import leaves_of
from sxtdbv_cli.files.txt.tokens import BLANK, Piece, Row, split_at_blanks, spread
from sxtdbv_cli.files.txt.uneven import Cut, Cuts, cuts, only_cut
from sxtdbv_cli.model.finding import Fault
from sxtdbv_cli.model.grid import Remark
from sxtdbv_cli.text.language import Text

FEW_HEADINGS = 16
"""Of no more cells than so many every cut into three rows is tried."""
BROKEN_OFF = Text(
    "văn bản dừng ở dòng cuối của bảng mà không có dấu | kết thúc (thiếu {missing:d} ô); có thể thiếu cả dòng sau",
    "the text breaks off in the last row of the table ({missing:d} cells are missing); rows may be missing too",
)
UNDER = Text(
    "{rows:d} dòng có ít ô hơn số cột (ô thiếu có thể gộp với dòng trên); cột của từng ô được suy ra từ dòng khác",
    "{rows:d} {rows:row has|rows have} fewer cells than there are columns (these may be merged with those above); "
    "where each cell stands was worked out from the other rows",
)
SPREAD = Text(
    "{rows:d} dòng có ô nội dung gộp với các cột sau nó; số tiền được xếp vào những cột cuối vì tổng ở đó khớp",
    "the title of {rows:d} {rows:row was|rows was} merged with columns behind it; the figures were put into the last "
    "columns, where their sums hold",
)


def table(pieces: Sequence[Piece], lead: int, file: str, *, ends: bool) -> tuple[Laid | Fault, bool]:
    """The rows of a table, or why they cannot be told; and whether what follows its last bar is a cell of it.

    Args:
        pieces: those of the table from its first heading on, the last one not ended by a bar.
        lead: 1 if a bar stands before each row.
        ends: whether the text ends behind them.
    """
    found = shapes(pieces, lead)
    if not (found or lead):
        pieces = _with_code_of_total(pieces)
        found = shapes(pieces, lead)
    even = [(shape, laid) for shape in found if (laid := _even(pieces, shape)) is not None]
    if len(even) > 1 or not (even or lead):
        reason = SEVERAL_FIT if len(even or found) > 1 else HEADER_SHAPE if found else NONE_FITS
        return _none(pieces, file, reason), False
    uneven = cuts(pieces) if lead else Cuts([], (0, 0))
    coded = heading_lines(pieces[0]) > 0
    if even:
        ((shape, laid),) = even
        alike = not lead or _agree(rows_of(pieces[:-1], shape), uneven, ends=ends)
        if coded and (is_shifted(laid.rows) or not alike):
            return _why(pieces, uneven, file) or _none(pieces, file, SEVERAL_FIT), False
        return laid, is_cell(pieces, shape)
    cut = only_cut(pieces, uneven, ends=ends)
    short = _uneven(pieces, cut) if cut else None
    if short is not None and not is_shifted(short.rows):
        return short, False
    why = None if found else _why(pieces, uneven, file)
    return why or _none(pieces, file, HEADER_SHAPE if found else NONE_FITS), False


def _none(pieces: Sequence[Piece], file: str, reason: Text) -> Fault:
    return fault(NO_COLUMNS, pieces[0].place(file), reason=reason)


def _why(pieces: Sequence[Piece], uneven: Cuts, file: str) -> Fault | None:
    """Where the rows of a table cannot be told, and what was tried; None where that is not the rows'."""
    if len(uneven.found) > 1:
        one, other = (
            next(row for row in cut.rows if row not in rest.rows) for cut, rest in (uneven.found, uneven.found[::-1])
        )
        facts = {name: " ¦ ".join(piece.text for piece in row.cells) for name, row in (("one", one), ("other", other))}
        return fault(TWO_WAYS, one.cells[0].place(file), reason=SEVERAL_FIT, **facts)
    at, columns = uneven.stuck
    if uneven.found or not 0 < at < len(pieces):
        return None
    return fault(NO_ROW, pieces[at].place(file), reason=NONE_FITS, columns=columns)


def _with_code_of_total(cells: Sequence[Piece]) -> Sequence[Piece]:
    """The same with a blank code before the last *Tổng cộng*, whose cell covered that too."""
    last = next((number for number in range(len(cells) - 1, 0, -1) if is_total(cells[number].text)), 0)
    return [*cells[:last], BLANK, *cells[last:]] if last else cells


def _agree(rows: Sequence[Row], uneven: Cuts, *, ends: bool) -> bool:
    """Whether no way leads through rows of one length but that."""
    wanted = [{column: piece for column, piece in enumerate(row) if not piece.blank} for row in rows[::-1]]
    found = [cut.rows[::-1] for cut in uneven.found if not ends or cut.is_whole()]
    return all(row.content() == other for rows in found for row, other in zip(rows, wanted, strict=False))


def _even(pieces: Sequence[Piece], shape: Shape) -> Laid | None:
    """The rows of a table that are all as long; None if its header cannot be laid out in its columns."""
    breaks_off = is_cell(pieces, shape)
    body = rows_of(pieces if breaks_off else pieces[:-1], shape)
    head = _head(pieces[: shape.first - shape.lead], shape.columns, body, shape.lead) if shape.first else Laid([])
    if head is None:
        return None
    rows = [*head.rows, *body]
    missing = shape.columns - len(rows[-1]) + pieces[-1].blank
    told = [Remark(SHAPE, len(rows) - 1, 0, {"missing": missing}, BROKEN_OFF)] if breaks_off else []
    return Laid(rows, head.merged, (*head.remarks, *told))


def _uneven(pieces: Sequence[Piece], cut: Cut) -> Laid | None:
    """The rows in their columns, blanks where merged cells are missing; what was worked out is said once a kind."""
    columns = cut.table.columns
    full = [row.cells for row in cut.rows if len(row.columns) == columns and not row.merged]
    head = _head(pieces[: cut.end], columns, [row for row in full if not numbers_columns(row)], 1)
    if head is None:
        return None
    rows = [*head.rows, *(spread(dict(row.placed), columns) for row in cut.rows)]
    return head._replace(rows=rows, remarks=(*head.remarks, *_remarks(cut.rows, len(head.rows))))


def _remarks(rows: Sequence[Placed], height: int) -> Iterator[Remark]:
    for merged, message in ((("under", "down"), UNDER), (("spread",), SPREAD)):
        if lines := [number for number, row in enumerate(rows) if row.merged in merged]:
            yield Remark(SHAPE, height + lines[0], 0, {"rows": len(lines)}, message, weighed=True)


def _head(pieces: Sequence[Piece], columns: int, body: Sequence[Sequence[Piece]], lead: int) -> Laid | None:
    """The rows of a header; of one that lost its merged cells, without bars before its rows, every cut into two rows or
    three is tried."""
    if len(pieces) == columns and lead:
        return Laid([list(pieces)])
    if lead:
        cuts: list[list[Sequence[Piece]]] = [[*split_at_blanks(pieces)]]
    else:
        last = len(pieces) - 1 if len(pieces) <= FEW_HEADINGS else 0
        ends = [[one, *two] for one in range(2, len(pieces) - 1) for two in ([], *([n] for n in range(one + 2, last)))]
        cuts = [[pieces[start:end] for start, end in pairwise([0, *cut, len(pieces)])] for cut in ends]
    return arranged([rows for rows in cuts if len(rows) > 1], columns, body, leaves_of(body))
