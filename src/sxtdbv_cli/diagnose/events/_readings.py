"""What a module of events says: an event with the sums it explains, or where a line would have to be lower.

It speaks of rows of figures, one a column: what a line states, or what its footings are off by.
"""

from typing import NamedTuple

from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.model.diagnosis import Explanation
from sxtdbv_cli.model.plan import Plan

Row = list[int]
"""A figure a column: what the footings of a line are off by (stated less computed), or a difference of a row."""

Block = tuple[int, ...]
"""A column with those that are added up in it."""


def columns_of(row: Row) -> tuple[int, ...]:
    """The columns in which a row is anything."""
    return tuple(column for column, amount in enumerate(row) if amount)


def less(row: Row, by: Row) -> Row:
    """A row less another."""
    return [one - two for one, two in zip(row, by, strict=True)]


def negative(row: Row) -> Row:
    """A row with its signs turned."""
    return [-amount for amount in row]


def below(plan: Plan, at: int) -> Block:
    """A column with those that are added up in it, to any depth."""
    column = plan.columns[at]
    return at, *[one for part in (*column.plus, *column.minus) for one in below(plan, part)]


class Reading(NamedTuple):
    """An event that makes some failing sums hold (their numbers: ``keys``) and leaves all others as they are.

    ``doubt`` is what it costs more than others of its kind, or less.
    """

    explanation: Explanation
    keys: tuple[Key, ...]
    doubt: int = 0


class Shift(NamedTuple):
    """A line whose figures, were they lower by ``by``, would make the failing footings of ``lines`` hold.

    ``branch`` says that the lines below it would have to be lower with it.
    """

    line: int
    by: Row
    lines: tuple[int, ...]
    branch: bool = False
