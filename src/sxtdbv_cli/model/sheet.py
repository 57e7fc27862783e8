"""How a table was understood, and the way from its plan back to its cells.

``Sheet`` goes with a plan that was read from a table (``Loaded.sheet``, ``Subject.sheet``; None for a plan file): the
grid as it stands, formulas and all, and where in it each line and column of the plan is. Rows and columns of a grid
count from 0.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from sxtdbv_cli.model.finding import Fact, Severity
from sxtdbv_cli.model.grid import Grid, Span
from sxtdbv_cli.model.place import Address, Place
from sxtdbv_cli.model.plan import DECLARED, Cell, Plan
from sxtdbv_cli.text.language import Text

Position = tuple[int, int]
"""A row and a column of a grid."""

GRID = "grid"
"""The first step of the address of a cell of the grid itself: ``("grid", row, column)``."""


class Use(StrEnum):
    """What a column of the grid holds."""

    CODE = "code"
    TITLE = "title"
    SCHEDULE = "schedule"
    UNIT = "unit"
    QUANTITY = "quantity"
    PRICE = "price"
    AMOUNT = "amount"
    NOTE = "note"
    SKIP = "skip"


class GridColumn(NamedTuple):
    """One column of the block: its place in the grid, its heading, its use, and why it was taken for that.

    ``key`` is the key of the plan's column for an amount; ``rule`` the sum or the product it states, as text.
    """

    column: int
    heading: str
    use: Use
    why: Text
    key: str | None = None
    rule: str | None = None


class LeftOut(NamedTuple):
    """A row of the sheet that became no line, and why."""

    row: int
    text: str
    why: Text


class Doubt(NamedTuple):
    """What could be read two ways: the code of the rule that tells it, where, and its facts.

    ``message`` takes the place of the rule's own, and ``severity``. ``weighed``: sums that hold settle it; it is a
    note then.
    """

    code: str
    address: Address
    facts: Mapping[str, Fact] = {}
    message: Text | None = None
    severity: Severity | None = None
    weighed: bool = False


class Factor(NamedTuple):
    """What is multiplied: a column of the grid, or several that are added and taken away first."""

    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()

    @property
    def columns(self) -> tuple[int, ...]:
        """All of its columns."""
        return (*self.plus, *self.minus)

    def further(self, by: int) -> "Factor":
        """The same in columns further right."""
        return Factor(tuple(column + by for column in self.plus), tuple(column + by for column in self.minus))


class Product(NamedTuple):
    """What a line states as the product of other columns: ``column`` of the plan is the product of ``factors``.
    ``computed`` is exact, in smallest steps; ``slack`` is how far rounding may be off it;
    ``times`` is a number that is multiplied too: 12 months, 1/1000 where a price in nghìn makes an amount in triệu."""

    line: int
    column: int
    factors: tuple[Factor, ...]
    computed: Fraction
    slack: Fraction
    times: Fraction = Fraction(1)


class Proportion(NamedTuple):
    """A percentage that is not what its columns come to: its row, its column and those of the two amounts, all of the
    grid; ``part`` and ``whole`` are these, in smallest steps; ``change``: how far the part is from the whole. As it is
    stated, and computed to the same digit."""

    row: int
    column: int
    columns: tuple[int, int]
    part: int
    whole: int
    change: bool
    stated: Text
    computed: Text


class Balance(NamedTuple):
    """A balance that goes on: in ``column`` of the plan what the line ``before`` states, with ``plus`` and less
    ``minus`` of the lines ``since``; ``computed`` in smallest steps. ``moves``: these are not nought. A total says once
    more what the last line states: that is no amount of the plan, and added to nothing."""

    line: int
    before: int
    since: tuple[int, ...]
    column: int
    plus: tuple[int, ...]
    minus: tuple[int, ...]
    stated: int
    computed: int
    is_off: bool
    moves: bool = False

    def cells(self, plan: Plan) -> tuple[Cell, ...]:
        """Its cell, that of the balance before, and those of what came in and went out in between."""
        return plan.cell(self.line, self.column), plan.cell(self.before, self.column), *self._moved(plan, self.since)

    def beside(self, plan: Plan) -> list[Cell]:
        """The cells of what came in and went out on all of its lines."""
        return self._moved(plan, {self.line, self.before, *self.since})

    def _moved(self, plan: Plan, lines: Iterable[int]) -> list[Cell]:
        return [plan.cell(line, column) for line in lines for column in (*self.plus, *self.minus)]


class Understanding(NamedTuple):
    """What was made of a table. ``sure`` is in percent: how many of the sums it promises hold.

    ``others`` are the blocks that were not read; ``nesting`` says what the levels were taken from. ``conjectured`` are
    the lines whose child lines are only a conjecture that their sums do not confirm; the declared total is the line
    behind the last. ``products`` are the amounts that are a quantity times a price, ``proportions`` the
    percentages that do not come out, ``balances`` what goes on from line to line. ``by_form``: sxtdbv wrote the
    table itself, and its structure says all of this.
    """

    block: Span
    header: tuple[int, ...]
    columns: tuple[GridColumn, ...]
    unit: str | None
    unit_from: Position | None
    nesting: Text
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    others: tuple[Span, ...] = ()
    conjectured: frozenset[int] = frozenset()
    sure: int | None = None
    products: tuple[Product, ...] = ()
    proportions: tuple[Proportion, ...] = ()
    balances: tuple[Balance, ...] = ()
    by_form: bool = False

    @property
    def running(self) -> frozenset[int]:
        """The columns of the plan whose balances go on from line to line: their lines have no sum."""
        return frozenset(one.column for one in self.balances)


class Sheet(NamedTuple):
    """The grid a plan was read from. ``rows`` and ``columns`` have the row of each line and the column of each column
    of the plan; ``figures`` the row of each line's figures, which is another one where they stand in a sub-total
    below; ``declared`` is the row of the grand total; ``said`` is where the text around the table says the rest.
    ``named`` is the column of the titles of lines that another than that of titles names. ``shifts`` are for lines
    whose cells stand so many columns further right, on the other side of a table."""

    grid: Grid
    understanding: Understanding
    rows: tuple[int, ...]
    figures: tuple[int, ...]
    columns: tuple[int, ...]
    keys: Mapping[str, int]
    declared: int | None = None
    said: Mapping[Address, Position] = {}
    shifts: Mapping[int, int] = {}
    named: Mapping[int, int] = {}

    def cell_of(self, address: Address) -> Position | None:
        """The cell of an address; None for what stands in no cell of the table or the text around it."""
        return self.said.get(address) or self._in_table(address)

    def _in_table(self, address: Address) -> Position | None:
        if address[0] == GRID:
            return int(address[1]), int(address[2])
        if address[0] == "lines" and len(address) > 1:
            return self._in_line(int(address[1]), address[2:])
        if address[0] == DECLARED and self.declared is not None:
            column = self.columns[self.keys[str(address[1])]] if len(address) > 1 else self._column("title")
            return self.declared, column + self.shifts.get(len(self.rows), 0)
        if address[0] == "columns" and len(address) > 1:
            top = (*self.understanding.header, self.understanding.block.top)[0]  # a table may have no header
            return top, self.columns[int(address[1])]
        return self.understanding.unit_from if address[0] == "unit" else None

    def _in_line(self, line: int, rest: Address) -> Position:
        shift = self.shifts.get(line, 0)
        if len(rest) > 1 and rest[0] == "amounts":
            return self.figures[line], self.columns[self.keys[str(rest[1])]] + shift
        if line in self.named and rest == ("title",):
            return self.rows[line], self.named[line] + shift
        return self.rows[line], self._column(str(rest[0]) if rest else "code") + shift

    def place(self, address: Address) -> Place:
        """Where a thing stands in the file; what stands in no cell is placed at the first cell of the table."""
        block = self.understanding.block
        return self.grid.place(*(self.cell_of(address) or (block.top, block.left)))

    def cell_name(self, address: Address) -> str:
        """What a workbook calls the cell of an address, ``C5``; empty for what has none, and in other files."""
        position = self.cell_of(address)
        return "" if position is None or self.grid.place(*position).sheet is None else self.grid.named(position)

    def _column(self, use: str) -> int:
        """The column of a use, or of the title where the table has none."""
        found = {column.use.value: column.column for column in reversed(self.understanding.columns)}
        return found.get(use, found.get("title", self.understanding.block.left))
