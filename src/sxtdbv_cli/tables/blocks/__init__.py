"""Where the tables of a sheet stand: their headers, their columns, where they end.

A header is a row that names a column of codes or of titles and at least one other; up to four rows belong to it, and a
row that numbers the columns (``A B 1 2 3=1+2``). Side by side, a second column of titles behind the amounts begins
another table. A table without a header is taken where words stand before figures, and said to have none.
"""

from collections.abc import Callable, Container, Iterator, Sequence
from itertools import islice

from sxtdbv_cli.model.grid import Span
from sxtdbv_cli.tables.blocks.block import MANY, Block, holds_figures
from sxtdbv_cli.tables.blocks.end import end_of
from sxtdbv_cli.tables.blocks.header import MOST_HEADER_ROWS, header_end, header_top
from sxtdbv_cli.tables.blocks.header_row import is_header, is_labels
from sxtdbv_cli.tables.blocks.sides import sides
from sxtdbv_cli.tables.blocks.worded import headless, is_entry, is_worded
from sxtdbv_cli.tables.numbering import marks_of
from sxtdbv_cli.tables.view import View, is_figure, is_verbal, is_words


def find_blocks(view: View) -> list[Block]:
    """Every table of a sheet, from the top; side by side from the left. A row that most lines stand above, and no
    other header, is none: the table has no header."""
    found = _headed_by(is_header, view) or _headed_by(is_worded, view)
    if found and _leaves_most_above(view, found):
        return headless(view) or found
    return found or headless(view)


def _leaves_most_above(view: View, found: Sequence[Block]) -> bool:
    """Whether more lines stand above the first of the tables found than in all of them, in columns that its header says
    nothing of."""
    head = range(found[0].header, found[0].body)
    columns = [at for at in range(found[0].left, found[0].right + 1) if not any(view.text(row, at) for row in head)]
    above = (row for row in range(found[0].header) if is_entry(view, row))
    lines = sum(any(is_figure(view.at(row, column)) for column in columns) for row in above)
    rows = (row for block in found for row in range(block.body, block.end) if is_entry(view, row))
    return len([*islice(rows, lines)]) < lines  # no more are looked at than that takes


def _headed_by(is_head: Callable[[View, int], bool], view: View) -> list[Block]:
    """The tables whose header is told in one way."""
    found: list[Block] = []
    row = 0
    while row < view.height:
        if not is_head(view, row):
            row += 1
            continue
        blocks = [block for block in tables_at(view, row) if holds_figures(view, block)]
        found += blocks
        row = max([row + 1, *(block.end for block in blocks)])
    return found


def block_of(view: View, span: Span, header_rows: int | None) -> Block:
    """The table in a block that was stated; its header is found unless ``header_rows`` says how high it is."""
    bottom, right = min(span.bottom, view.height - 1), min(span.right, max(view.width - 1, span.left))
    block = Block(span.top, span.top, bottom + 1, span.left, right)
    if header_rows is not None:
        return with_header_rows(view, block, header_rows)
    tops = range(span.top, min(block.end, span.top + MOST_HEADER_ROWS + 1))
    start = next((row for row in tops if is_header(view, row)), None)
    if start is None:
        return block
    body, labels = header_end(view, start, span.left, right)
    header = max(span.top, header_top(view, start, span.left, right))
    return block._replace(header=header, body=body, labels=labels)


def with_header_rows(view: View, block: Block, header_rows: int) -> Block:
    """The same table with a header of so many rows, counted from its top."""
    body = min(block.header + header_rows, block.end)
    labels = body - 1 if header_rows and is_labels(view, body - 1, block.left, block.right) else None
    return block._replace(body=body, labels=labels)


def tables_at(view: View, row: int) -> Iterator[Block]:
    """The tables whose header holds a row, from the left."""
    found = sides(view, row)
    for left, right in found:
        header = header_top(view, row, left, right)
        body, labels = header_end(view, row, left, right)
        block = Block(header, body, body, left, right, labels)
        others = {column for side in found for column in range(side[0], side[1] + 1)}
        block = _with_words(view, _widened(view, block._replace(end=end_of(view, block, row)), row, others), row)
        if block.end > body:
            yield block


def _widened(view: View, block: Block, header: int, others: Container[int]) -> Block:
    """A table with the columns beside it, not those of others, that have no heading but cells in most of its rows, or
    to the left the letters and numerals of rows that have nothing in the first column: a level above the others."""
    rows = block.first_rows(MANY)

    def belongs(column: int) -> bool:
        filled = sum(view.at(row, column) is not None for row in rows)
        return is_free(column) and 2 * filled >= len(rows) > 1

    def is_free(column: int) -> bool:
        return 0 <= column < view.width and column not in others and not view.spread(header, column)

    def is_level(column: int) -> bool:
        filled = [row for row in rows if view.at(row, column) is not None]
        apart = len(filled) > 1 and not any(view.at(row, block.left) for row in filled)
        return apart and is_free(column) and all(_numbers(view.text(row, column)) for row in filled)

    while belongs(block.left - 1) or is_level(block.left - 1):
        block = block._replace(left=block.left - 1)
    while belongs(block.right + 1):
        block = block._replace(right=block.right + 1)
    return block


def _numbers(text: str) -> bool:
    """Whether a text is a letter or a numeral that numbers lines."""
    return any(not mark.is_bullet for mark in marks_of(text))


def _with_words(view: View, block: Block, header: int) -> Block:
    """A table with the columns of words left of it that have no heading: where it has nothing but figures, or its
    titles have no heading either and the words stand in other rows than these."""
    rows = block.first_rows(MANY)

    def words(columns: range) -> list[int]:
        return [column for column in columns if any(is_words(view.at(row, column)) for row in rows)]

    def apart(column: int) -> bool:
        return not any(view.at(row, column) and view.at(row, title) for row in rows for title in titles)

    named = words(range(block.left, block.right + 1))
    titles = [column for column in named if is_verbal([view.at(row, column) for row in rows])]
    left = [column for column in words(range(block.left)) if not view.spread(header, column)]
    if any(view.spread(header, column) for column in titles):
        return block
    if titles:
        left = [column for column in left if apart(column)]
    return block._replace(left=min(left)) if left else block
