"""The lines of a body, and what was noticed on the way."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from sxtdbv_cli.model.grid import GridCell
from sxtdbv_cli.model.sheet import LeftOut, Position
from sxtdbv_cli.tables.figures.exact import Figure
from sxtdbv_cli.tables.figures.noise import decimals_of
from sxtdbv_cli.tables.figures.notation import Notation

Filled = Mapping[int, GridCell]
"""The cells of a row that hold something, by their columns."""
Stated = int | Decimal | None
"""A figure as it stands: a whole number, or a decimal one; None where the cell is blank."""


class Row(NamedTuple):
    """One row that is a line: its texts, its figures, and how far its title is indented; ``marked`` says whether its
    cells of amounts hold anything, if only marks. ``named`` is the column of its title where that is not that of
    titles; ``shares``: it shares its title with the row above, ``within``: that is the total of all that share it."""

    row: int
    code: str | None
    title: str
    schedule: str | None
    note: str | None
    figures: tuple[Stated, ...]
    indent: int
    marked: bool
    named: int | None = None
    shares: bool = False
    within: bool = False

    @property
    def has_figures(self) -> bool:
        """Whether it states any figure, if only nought."""
        return self.figures.count(None) < len(self.figures)


class Body(NamedTuple):
    """The lines of a body, and what was noticed on the way.

    ``odd`` are cells that hold no figure where one was looked for, ``doubled`` those that can be read two ways,
    ``noisy`` are figures that were freed of binary noise, ``decomposed`` texts that were composed; ``units`` are what
    figures are said to be in. ``openers`` are the rows behind which a bare *trong đó* stands: its followers are a
    partial listing of them. ``wrapped`` are the rows that hold but the rest of the title above. ``shared`` is the
    column of titles that stand once for several rows with names of their own. ``coarsest`` are the decimals of the
    figures that were rounded most, where all are in multiples of their money (``$1.5M``: -5). ``grouped`` are the
    columns that set off thousands with what is the decimal sign of the others.
    """

    rows: list[Row]
    left_out: list[LeftOut]
    odd: list[tuple[Position, Figure]]
    doubled: list[tuple[Position, Figure]]
    noisy: list[Position]
    decomposed: list[Position]
    units: list[tuple[Position, str]]
    openers: set[int]
    decimals: int
    notation: Notation
    wrapped: Sequence[int] = ()
    shared: int | None = None
    coarsest: int | None = None
    grouped: frozenset[int] = frozenset()

    def notation_of(self, column: int) -> Notation:
        """How the figures of a column are written."""
        return self.notation.other if column in self.grouped else self.notation


def decimals_shown(rows: Sequence[Row]) -> int:
    """The most decimals of any figure."""
    figures = [figure for row in rows for figure in row.figures if figure.__class__ is Decimal]
    return max(map(decimals_of, figures), default=0)


def shows_tenths(rows: Sequence[Row]) -> bool:
    """Whether most figures other than nought have one decimal, not all of them halves, and none has more."""
    figures = [figure for row in rows for figure in row.figures if figure]
    parted = [figure for figure in figures if figure.__class__ is Decimal]
    tenths = all(decimals_of(figure) == 1 for figure in parted)
    return tenths and 2 * len(parted) > len(figures) and any(2 * figure % 1 for figure in parted)
