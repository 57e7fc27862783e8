"""Columns that count, whatever they are called: the days of a month, the parts of a quantity."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.columns.content import sample
from sxtdbv_cli.tables.columns.figured import ENOUGH, Numbers, figured_of
from sxtdbv_cli.tables.columns.taken import DAYS, PARTS_COUNTED, Taken
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.promises import speaks_of_money

SHORTEST = 28
_MOST = 12
"""So many columns at most add up to one."""
_FIGURES = (Use.AMOUNT, Use.SKIP, Use.QUANTITY)


def without_days(found: list[Taken]) -> list[Taken]:
    """The same with the columns that are numbered from 1 to 28 and more as quantities."""
    run: list[int] = []
    for index, taken in enumerate(found):
        number = taken.head.parts[-1] if taken.head.parts else ""
        if number.isdecimal() and int(number) == len(run) + 1:
            run.append(index)
    if len(run) >= SHORTEST:
        for index in run:
            found[index] = found[index].now(Use.QUANTITY, DAYS)
    return found


def with_counted_parts(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """The same, with the columns beside one of quantities that add up to it as quantities: *Đã thực hiện*, *Ước thực
    hiện* beside a quantity that is both, the points for each criterion beside their total."""
    wholes = [index for index, taken in enumerate(found) if taken.use is Use.QUANTITY]
    rows = [row for row in sample(block) if not view.is_blank(row)] if wholes else []
    values: dict[int, Numbers] = {}

    def of(index: int) -> Numbers:
        if index not in values:
            values[index] = figured_of(view, rows, found[index].head.column, "", amounts=True).values
        return values[index]

    for whole in wholes:
        for side in (_run(found, range(whole - 1, -1, -1)), _run(found, range(whole + 1, len(found)))):
            for part in _parts([of(index) for index in side], of(whole)):
                taken = found[side[part]]
                if taken.use is not Use.QUANTITY:
                    found[side[part]] = taken.now(Use.QUANTITY, PARTS_COUNTED)
    return found


def _run(found: Sequence[Taken], places: Sequence[int]) -> list[int]:
    """The columns that follow each other and may count: not those whose heading speaks of money."""
    run: list[int] = []
    for place in places[:_MOST]:
        if found[place].use not in _FIGURES or speaks_of_money(found[place].head.text):
            break
        run.append(place)
    return run


def _parts(columns: Sequence[Numbers], whole: Numbers) -> Iterator[int]:
    """The columns, from the first on, that add up to another on every line, two on most."""
    for count in range(2, len(columns) + 1):
        rows = [
            (stated, [part for part in parts if part])
            for stated, *parts in zip(whole, *columns[:count], strict=True)
            if stated is not None
        ]
        telling = sum(len(parts) > 1 for _, parts in rows)
        if 2 * telling > len(rows) and telling >= ENOUGH and all(sum(p, Decimal(0)) == s for s, p in rows):
            yield from range(count)
            return
