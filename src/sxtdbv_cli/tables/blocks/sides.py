"""Tables side by side: the columns of each that begins in a header row."""

from collections.abc import Sequence

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.block import LOOK
from sxtdbv_cli.tables.blocks.header import MOST_HEADER_ROWS
from sxtdbv_cli.tables.blocks.header_row import says_above
from sxtdbv_cli.tables.view import View, is_figure, is_words, is_year
from sxtdbv_cli.tables.words.headings import is_weak, numbers_lines, use_of
from sxtdbv_cli.tables.words.two_sides import are_alike, are_opposite

GAP = 2
"""So many empty columns part what stands right of them from a table, where that is little."""

Headed = tuple[int, Use | None]
"""A column with a heading, and the use that promises."""


def sides(view: View, row: int) -> list[tuple[int, int]]:
    """The columns of each table that begins in a header row.

    A new table begins with a column of codes or titles behind columns of amounts, where the same kind of column stood
    in the table before and amounts follow.
    """
    columns = _headed(view, row)
    if not columns:
        return []  # merged cells hide all of it
    starts = _starts(view, row, columns)
    ends = [*starts[1:], len(columns)]
    places = ([column for column, _ in columns[start:end]] for start, end in zip(starts, ends, strict=True))
    return [(named[0], _without_scratch(view, row, named)[-1]) for named in places]


def _without_scratch(view: View, row: int, columns: list[int]) -> list[int]:
    """The columns of a table without those far off at its right, behind several empty ones, that have cells in fewer
    than half of its rows: somebody's notes and sums in passing."""
    rows = [below for below in range(row, min(row + LOOK, view.figured)) if not view.is_blank(below)]
    for place in range(len(columns) - 1, 0, -1):
        beyond, between = columns[place:], range(columns[place - 1] + 1, columns[place])
        filled = sum(any(view.at(at, column) for column in beyond) for at in rows)
        if len(between) >= GAP and 2 * filled < len(rows) and _is_empty(view, row, between):
            return columns[:place]
    return columns


def _starts(view: View, row: int, columns: Sequence[Headed]) -> list[int]:
    """The places of the columns in which a table begins."""
    starts, amounts, seen = [0], -1, set[Use]()
    titles = [column for column, use in columns if use is Use.TITLE and not view.spread(row, column)]
    nameless = {column for column in titles if _holds_words(view, row, column)}
    for position, (column, use) in enumerate(columns):
        again = use in (Use.CODE, Use.TITLE) and use in seen and _holds_words(view, row, column)
        again = (again and not _goes_on(view, row, columns, position)) or _is_opposite(view, row, columns, position)
        if amounts >= 0 and (again or column in nameless or _begins_anew(view, row, columns, position)):
            if not _are_figures(view, row, range(amounts, column)):
                continue  # *Nhóm chi phí* names lines
            if any(later is Use.AMOUNT for _, later in columns[position:]):
                starts.append(position)
            amounts, seen = -1, set()
        valued = use in (Use.AMOUNT, Use.QUANTITY, Use.PRICE) and not is_weak(view.spread(row, column))
        if amounts < 0 and (valued or _ends_list(view, row, columns, position)):
            amounts = column
        seen |= {use} if use else set()
    return starts


def _goes_on(view: View, row: int, columns: Sequence[Headed], position: int) -> bool:
    """Whether a second column of titles belongs to the same table, as in lists of entries: no heading behind it stood
    before, nothing lies between, and every row fills it and the first column."""
    headings = [view.spread(row, column) for column, _ in columns]
    column = columns[position][0]
    if set(headings[:position]) & set(headings[position:]) or column != columns[position - 1][0] + 1:
        return False
    rows = [below for below in range(row + 1, min(row + LOOK, view.figured)) if not view.is_blank(below)]
    first = columns[0][0]
    return len(rows) > MOST_HEADER_ROWS and all(view.at(below, first) and view.at(below, column) for below in rows)


