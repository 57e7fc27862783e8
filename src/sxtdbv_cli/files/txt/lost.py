"""Tables with a row on each line in which merged cells were lost, as pages of legal sites are copied: the header is put
together again, and the cells of rows that are too short are put where they can stand."""

from collections.abc import Sequence

from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.txt.cell import heads_a_table, is_number, says_words
from sxtdbv_cli.files.txt.faults import LOST_HEADER
from sxtdbv_cli.files.txt.forms import is_numbering
from sxtdbv_cli.files.txt.header import arrange, stands_over
from sxtdbv_cli.files.txt.laid import Laid
from sxtdbv_cli.files.txt.runs import LEAST_ROWS, Run, runs
from sxtdbv_cli.files.txt.short_lines import placed
from sxtdbv_cli.files.txt.tokens import Piece, Row
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Remark, Span

MOST_HEADER_ROWS = 4


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
        if not stands_over(given[0], run.full):
            raise _refusal(given[0], run, file)
        return None
    bare = [given[0], *([piece for piece in row if not piece.blank] for row in given[1:])]
    blanks = min(next((at for at, piece in enumerate(row) if not piece.blank), 0) for row in given[1:])
    found = arrange(bare, run.columns, run.full, max(run.title + 1, blanks))
    if found is None:
        raise _refusal(given[0], run, file)
    return top, found._replace(rows=[*found.rows, *([*row] for row in labels)])


def _refusal(header: Sequence[Piece], run: Run, file: str) -> Unreadable:
    return refused(LOST_HEADER, header[0].place(file), cells=len(header), columns=run.columns)
