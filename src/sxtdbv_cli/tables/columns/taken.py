"""What a column was taken for."""

from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.columns.head import Head
from sxtdbv_cli.text.language import Text


class Taken(NamedTuple):
    """What a column was taken for, and why."""

    head: Head
    use: Use
    why: Text


def first_of(found: Sequence[Taken], use: Use) -> int | None:
    """The place of the first column of a use, from the left."""
    return next((index for index, taken in enumerate(found) if taken.use is use), None)


def is_taken(found: Sequence[Taken], use: Use) -> bool:
    """Whether any column is of a use."""
    return any(taken.use is use for taken in found)


def amounts_of(taken: Sequence[Taken]) -> list[Taken]:
    """The columns of amounts, in their order: the places that figures and rules count in."""
    return [column for column in taken if column.use is Use.AMOUNT]
