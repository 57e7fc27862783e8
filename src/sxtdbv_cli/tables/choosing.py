"""Which sheet and which block of it is the table: what is stated, else the only one there is."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from sxtdbv_cli.model.choices import Choices
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid, Span, span_of
from sxtdbv_cli.model.place import Place, column_number
from sxtdbv_cli.tables.blocks import block_of, find_blocks, with_header_rows
from sxtdbv_cli.tables.blocks.apart import with_signs
from sxtdbv_cli.tables.blocks.block import Block, lines, size
from sxtdbv_cli.tables.faults import NO_SHEET, NO_TABLE, RANGE, SHEETS, refuse
from sxtdbv_cli.tables.view import View

MUCH_LARGER = 3
"""A table is plainly meant where it holds so many times the figures of any on another sheet."""


class Chosen(NamedTuple):
    """The table to read, and those that are not read: on its own sheet, and the sheets that hold any."""

    view: View
    block: Block
    others: list[Block]
    sheets: list[str]


def choose(grids: Sequence[Grid], choices: Choices, file: str) -> Chosen:
    """The table that is meant.

    Raises:
        Unreadable: there is none, or more than one could be.
    """
    views = [View(with_signs(grid)) for grid in _sheets(grids, choices, file)]
    if choices.range is not None:
        if len(views) > 1:
            raise Unreadable([refuse(SHEETS, Place(file), sheets=_names(grids))])
        span = _span(choices.range, views[0], file)
        block = block_of(views[0], span, choices.header_rows)
        return Chosen(views[0], block, [*_beside(block, find_blocks(views[0]))], [])
    found = [(view, blocks) for view in views if (blocks := find_blocks(view))]
    if not found:
        raise Unreadable([refuse(NO_TABLE, Place(file), sheets=_names([view.grid for view in views]))])
    best = 0
    if len(found) > 1:  # the figures of a large table need not be counted where it is alone
        named = found[0][0].grid.sheet
        measure = size if named else lines
        sizes = [sum(measure(view, block) for block in blocks) for view, blocks in found]
        best = sizes.index(max(sizes))
        rivals = [index for index in range(len(found)) if MUCH_LARGER * sizes[index] >= sizes[best]]
        if named and len(rivals) > 1:  # of the tables of a document the longest is meant, and the others are told
            raise Unreadable([refuse(SHEETS, Place(file), sheets=_names([found[index][0].grid for index in rivals]))])
    view, blocks = found.pop(best)
    block = blocks[0]
    if len(blocks) > 1:  # that with most lines
        block = max(blocks, key=lambda one: (lines(view, one), size(view, one), -one.header, -one.left))
    others = sorted(other for other in blocks if other != block)
    if choices.header_rows is not None:
        block = with_header_rows(view, block, choices.header_rows)
    return Chosen(view, block, others, [other.grid.name for other, _ in found])


def holding_tables(grids: Sequence[Grid]) -> list[str]:
    """The names of the sheets that hold a table and are not hidden."""
    return [grid.name for grid in _shown(grids) if find_blocks(View(grid))]


def _sheets(grids: Sequence[Grid], choices: Choices, file: str) -> Sequence[Grid]:
    """The sheets to look at: the one stated, by name or by number, else those that are not hidden."""
    wanted = choices.sheet
    if wanted is None:
        return _shown(grids)
    named = [grid for grid in grids if grid.name == wanted] or [
        grid for grid in grids if grid.name.strip().casefold() == wanted.strip().casefold()
    ]
    if not named and wanted.isdecimal() and 0 < int(wanted) <= len(grids):
        named = [grids[int(wanted) - 1]]
    if not named:
        raise Unreadable([refuse(NO_SHEET, Place(file), name=wanted, sheets=_names(grids))])
    return named[:1]


def _shown(grids: Sequence[Grid]) -> Sequence[Grid]:
    """The sheets that are not hidden, if there are any."""
    return [grid for grid in grids if not grid.hidden] or grids


def _names(grids: Sequence[Grid]) -> str:
    return ", ".join(grid.name for grid in grids)


def _span(text: str, view: View, file: str) -> Span:
    """A range such as ``A5:H40``.

    Raises:
        Unreadable: it is none, or lies outside the sheet.
    """
    with suppress(ValueError):
        top, left, bottom, right = span_of(text)
        if 0 <= top < view.height and left < view.width:
            return Span(top, left, min(bottom, view.height - 1), min(right, view.width - 1))
    raise Unreadable([refuse(RANGE, Place(file), range=text)])


def _beside(block: Block, others: Sequence[Block]) -> Iterator[Block]:
    """The other tables, and the rows of one behind a block that was stated within it."""
    for other in others:
        if not _overlap(block, other):
            yield other
        elif block.end < other.end:
            yield other._replace(header=block.end, body=block.end, labels=None)


def _overlap(block: Block, other: Block) -> bool:
    """Whether two blocks share a cell."""
    return (
        block.header < other.end
        and other.header < block.end
        and block.left <= other.right
        and other.left <= block.right
    )


def stated_columns(columns: Mapping[str, str]) -> dict[int, str]:
    """The columns a user states, by number."""
    return {column_number(letters.upper()) - 1: use for letters, use in columns.items()}


def name_of(block: Block) -> str:
    """A block as a workbook names it: ``A5:H40``."""
    return Span(block.header, block.left, block.end - 1, block.right).name
