"""Tables with a row on each line in which merged cells were lost, as pages of legal sites are copied: the header is put
together again, and the cells of rows that are too short are put where they can stand."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.txt.cell import heads_a_table, holds_figure, is_code, is_number, is_total, says_words
from sxtdbv_cli.files.txt.evidence import suits
from sxtdbv_cli.files.txt.faults import LOST_HEADER, SHORT_ROW
from sxtdbv_cli.files.txt.forms import is_numbering
from sxtdbv_cli.files.txt.header import arranged
from sxtdbv_cli.files.txt.laid import SHAPE, Laid, figured
from sxtdbv_cli.files.txt.runs import LEAST_ROWS, Cells, Run, runs
from sxtdbv_cli.files.txt.sums import amount_of
from sxtdbv_cli.files.txt.tokens import Piece, Row, spread
from sxtdbv_cli.files.txt.tree import levels_of
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Remark, Span
from sxtdbv_cli.text.language import Text

MOST_HEADER_ROWS = 4


LEAST_PARTS = 2

PUT = Text(
    "{rows:d} dòng có ít hơn {columns:d} ô (có ô đã gộp và bị mất khi sao chép); số tiền được xếp vào những cột duy "
    "nhất khớp với các dòng khác",
    "{rows:d} {rows:row has|rows have} fewer than {columns:d} cells (some were merged, and lost in copying); the "
    "figures were put into the only columns where they agree with the other rows",
)
AS_WRITTEN = Text(
    "{rows:d} dòng có ít ô hơn số cột; được đọc như thể thiếu các ô cuối, dù ô nội dung có thể đã gộp với các cột sau",
    "{rows:d} {rows:row has|rows have} fewer cells than there are columns; they were read as if the last were missing, "
    "though titles may have been merged with the columns behind them",
)


def with_lost_cells(rows: Sequence[Row], file: str, *, known: bool = False) -> Laid:
    """The same rows, with the cells of short ones in their columns.

    Args:
        known: the header is as the text says, and only short rows are looked at.

    Raises:
        Unreadable: the cells of a header or of a row with figures can stand in several ways, or in none.
    """
    laid = [list(row) for row in rows]
    merged: list[Span] = []
    remarks: list[Remark] = []
    for run in runs(laid):
        if not known and (head := _head(laid, run, file)):
            first, found = head
            laid[first : first + len(found.rows)] = found.rows
            found = found.below(first)
            merged += found.merged
            remarks += found.remarks
        remarks += placed(laid, run, file)
    return Laid(laid, tuple(merged), tuple(remarks))


def _head(rows: Sequence[Row], run: Run, file: str) -> tuple[int, Laid] | None:
    """Where a header of several rows with lost cells begins, and its rows put together; None where nothing is lost."""
    tops = range(max(run.start, run.body - MOST_HEADER_ROWS), run.body)
    top = next((n for n in tops if len(rows[n]) > 1 and heads_a_table(rows[n][0].text)), None)
    if top is None or len(rows[top]) >= run.columns:
        return None
    given = [rows[number] for number in range(top, run.body)]
    full = (n for n, row in enumerate(given) if len(row) == run.columns)  # with a code and words behind it: a line
    given = given[: next((n for n in full if is_number(given[n][0].text) and says_words(given[n][1].text)), None)]
    labels = [given.pop()] if is_numbering(given[-1]) else []
    if len(given) < LEAST_ROWS:
        if not suits(levels_of((), given[:1]), run.full):
            raise _refusal(given[0], run, file)
        return None
    bare = [given[0], *([piece for piece in row if not piece.blank] for row in given[1:])]
    blanks = min(next((at for at, piece in enumerate(row) if not piece.blank), 0) for row in given[1:])
    found = arranged([bare], run.columns, run.full, max(run.title + 1, blanks))
    if found is None:
        raise _refusal(given[0], run, file)
    return top, found._replace(rows=[*found.rows, *([*row] for row in labels)])


def _refusal(header: Sequence[Piece], run: Run, file: str) -> Unreadable:
    return refused(LOST_HEADER, header[0].place(file), cells=len(header), columns=run.columns)


def placed(rows: list[Row], run: Run, file: str) -> list[Remark]:
    """Put the cells of short rows with figures where they can stand; what is to be said of them.

    Raises:
        Unreadable: the figures of a row can stand in several columns, or in none.
    """
    short = [n for n in run.lines if 1 < len(rows[n]) < run.columns and figured(rows[n])]
    if not short:
        return []
    wrong = [n for n in short if not run.suits(dict(enumerate(rows[n])))]
    unclear = [n for n in short if n not in wrong and _last(rows[n], run)]
    proven = {len(rows[n]) for n in unclear if _is_section_sum(rows, n, run)}
    moved = {n: _last(rows[n], run) for n in unclear if len(rows[n]) in proven}
    left = [n for n in unclear if n not in moved]
    if left and any(row[-1].blank for row in run.full):
        raise _unplaced(rows[left[0]], run, file)  # blanks at the end are not left out here
    trimmed = len(wrong) + len(moved) < len(short)
    found = {**moved, **{n: _only_way(rows[n], run, file, trimmed=trimmed) for n in wrong}}
    remarks = [Remark(SHAPE, left[0], 0, {"rows": len(left)}, AS_WRITTEN, weighed=True)] if left else []
    if found:
        remarks.append(Remark(SHAPE, min(found), 0, {"rows": len(found), "columns": run.columns}, PUT, weighed=True))
    for n, cells in found.items():
        rows[n] = spread(cells, run.columns)
    return remarks


def _only_way(row: Row, run: Run, file: str, *, trimmed: bool) -> Cells:
    """Where the cells of a row stand, ``trimmed`` if blank ones behind them may be missing as well."""
    blanks = range(run.columns - len(row) + 1 if trimmed else 1)
    ways = (cells for blank in blanks for cells in _ways(row, run, run.columns - blank))
    fitting = list(filter(run.suits, ways))
    figures = [
        [(at, *piece.parts[0][1:]) for at, piece in cells.items() if holds_figure(piece.text)] for cells in fitting
    ]
    if not fitting or any(places != figures[0] for places in figures):
        raise _unplaced(row, run, file)
    return fitting[0]


def _ways(row: Row, run: Run, columns: int) -> Iterator[Cells]:
    """Where the cells of a row can stand in the first so many columns, the likeliest first."""
    missing = columns - len(row)
    worded = [column for column in range(columns) if column <= run.title or run.kinds[column] != "figures"]
    ways = [
        dict(zip((column for column in range(columns) if column not in lost), row, strict=True))
        for lost in combinations(worded, max(missing, 0))
        if missing > 0
    ]
    under = {missing + at: piece for at, piece in enumerate(row)}
    yield from [under] * (under in ways and not is_total(row[0].text))
    yield from _covering(row, run, columns)
    yield from ways


def _covering(row: Row, run: Run, columns: int) -> Iterator[Cells]:
    """A row whose title covers the columns up to its other cells, which are the last."""
    heads = [{run.title: row[0]}] if says_words(row[0].text) else []
    if run.title and len(row) > 1 and is_code(row[0].text) and says_words(row[1].text):
        heads.append({0: row[0], run.title: row[1]})
    for head in heads:
        rest = row[len(head) :]
        first = columns - len(rest)
        if first > max(head):
            yield {**head, **{first + at: piece for at, piece in enumerate(rest)}}


def _last(row: Row, run: Run) -> Cells:
    """A row with its title in its column and its other cells in the last ones; nothing where they do not suit these."""
    ways = list(filter(run.suits, _covering(row, run, run.columns)))
    return ways[-1] if ways else {}


def _is_section_sum(rows: Sequence[Row], number: int, run: Run) -> bool:
    """Whether the figures of a short row, in the last columns, are the sums of the full rows behind it."""
    end = next((n for n in range(number + 1, run.stop) if len(rows[n]) < run.columns), run.stop)
    below = [rows[n] for n in range(number + 1, end)]
    sums = [
        (amount, [value for row in below if (value := amount_of(row[column].text)) is not None])
        for column, piece in _last(rows[number], run).items()
        if column > run.title and (amount := amount_of(piece.text)) is not None
    ]
    return len(below) >= LEAST_PARTS and bool(sums) and all(parts and sum(parts) == amount for amount, parts in sums)


def _unplaced(row: Row, run: Run, file: str) -> Unreadable:
    first = next(piece for piece in row if not piece.blank)
    return refused(SHORT_ROW, first.place(file), cells=len(row), columns=run.columns)
