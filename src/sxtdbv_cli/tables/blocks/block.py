"""One table of a sheet: the cells it covers, and whether it holds figures."""

from typing import NamedTuple

from sxtdbv_cli.model.grid import Span
from sxtdbv_cli.tables.view import View, is_figure

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

    def first_rows(self, most: int) -> range:
        """The first rows of the body, so many at most."""
        return range(self.body, min(self.end, self.body + most))


def holds_figures(view: View, block: Block) -> bool:
    """Whether a table has any figure behind its first column."""
    return any(
        is_figure(view.at(row, column))
        for row in block.first_rows(MANY)
        for column in range(block.left + 1, block.right + 1)
    )


def lines(view: View, block: Block) -> int:
    """How many rows of a table hold figures."""
    columns = range(block.left + 1, block.right + 1)
    return sum(any(is_figure(view.at(row, column)) for column in columns) for row in range(block.body, block.end))


def size(view: View, block: Block) -> int:
    """How many figures a table holds."""
    return sum(
        is_figure(view.at(row, column))
        for row in range(block.body, block.end)
        for column in range(block.left + 1, block.right + 1)
    )
