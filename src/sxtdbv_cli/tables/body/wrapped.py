"""Titles that go on in the next row."""

from itertools import pairwise

from sxtdbv_cli.model.sheet import LeftOut
from sxtdbv_cli.tables.body.lines import Body, Row
from sxtdbv_cli.tables.numbering import code_in_title, without_code
from sxtdbv_cli.tables.words.titles import is_of_which
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text.language import Text

WRAPPED = Text("phần tiếp của nội dung dòng trên", "the rest of the title above")
WRAPS = Text("nội dung còn tiếp ở dòng dưới", "its title goes on below")
_ENDS = (":", ";", ".")
"""What a title ends with that does not go on; nor does one with figures that ends with a bracket."""


def join_titles(body: Body) -> Body:
    """A body with the rest of each title that goes on in the next row: words that close the bracket it opens, or begin
    small, where all rows that begin so are such. The rows of the rests are in ``wrapped``.

    A rest has no figures and is left out, or has them all: then it is the line, and the row above it is left out.
    """
    closed = {after.row for before, after in pairwise(body.rows) if _closes(before, after)}
    shown = {row for (row, _), _ in body.odd}  # *4%* is no figure, but stated
    small = {row.row for row in body.rows if _begins_small(row)} - closed - shown
    rests = {after.row for before, after in pairwise(body.rows) if after.row in small and _goes_on(before, after)}
    rests = closed | (rests if rests == small else set())
    if not rests:
        return body
    rows: list[Row] = []
    left: list[LeftOut] = []
    for row in body.rows:
        if row.row not in rests:
            rows.append(row)
            continue
        above = rows.pop()
        rows.append(_joined(above, row))
        other = row if rows[-1].row == above.row else above
        left.append(LeftOut(other.row, other.title, WRAPPED if other is row else WRAPS))
        if other.row in body.openers:
            body.openers.add(rows[-1].row)
    return body._replace(rows=rows, left_out=[*body.left_out, *left], wrapped=sorted(rests))


def _joined(above: Row, rest: Row) -> Row:
    """A row with the rest of its title, where its figures are."""
    title = f"{above.title} {rest.title}"
    if _is_bare(rest) and (above.has_figures or not rest.has_figures):
        return above._replace(title=title)
    return rest._replace(code=above.code, title=title, indent=above.indent)


def _begins_small(row: Row) -> bool:
    """Whether a row has no number and words that begin with a small letter or a bracket, but are no *trong đó* or
    total; what stands there without a figure is none (*Tiền lương, tiền / công*)."""
    if row.code or not (row.title[:1].islower() or row.title[:1] == "(") or code_in_title(row.title):
        return False
    return not is_of_which(row.title) and not (any(row.figures) and is_total(row.title))


def _goes_on(before: Row, after: Row) -> bool:
    """Whether a row that begins small is the rest of the title right above: one of the two states nothing, nought at
    most, and the row above has a number if it is that; noughts below figures are a line where no number begins that."""
    numbered = before.code is not None or code_in_title(before.title)[:1].isalnum()
    stated = any(before.figures) and after.has_figures and not numbered
    headed = numbered and not before.marked and not before.schedule and not before.note
    return (
        ((_is_bare(after) and not stated) or headed)
        and after.row == before.row + 1
        and without_code(before.title)[:1].isupper()
        and not before.title.endswith((*_ENDS, ")") if before.has_figures or not after.has_figures else _ENDS)
        and not after.title.endswith(":")
    )


def _closes(before: Row, after: Row) -> bool:
    """Whether a row right below closes the bracket that a title opens, and one of the two states nothing."""
    return (
        after.row == before.row + 1
        and not (after.code or code_in_title(after.title))
        and _opened(before.title) > 0 > _opened(after.title)
        and (_is_bare(after) or _is_bare(before))
    )


def _opened(title: str) -> int:
    """How many brackets a title opens and does not close; below zero if it closes more."""
    return title.count("(") - title.count(")")


def _is_bare(row: Row) -> bool:
    """Whether a row states nothing but its title."""
    return not any(row.figures) and not row.schedule and not row.note
