"""The columns of a table by their use."""

from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.columns.reasons import WORDS
from sxtdbv_cli.tables.columns.taken import Taken


class Columns(NamedTuple):
    """The columns of the grid by their use; ``titles`` from the left, ``groups`` the columns of words left of them,
    ``details`` those of words between them and the amounts;
    ``amounts`` in order; ``levels`` the columns of codes, where each level has its own;
    ``prices`` are no amounts, but written like them."""

    code: int | None
    titles: tuple[int, ...]
    schedule: int | None
    note: int | None
    amounts: tuple[int, ...]
    groups: tuple[int, ...] = ()
    levels: tuple[int, ...] = ()
    prices: tuple[int, ...] = ()
    details: tuple[int, ...] = ()
    unit: int | None = None


def columns_of(taken: Sequence[Taken]) -> Columns:
    """The columns by use."""

    def first(use: Use) -> int | None:
        return next((column.head.column for column in taken if column.use is use), None)

    titles = tuple(column.head.column for column in taken if column.use is Use.TITLE)
    amounts = tuple(column.head.column for column in taken if column.use is Use.AMOUNT)
    codes = tuple(column.head.column for column in taken if column.use is Use.CODE)
    levels = codes if len(codes) > 1 else ()
    groups = tuple(
        column.head.column
        for column in taken
        if column.use in (Use.NOTE, Use.SKIP) and titles and column.head.column < titles[0]
    )
    first_amount = min(amounts, default=0)
    details = tuple(
        column.head.column
        for column in taken
        if column.why == WORDS and titles and titles[-1] < column.head.column < first_amount
    )
    prices = tuple(column.head.column for column in taken if column.use is Use.PRICE)
    return Columns(
        first(Use.CODE),
        titles,
        first(Use.SCHEDULE),
        first(Use.NOTE),
        amounts,
        groups,
        levels,
        prices,
        details,
        first(Use.UNIT),
    )
