"""How far a header reaches: the rows above that head groups, the rows below that say more."""

import re
from collections.abc import Sequence

from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.block import LOOK
from sxtdbv_cli.tables.blocks.header_row import is_currency, is_labels, is_unit_line, opens_section, says_above
from sxtdbv_cli.tables.units.money import multiple_in
from sxtdbv_cli.tables.view import View, is_figure, is_words, is_year, said
from sxtdbv_cli.tables.words.headings import names_lines, numbers_lines, use_of

MOST_HEADER_ROWS = 4
SEVERAL, SURE = 2, 4
_PERIOD = re.compile(
    r"(?:fy ?)?(?:19|20)\d\d\s?[-/–]\s?(?:(?:19|20)\d\d|\d\d)|\d{1,2}[./-]\d{1,2}[./-](?:\d\d)?\d\d", re.IGNORECASE
).fullmatch
_SHORT_SPAN = re.compile(r"(\d\d)/(\d\d)").fullmatch

_UNIT = re.compile(r"\([^()]*[^\W\d_][^()]*\)").fullmatch
"""What a column is in, in brackets: *(m3)*, *(1.000đ)*; never a figure below nought."""


def header_top(view: View, row: int, left: int, right: int) -> int:
    """The first row of a header: rows above that head groups of its columns belong to it."""
    top = row
    units = all(is_currency(cell) for _, cell in view.filled(row, left, right))  # no heading of titles is among them
    while top > 0 and row - top < MOST_HEADER_ROWS - 1:
        cells = [(column, cell) for column, cell in view.filled(top - 1) if left <= column <= right]
        if not cells or not all(is_words(cell) or names_period(cell) for _, cell in cells):
            break
        groups = [column for column, cell in cells if units or names_period(cell) or column > left]
        spans = [span for column, _ in cells if (span := view.merged.get((top - 1, column)))]
        if any(is_unit_line(cell.text) for _, cell in cells) or any(span.left <= left < span.right for span in spans):
            break
        titled = left > 0 and view.filled(top - 1, 0, left - 1)  # above their heads the titles have a heading
        if len(groups) < 2 and not titled and not any(left < span.left < span.right <= right for span in spans):
            break
        top -= 1
    return top


def header_end(view: View, row: int, left: int, right: int) -> tuple[int, int | None]:
    """The first row of the body, and the row that numbers the columns."""
    body = row + 1
    deepest = max(
        (span.bottom for column in range(left, right + 1) if (span := view.merged.get((row, column)))), default=row
    )
    below = range(body, min(row + MOST_HEADER_ROWS, view.height))
    numbers = next((one for one in below if _numbers_columns(view, one, left, right)), None)
    if numbers is not None and len(view.filled(numbers, left, right)) >= SURE:
        body = numbers  # what stands between is header, whatever it says
    while body < view.height and body - row < MOST_HEADER_ROWS:
        if body == numbers:
            return body + 1, body
        cells = view.filled(body, left, right)
        more = bool(cells) and (body <= deepest or _is_more_header(view, range(row, body), cells, (left, right)))
        named = body == row + 1 and opens_section(cells) and not view.text(row, cells[0][0])
        if named or not (more or _names_figures(view, row, body, right)):
            break
        body += 1
    while body < view.height and body - row < MOST_HEADER_ROWS and not view.filled(body, 0, right):
        body += 1  # blank rows between the header and the body
    if body < view.height and _numbers_columns(view, body, left, right):
        return body + 1, body
    return body, None


def _numbers_columns(view: View, row: int, left: int, right: int) -> bool:
    """Whether a row numbers the columns; those on the right side of a table are numbered behind those of the left."""
    beside = left and len(view.filled(row, left, right)) > 1
    return is_labels(view, row, left, right) or bool(beside and is_labels(view, row, 0, right))