def _is_opposite(view: View, row: int, columns: Sequence[Headed], position: int) -> bool:
    """Whether a heading is that of the first column, of expenditure instead of revenue, over words or codes."""
    column = columns[position][0]
    one, other = view.spread(row, columns[0][0]), view.spread(row, column)
    if not (are_opposite(one, other) and are_alike(one, other)):
        return False
    below = range(row + 1, min(row + MOST_HEADER_ROWS, view.height))
    return any(numbers_lines(view.text(at, column)) for at in below) or _holds_words(view, row, column, least=1)


def _begins_anew(view: View, row: int, columns: Sequence[Headed], position: int) -> bool:
    """Whether a table begins with a column: one that numbers the lines before words; or one of words behind a column
    without a heading, where nothing at all stands in that, or before a heading that stood before."""
    column, use = columns[position]
    before = columns[position - 1][0]
    if position + 1 >= len(columns) or use in (Use.NOTE, Use.SCHEDULE, Use.UNIT):
        return False
    if numbers_lines(view.spread(row, column)):
        return _holds_words(view, row, columns[position + 1][0], least=1)
    if not _holds_words(view, row, column, least=1):
        return False
    heading = view.spread(row, columns[position + 1][0])
    again = heading not in ("", view.spread(row, column))  # which stands over all of a table, written again and again
    again = again and any(view.spread(row, earlier) == heading for earlier, _ in columns[:position])
    if column == before + 1:
        return again and (row, columns[position + 1][0]) not in view.merged
    return again or _is_empty(view, row, range(before + 1, column))


def _is_empty(view: View, row: int, columns: range) -> bool:
    """Whether nothing stands in some columns from a header row on."""
    rows = range(row, min(row + LOOK, view.figured))
    return not any(view.at(below, column) for below in rows for column in columns)


def _ends_list(view: View, row: int, columns: Sequence[Headed], position: int) -> bool:
    """Whether figures below a heading that says nothing stand before columns with nothing in them: *Min*, *Max*."""
    (column, use), *after = columns[position : position + 2]
    parted = bool(position and after) and use is None and _is_empty(view, row, range(column + 1, after[0][0]))
    return parted and after[0][0] > column + 1 and not _holds_words(view, row, column)


def _are_figures(view: View, row: int, columns: range) -> bool:
    """Whether any figure stands below some headings, or no words below the first of them."""
    rows = range(row + 1, min(row + LOOK, view.figured))
    figured = any(is_figure(view.at(below, column)) for below in rows for column in columns)
    return figured or not _holds_words(view, row, columns[0], least=1)


def _holds_words(view: View, row: int, column: int, least: int = 0) -> bool:
    """Whether words stand below a heading, behind what may be more of the header; or nothing, and no figure in that."""
    first = row + (1 if least or row + MOST_HEADER_ROWS >= view.height - 1 else MOST_HEADER_ROWS)
    filled = next((below for below in range(row + 1, view.height) if not says_above(view, below)), view.height)
    cells = [view.at(below, column) for below in range(max(first, filled), min(row + LOOK, view.figured))]
    words, figures = sum(map(is_words, cells)), sum(map(is_figure, cells))
    if least or words or figures:
        return words > figures
    return not any(is_figure(view.at(below, column)) for below in range(row + 1, first))


def _headed(view: View, row: int) -> list[Headed]:
    """The columns that a header row and the rows of words below it name, with the use of each."""
    found: dict[int, Use | None] = {}
    for at in range(row, min(row + MOST_HEADER_ROWS, view.height)):
        cells = view.filled(at)
        if at > row and not (cells and all(is_words(cell) or is_year(cell) for _, cell in cells)):
            break
        for column in range(view.width):
            if text := view.spread(at, column):
                use = Use.AMOUNT if text.isdecimal() else use_of(text)
                named = use is Use.CODE or (use is Use.TITLE and _holds_words(view, at, column, least=1))
                found[column] = use if named else found.get(column) or use
    names = {column: view.spread(row, column) for column in found}
    for column, name in names.items():
        again = any(name and other == name and before < column - 1 for before, other in names.items())
        beside = column - 1
        worded = all(_holds_words(view, row, beside, least=least) for least in (0, 1))
        if again and not names.get(beside) and not found.get(beside) and worded:
            found[beside] = Use.TITLE  # a second list beside the first, with the same heading of its amounts
    return sorted(found.items())
