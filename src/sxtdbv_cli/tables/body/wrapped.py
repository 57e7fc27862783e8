"""Titles that go on in the next row."""

from itertools import pairwise

from sxtdbv_cli.model.sheet import LeftOut
from sxtdbv_cli.tables.body.lines import Body, Row
from sxtdbv_cli.tables.numbering import code_in_title
from sxtdbv_cli.tables.words.titles import is_of_which
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text.language import Text

WRAPPED = Text("phần tiếp của nội dung dòng trên", "the rest of the title above")
_ENDS = (":", ";", ".", ")")
"""What a title ends with that does not go on."""


def join_titles(body: Body) -> Body:
    """A body with the rest of each title that goes on in the next row: words that begin small and have no figures,
    where all rows that begin so are such. The rows of the rests are in ``wrapped``, and left out."""
    small = {row.row for row in body.rows if _begins_small(row)}
    rests = {after.row for before, after in pairwise(body.rows) if after.row in small and _goes_on(before, after)}
    if not rests or rests != small:
        return body
    rows: list[Row] = []
    for row in body.rows:
        if row.row in rests:
            rows[-1] = rows[-1]._replace(title=f"{rows[-1].title} {row.title}")
        else:
            rows.append(row)
    left = [LeftOut(row.row, row.title, WRAPPED) for row in body.rows if row.row in rests]
    openers = {_above(row, rests) for row in body.openers}
    return body._replace(rows=rows, left_out=[*body.left_out, *left], openers=openers, wrapped=sorted(rests))


def _begins_small(row: Row) -> bool:
    """Whether a row has no number and words that begin with a small letter, but are no *trong đó* or total."""
    if row.code or not row.title[:1].islower() or code_in_title(row.title):
        return False
    return not is_of_which(row.title) and not is_total(row.title)


def _goes_on(before: Row, after: Row) -> bool:
    """Whether a row that begins small is the rest of the title right above: it states nothing, nought at most."""
    bare = not any(after.figures) and not after.schedule and not after.note
    return (
        bare
        and after.row == before.row + 1
        and before.title[:1].isupper()
        and not before.title.endswith(_ENDS)
        and not after.title.endswith(":")
    )


def _above(row: int, rests: set[int]) -> int:
    """The row whose title goes on in a row; the row itself where it is no rest."""
    while row in rests:
        row -= 1
    return row