def _is_more_header(view: View, rows: range, cells: list[tuple[int, GridCell]], edges: tuple[int, int]) -> bool:
    """Whether cells below header rows are more of them: words over the columns of amounts, none in the first."""
    if all(is_currency(cell) or said(cell) == "%" or _UNIT(said(cell)) for _, cell in cells):
        return len(cells) > 1
    once_more = all(
        names_lines(said(cell)) and use_of(view.text(rows[-1], column)) is use_of(said(cell)) for column, cell in cells
    )
    if once_more or _numbers_again(view, rows[0], cells) or says_above(view, rows[-1] + 1):
        return True  # the heading once more in another language, or filled into all cells of one that was merged
    if any(not (is_words(cell) or is_year(cell) or is_currency(cell)) for _, cell in cells):
        return False
    (first, cell), *numbers = cells
    lined = first == edges[0] and is_words(cell) and bool(view.text(rows[0], first))
    if lined and any(is_year(number) for _, number in numbers):
        return False  # words below those of the first column, before what may be years, are a line of so much
    names = _names_lines(view, rows, *edges) or _names_lines(view, rows, 0, view.width)
    if not (names or any(use_of(said(cell)) for _, cell in cells)):
        names = {edges[0]}  # nobody knows what the columns are: what says most is no heading of one
    behind = [column for column, _ in cells if column > max(names, default=edges[0])]
    if not behind or names & {column for column, _ in cells}:
        return False
    # A row with words in the first column only, or in none that holds figures, is a section and no heading.
    return any(_holds_figures_below(view, rows[0], column) for column in behind)


def _numbers_again(view: View, header: int, cells: Sequence[tuple[int, GridCell]]) -> bool:
    """Whether words below a header begin with a heading of numbers below another: *No* below *STT*."""
    (first, cell), *others = cells
    again = numbers_lines(view.text(header, first)) and use_of(said(cell)) is Use.CODE
    return again and all(is_words(other) for _, other in others)


def _names_lines(view: View, rows: range, left: int, right: int) -> set[int]:
    """The first columns of codes and of titles, by the first header row or one below it that names the leftmost so;
    groups of amounts may be called *Chi chương trình*."""
    first: dict[Use | None, int] = {}
    headed = not _holds_figures_below(view, rows[0], left)
    for row in rows:
        uses = [(use_of(said(cell)), column) for column, cell in view.filled(row, left, right)]
        named = headed and any(column == left and use in (Use.CODE, Use.TITLE) for use, column in uses)
        if row == rows[0] or named:
            first |= {use: column for use, column in reversed(uses) if use not in first}
    return {column for use, column in first.items() if use in (Use.CODE, Use.TITLE)}


def _names_figures(view: View, row: int, below: int, right: int) -> bool:
    """Whether the cells of a row below a header row name columns of figures, and no line: all of them, while the titles
    say nothing or a unit (*R thousand*); or by nothing but spans of years and days."""
    cells = dict(view.filled(below, 0, right))
    figured = _figured(view, range(below + 1, min(below + LOOK, view.height)), right)
    heads = [cells[column] for column in figured if column in cells]
    if len(heads) < SEVERAL:
        return False
    titles = [c for c, cell in view.filled(row) if c < figured[0] and use_of(said(cell)) is Use.TITLE]
    titled = [cells.get(column) for column in titles or range(figured[0])]
    if all(map(names_period, heads)) and any(cell is None for cell in titled):
        return len(heads) in (len(figured), len(cells))
    says_no_title = all(cell is None or multiple_in(said(cell)) for cell in titled)
    return says_no_title and len(heads) == len(figured) and all(is_words(cell) or names_period(cell) for cell in heads)


def _figured(view: View, rows: range, right: int) -> list[int]:
    """The columns of figures behind the first that holds more words."""
    found: list[int] = []
    worded = False
    for column in range(right + 1):
        cells = [cell for row in rows if (cell := view.at(row, column))]
        figures = sum(is_figure(cell) and not is_year(cell) for cell in cells)
        if worded and figures:
            found.append(column)
        worded = worded or sum(map(is_words, cells)) > figures
    return found


def names_period(cell: GridCell) -> bool:
    """Whether a cell names a year, a span of years (*2024-25*, *15/16*), or a day."""
    short = _SHORT_SPAN(said(cell))
    next_year = short is not None and (int(short[1]) + 1) % 100 == int(short[2])
    return is_year(cell) or cell.kind is Kind.DATE or next_year or bool(_PERIOD(said(cell)))


def _holds_figures_below(view: View, row: int, column: int) -> bool:
    """Whether the first cells of a column below a header row are figures rather than words."""
    cells = [view.at(below, column) for below in range(row + MOST_HEADER_ROWS, min(row + LOOK, view.height))]
    cells = cells or [view.at(below, column) for below in range(row + 1, view.height)]
    return not any(map(is_words, cells)) or any(map(is_figure, cells))
