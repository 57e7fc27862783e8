"""Levels that stand in columns of their own: a column of codes for each level, of which a line fills its own, or the
first few; or code and title in steps, each level a column further to the right."""

from collections.abc import Sequence
from itertools import pairwise

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.blocks.worded import is_entry
from sxtdbv_cli.tables.columns.content import sample
from sxtdbv_cli.tables.columns.taken import Taken, Why, first_of
from sxtdbv_cli.tables.numbering import marks_of
from sxtdbv_cli.tables.view import DASHES, View, is_words, said
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text.saying import Late

FEW = 3
_CODE = Late(r"(?=.*\d)[\w.\-/]{1,14}").fullmatch


def in_levels(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """The same with the columns left of the amounts in which the levels stand side by side."""
    title = first_of(found, Use.TITLE) or 0
    amounts = next(
        (index for index, taken in enumerate(found) if taken.use is Use.AMOUNT and taken.why == Why.BY_HEADING), title
    )
    columns = [taken.head.column for taken in found[:amounts]]
    rows = [row for row in sample(view, block) if is_entry(view, row)]
    if across := _diagonal(view, rows, columns):
        return [taken.now(Use.TITLE, Why.STEPS) if taken.head.column in across else taken for taken in found]
    codes = _path(view, block, rows, [column for column in columns if column < found[title].head.column])
    return [taken.now(Use.CODE, Why.LEVELS) if taken.head.column in codes else taken for taken in found]


def _path(view: View, block: Block, rows: Sequence[int], columns: Sequence[int]) -> tuple[int, ...]:
    """The columns that hold the codes of the levels from the top, at the left of ``columns``; empty if there are none.
    ``rows`` are those that hold a figure behind words.

    Every line fills one of them, or the first few with the codes of the lines it belongs to; not all as many.
    """
    named = [row for row in sample(view, block) if any(is_words(cell) for _, cell in view.filled(row))]
    columns = [column for column in columns if any(_told(view, row, column) for row in named)]
    for width in range(len(columns), 1, -1):
        paths, headed = (_paths(view, some, columns[:width]) for some in (rows, named))
        if (
            len(paths) > FEW
            and 2 * len(paths) >= len(rows)
            and any(_is_path(told) or _is_stepped(told) for told in (paths, headed))
        ):
            return tuple(columns[:width])
    return ()


def _paths(view: View, rows: Sequence[int], columns: Sequence[int]) -> list[tuple[str, ...]]:
    """What stands in some columns on rows that are no totals, where anything does."""
    totals = {row for row in rows for _, cell in view.filled(row) if is_words(cell) and is_total(said(cell))}
    paths = [tuple(_told(view, row, column) for column in columns) for row in rows if row not in totals]
    return [cells for cells in paths if any(cells)]


def _told(view: View, row: int, column: int) -> str:
    """What a cell says; a dash stands for nothing."""
    text = view.text(row, column)
    return text if text.strip(DASHES) else ""


def _is_stepped(paths: Sequence[tuple[str, ...]]) -> bool:
    """Whether every line fills its own column, or some in a row that end with its own (*Loại* and *Khoản* at once), the
    first line the first, a line below another the next, and no column is left empty."""
    filled = [[place for place, cell in enumerate(cells) if cell] for cells in paths]
    return (
        all(places[-1] - places[0] == len(places) - 1 for places in filled)
        and filled[0][0] == 0
        and len({places[0] for places in filled}) > 1
        and {place for places in filled for place in places} == set(range(len(paths[0])))
        and all(after[0] <= before[-1] + 1 for before, after in pairwise(filled))
        and all(_CODE(cell) or _numbers(cell) for cells in paths for cell in cells if cell)
    )


def _numbers(code: str) -> bool:
    """Whether a code is a letter or a numeral that numbers lines: *A*, *IV.*"""
    marks = marks_of(code)
    return bool(marks) and not marks[0].is_bullet


def _is_path(paths: Sequence[tuple[str, ...]]) -> bool:
    known: set[tuple[str, ...]] = set()
    depths: list[int] = []
    for cells in paths:
        filled = [cell for cell in cells if cell]
        if tuple(filled) != cells[: len(filled)] or not all(map(_CODE, filled)):
            return False
        if len(filled) > 1 and depths and tuple(filled[:-1]) not in known:
            return False
        known.add(tuple(filled))
        depths.append(len(filled))
    deepest = len(paths[0])
    return len({*depths}) > 1 and len(known) == len(paths) and max(depths) == deepest and depths.count(deepest) > 1


def _diagonal(view: View, rows: Sequence[int], columns: Sequence[int]) -> tuple[int, ...]:
    """The columns in which code and title stand side by side, each level a step further to the right."""
    places: set[int] = set()
    rows = [row for row in rows if any(view.at(row, column) for column in columns)]
    for row in rows:
        filled = [column for column in columns if view.at(row, column) is not None]
        if len(filled) != 2 or filled[1] - filled[0] != 1:
            return ()
        if not _CODE(view.text(row, filled[0])) or not is_words(view.at(row, filled[1])):
            return ()
        places.add(filled[0])
    if len(rows) <= FEW or len(places) < 2 or any(after - before != 1 for before, after in pairwise(sorted(places))):
        return ()
    return tuple(range(min(places), max(places) + 2))
