"""What columns were taken for, and the columns of a table by their use."""

from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.columns.head import Head
from sxtdbv_cli.tables.columns.reasons import WORDS
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


class Columns(NamedTuple):
    """The columns of the grid by their use, in order."""

    code: int | None
    titles: tuple[int, ...]
    schedule: int | None
    note: int | None
    amounts: tuple[int, ...]
    groups: tuple[int, ...] = ()  # of words, left of the titles
    levels: tuple[int, ...] = ()  # of codes, where each level has its own
    prices: tuple[int, ...] = ()  # no amounts, but written like them
    details: tuple[int, ...] = ()  # of words, between the titles and the amounts
    unit: int | None = None


def columns_of(taken: Sequence[Taken]) -> Columns:
    """The columns by use."""
    by_use: dict[Use, list[int]] = {use: [] for use in Use}
    for column in taken:
        by_use[column.use].append(column.head.column)
    first = {use: columns[0] if columns else None for use, columns in by_use.items()}
    titles, amounts, codes = (tuple(by_use[use]) for use in (Use.TITLE, Use.AMOUNT, Use.CODE))
    words = [(column.head.column, column) for column in taken if titles]
    return Columns(
        first[Use.CODE],
        titles,
        first[Use.SCHEDULE],
        first[Use.NOTE],
        amounts,
        groups=tuple(at for at, column in words if column.use in (Use.NOTE, Use.SKIP) and at < titles[0]),
        levels=codes if len(codes) > 1 else (),
        prices=tuple(by_use[Use.PRICE]),
        details=tuple(at for at, column in words if column.why == WORDS and titles[-1] < at < min(amounts, default=0)),
        unit=first[Use.UNIT],
    )
