"""The header of a table whose merged cells were lost: which of its cells stood over which."""

from collections.abc import Sequence

from sxtdbv_cli.files.txt.cell import is_total
from sxtdbv_cli.files.txt.divided import ways
from sxtdbv_cli.files.txt.evidence import Body, against, contradicts, proven, rules_of, suits, totals_of
from sxtdbv_cli.files.txt.laid import SHAPE, Laid
from sxtdbv_cli.files.txt.tokens import BLANK, Piece, Row
from sxtdbv_cli.files.txt.tree import Head, Levels, levels_of
from sxtdbv_cli.model.finding import Fact, Severity
from sxtdbv_cli.model.grid import Remark, Span
from sxtdbv_cli.text.language import Text

WORKED_OUT = Text(
    "ô gộp “{heading}” được suy ra là đứng trên {columns:d} cột: {children}",
    "the merged cell “{heading}” was worked out to stand over {columns:d} columns: {children}",
)
ONE_OF_SEVERAL = Text(
    "ô gộp “{heading}” được coi là đứng trên {columns:d} cột: {children}; các ô này cũng có thể nằm dưới {others}, chỉ "
    "tên cột phụ thuộc vào việc đó",
    "the merged cell “{heading}” was taken to stand over {columns:d} columns: {children}; they may stand under "
    "{others} as well, and only the names of the columns depend on it",
)


def arranged(cuts: Sequence[Sequence[Sequence[Piece]]], columns: int, body: Body = (), leaves: int = 0) -> Laid | None:
    """The rows of a header with its merged cells, where words and sums leave one way only, or several that differ in
    the names of columns alone; None where they leave more.

    Args:
        cuts: the ways to cut it into rows, at least two, without a sign of what is merged.
        columns: how many there are.
        body: the rows below, as long as there are columns.
        leaves: so many of the first cells are known to reach down.
    """
    shares, rules = rules_of(body)
    sensible = [levels_of(way, rows) for rows in cuts for way in ways(rows, columns, leaves)]
    found: Sequence[Levels] = [way for way in sensible if suits(way, body) and not contradicts(way, rules)]
    if len(found) > 1:
        odd = [against(way, shares) for way in found]
        found = [way for way, count in zip(found, odd, strict=True) if count == min(odd)]
    if len(found) > 1:
        cuts_of = [[way for way in found if [*map(len, way)] == [*map(len, rows)]] for rows in cuts]
        found = [way for ways_of_one in cuts_of for way in proven(ways_of_one, body)] or found
    return _laid(found) if found and _alike(found) else None


def _alike(found: Sequence[Levels]) -> bool:
    """Whether ways differ below the first row only, and the totals there are those of the same columns: then no amount
    and no sum depends on which is right, only what columns are called."""
    first = {tuple((head.piece, len(head.under)) for head in way[0]) for way in found}
    totals = [[*totals_of(way)] for way in found]
    every = sum(is_total(head.piece.text) for row in found[0][1:] for head in row)
    return len(found) == 1 or (len(first) == 1 and all(one == totals[0] and len(one) == every for one in totals))


def _laid(found: Sequence[Levels]) -> Laid:
    """The rows with every cell in its first column, the cells it covers left out; where there are several ways the
    first is taken, and what else the cells could stand under is said."""
    levels = found[0]
    last = len(levels) - 1
    laid: list[Row] = [[BLANK] * levels[0][-1].columns.stop for _ in levels]
    merged: list[Span] = []
    remarks: list[Remark] = []
    for level, row in enumerate(levels):
        for head in row:
            columns = head.columns
            laid[level][columns.start] = head.piece
            if head.under:
                merged.append(Span(level, columns.start, level, columns.stop - 1))
                remarks.append(_remark(head, level, _others(found, level, head)))
            elif level < last:
                merged.append(Span(level, columns.start, last, columns.start))
    return Laid(laid, tuple(sorted(merged)), tuple(sorted(remarks, key=lambda remark: (remark.row, remark.column))))


def _remark(head: Head, level: int, others: Sequence[str]) -> Remark:
    children = ", ".join(child.piece.text for child in head.under)
    facts: dict[str, Fact] = {"heading": head.piece.text, "columns": len(head.columns), "children": children}
    if others:
        facts["others"] = ", ".join(f"“{other}”" for other in others)
    return Remark(SHAPE, level, head.columns.start, facts, ONE_OF_SEVERAL if others else WORKED_OUT, Severity.NOTE)


def _others(found: Sequence[Levels], level: int, head: Head) -> list[str]:
    """The other cells of a row that stand over some in one way or another, where this one does not in all."""
    rows = [way[level] for way in found]
    if len({tuple(len(one.under) for one in row) for row in rows}) == 1:
        return []
    over = (cells for cells in zip(*rows, strict=True) if any(one.under for one in cells))
    return [cells[0].piece.text for cells in over if cells[0] is not head]
