"""The tables below a header row."""

from collections.abc import Container, Iterator

from sxtdbv_cli.tables.blocks.block import MANY, Block
from sxtdbv_cli.tables.blocks.end import end_of
from sxtdbv_cli.tables.blocks.header import header_end, header_top
from sxtdbv_cli.tables.blocks.sides import sides
from sxtdbv_cli.tables.view import View, is_verbal, is_words


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
    """A table with the columns beside it that have no heading but hold cells in most of its rows, and are not those of
    others."""
    rows = block.first_rows(MANY)

    def belongs(column: int) -> bool:
        filled = sum(view.at(row, column) is not None for row in rows)
        free = 0 <= column < view.width and column not in others and not view.spread(header, column)
        return free and 2 * filled >= len(rows) > 1

    while belongs(block.left - 1):
        block = block._replace(left=block.left - 1)
    while belongs(block.right + 1):
        block = block._replace(right=block.right + 1)
    return block


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
