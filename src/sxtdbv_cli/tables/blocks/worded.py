"""Tables told by where words and figures stand, whatever their language: below a row of words right above columns of
figures, a word over every one of them, or without any header."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.blocks.end import end_of
from sxtdbv_cli.tables.blocks.header import names_period
from sxtdbv_cli.tables.blocks.header_row import is_labels
from sxtdbv_cli.tables.figures.exact import is_nothing
from sxtdbv_cli.tables.numbering import marks_of
from sxtdbv_cli.tables.view import View, is_figure, is_words, is_year, said
from sxtdbv_cli.tables.words.headings import is_period, use_of
from sxtdbv_cli.tables.words.spelling import bare
from sxtdbv_cli.tables.words.totals import named_by_total

DEPTH = 30
"""So many rows below are looked at."""
FEW = 2
PERIODS = 3
SECTIONS = 3
_CENTS = re.compile(r"[\d,]*\d\.(?:\d0|[3-9]\d)").fullmatch
"""A figure with two decimals that number no lines: *275.00*, *93.61*; not *1.01*, *1.02*."""


def is_worded(view: View, row: int) -> bool:
    """Whether a row of nothing but words names all columns of the figures that begin right below it."""
    cells = view.filled(row)
    words = [column for column, cell in cells if is_words(cell)]
    numbers = _numbers(cells)
    others = [cell for _, cell in cells if not (is_words(cell) or names_period(cell) or cell in numbers)]
    if len(words) < FEW or any(use_of(said(cell)) is not Use.AMOUNT for cell in others):
        return False  # a span of years is the name of amounts
    below = [other for other in range(row + 1, min(row + 1 + DEPTH, view.figured)) if not view.is_blank(other)]
    below = [other for other in below if view.filled(other) != cells and not _are_shares(view, other)]
    if len(below) < FEW or sum(map(view.is_blank, range(row + 1, below[0]))) >= FEW:
        return False
    columns = {column for column, _ in cells}
    figures = _figured(view, below)
    first = view.filled(_first_line(view, below, figures))
    begins = {column for column, cell in first if is_figure(cell) or is_nothing(said(cell))}
    figures -= _scratch(view, below, max(columns))
    figures -= set(range(cells[0][0]))  # programs write the numbers of rows without a heading
    left, heading = cells[0]
    titled = all(any(is_words(cell) and column < left for column, cell in view.filled(other)) for other in below)
    named = titled or len(figures) < len(columns) or _of_years(view, below, heading)
    return bool(figures & begins) and figures <= columns and named and not _goes_on(view, row, cells)


def _goes_on(view: View, row: int, cells: Sequence[tuple[int, GridCell]]) -> bool:
    """Whether a row is one more line of a list without a header: several rows right above have figures in its last
    column, and no words above these; what stands there now (*unknown*, again and again) is no heading that is known."""
    last, cell = cells[-1]
    while row and view.text(row - 1, last) == said(cell):
        row -= 1
    figures = 0
    while row and is_figure(view.at(row - 1, last)):
        row, figures = row - 1, figures + 1
    headed = row > 0 and is_words(view.at(row - 1, last))
    return figures >= FEW and not (headed or use_of(said(cell)))


def _are_shares(view: View, row: int) -> bool:
    """Whether nothing but percentages stands in a row: they say of columns how large a part of others they are."""
    return all(said(cell).endswith("%") for _, cell in view.filled(row))


def _first_line(view: View, below: Sequence[int], figures: Collection[int]) -> int:
    """The first row below that is more than the name of a section, and notes on it beside the figures."""
    named = (row for row in below[:SECTIONS] if any(column in figures for column, _ in view.filled(row)))
    return next(named, below[0])


def _numbers(cells: Sequence[tuple[int, GridCell]]) -> list[GridCell]:
    """The cells that number periods from 1, side by side, as months and weeks are; empty if there are none."""
    numbered = [(column, cell) for column, cell in cells if cell.text.isdecimal() and not is_year(cell)]
    first = numbered[0][0] if numbered else 0
    in_order = all(
        cell.text == str(place + 1) and column == first + place for place, (column, cell) in enumerate(numbered)
    )
    return [cell for _, cell in numbered] if len(numbered) >= PERIODS and in_order else []


def _of_years(view: View, rows: list[int], heading: GridCell) -> bool:
    """Whether each row is a year, named in its first cell, or the next of those that a heading of times counts (*Year*
    0, 1, 2)."""
    cells = [view.filled(row)[0][1] for row in rows]
    cells = cells[:-1] if is_words(cells[-1]) else cells  # a last row may say what they come to
    texts = [cell.text.strip() for cell in cells]
    counted = all(map(str.isdecimal, texts)) and all(int(after) - int(one) == 1 for one, after in pairwise(texts))
    times = counted and (use_of(said(heading)) is Use.SCHEDULE or is_period(said(heading)))
    return times or (all(map(is_year, cells)) and len({*texts}) == len(texts))


def _figured(view: View, rows: list[int]) -> set[int]:
    """The columns that hold figures in several rows, and more of them than words."""
    found = set()
    for column in range(view.width):
        cells = [view.at(row, column) for row in rows]
        figures = sum(map(is_figure, cells))
        if figures and figures >= min(FEW, len(rows)) and figures >= sum(map(is_words, cells)):
            found.add(column)
    return found


def _scratch(view: View, rows: Sequence[int], last: int) -> set[int]:
    """The columns behind a column and an empty one that fewer than half of the rows have, and none but rows with
    figures up to that column: somebody's notes and sums in passing."""
    if any(view.at(row, last + 1) for row in rows):
        return set()
    beyond = {row: columns for row in rows if (columns := [at for at, _ in view.filled(row) if at > last])}
    figured = all(any(is_figure(cell) for at, cell in view.filled(row) if at <= last) for row in beyond)
    return {at for columns in beyond.values() for at in columns} if figured and 2 * len(beyond) < len(rows) else set()


