"""One table of a sheet: the cells it covers, and whether it holds figures."""

from typing import NamedTuple

from sxtdbv_cli.model.grid import Span
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.view import View, is_figure
from sxtdbv_cli.tables.words.headings import use_of

LOOK = 40
"""So many rows below a header are looked at to tell what stands in a column of it."""
MANY = 200
"""So many rows of a body are looked at to tell whether anything stands there."""


class Block(NamedTuple):
    """One table of a sheet: rows ``header`` to before ``body``, ``body`` to before ``end``; columns inclusive.

    ``labels`` is the row that numbers the columns, if any.
    """

    header: int
    body: int
    end: int
    left: int
    right: int
    labels: int | None = None

    @property
    def span(self) -> Span:
        """The cells of the block."""
        return Span(self.header, self.left, self.end - 1, self.right)

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell is one of the block."""
        return self.header <= row < self.end and self.left <= column <= self.right

    def first_rows(self, most: int) -> range:
        """The first rows of the body, so many at most."""
        return range(self.body, min(self.end, self.body + most))


def holds_figures(view: View, block: Block) -> bool:
    """Whether a table has any figure where amounts may stand."""
    columns = _columns(view, block)
    return any(is_figure(view.at(row, column)) for row in block.first_rows(MANY) for column in columns)


def lines(view: View, block: Block) -> int:
    """How many rows of a table hold figures."""
    columns = _columns(view, block)
    return sum(any(is_figure(view.at(row, column)) for column in columns) for row in range(block.body, block.end))


def size(view: View, block: Block) -> int:
    """How many figures a table holds."""
    rows, columns = range(block.body, block.end), _columns(view, block)
    return sum(is_figure(view.at(row, column)) for row in rows for column in columns)


def _columns(view: View, block: Block) -> range:
    """The columns in which amounts may stand: all behind the first, and that where its heading says so."""
    named = block.body > block.header and use_of(view.spread(block.body - 1, block.left)) is Use.AMOUNT
    return range(block.left + (not named), block.right + 1)