def headless(view: View) -> list[Block]:
    """A table without a header: three rows and more of words before figures."""
    rows = [row for row in range(view.height) if is_entry(view, row)]
    if len(rows) < 3:
        return []
    first = rows[0]
    left = next(column for column, cell in view.filled(first) if is_words(cell))
    right = max((column for row in rows for column, cell in view.filled(row) if is_figure(cell)), default=left)
    right = next((last for last in range(left + 1, right) if _scratch(view, rows, last)), right)
    title, code = (
        left,
        max((column for row in rows * bool(left) for column, _ in view.filled(row) if column < left), default=left),
    )
    codes = [view.text(row, code) for row in rows]
    numbered = code < left and 2 * sum(map(bool, map(marks_of, codes))) > len(rows)
    numbered = numbered and not 2 * sum(map(bool, map(_CENTS, codes))) > len(rows)  # those of the year before
    if numbered and first and marks_of(view.text(first - 1, code)) and view.text(first - 1, left):
        first -= 1
    else:
        first = _first_section(view, first, rows[-1], title)
    left = code if numbered else left
    above = first > 0 and _is_section(view, first - 1, title)
    ends = {named_by_total(view.text(row, title)) for row in rows if above}
    while first and _is_section(view, first - 1, title) and bare(view.text(first - 1, title)) in ends:
        first -= 1  # a total names it
    header, first = _lone_heading(view, rows[0], left) or (first, first)
    labels = first if header < first and is_labels(view, first, left, right) else None
    first += labels is not None
    block = Block(header, first, first, left, right, labels)
    block = block._replace(end=end_of(view, block, header))
    return [block] if block.end - first >= 3 else []


def _first_section(view: View, first: int, last: int, left: int) -> int:
    """The row of the name of a section above the first lines, behind a blank row as those of others below; or the first
    itself."""
    apart = first > 0 and view.is_blank(first - 1)
    above = first - 1 - apart
    if above < 0 or not _is_section(view, above, left):
        return first
    others = (row for row in range(first, last) if _is_section(view, row, left))
    return above if any(not apart or view.is_blank(row + 1) for row in others) else first


def _lone_heading(view: View, first: int, left: int) -> tuple[int, int] | None:
    """The row of the only heading, of the only column of figures, above the first lines and the names of sections, and
    the row of the first of these; None where there is no such."""
    top = first
    while first - top < SECTIONS and top and _is_section(view, top - 1, left):
        top -= 1
    heading = view.filled(top - 1) if top else []
    alone = len(heading) == 1 and heading[0][0] > left and is_words(heading[0][1])
    figured = alone and _figured(view, [*range(top, min(top + DEPTH, view.height))]) == {heading[0][0]}
    return (top - 1, top) if figured else None


def _is_section(view: View, row: int, left: int) -> bool:
    """Whether a row holds nothing but words where the titles stand, as the name of a section does."""
    return [(column, is_words(cell)) for column, cell in view.filled(row)] == [(left, True)]


def is_entry(view: View, row: int) -> bool:
    """Whether a row has a figure behind words, or would if its formula had a value."""
    cells = view.filled(row)
    words = [column for column, cell in cells if is_words(cell)]
    values = [column for column, cell in cells if is_figure(cell) or cell.kind in (Kind.PENDING, Kind.ERROR)]
    return bool(words and values) and values[-1] > words[0]
