"""The unit of a table as it is read: what the user states, else what the table does, as its cells hold the amounts."""

import re
from collections.abc import Sequence

from sxtdbv_cli.model.choices import Choices
from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.model.units import dong_scale
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.body.lines import Body
from sxtdbv_cli.tables.choosing import Chosen
from sxtdbv_cli.tables.columns.taken import Taken, amounts_of
from sxtdbv_cli.tables.document.said_totals import Declared, unit_of
from sxtdbv_cli.tables.document.unit import Stated, find_unit
from sxtdbv_cli.tables.units.money import DONG, NAMES
from sxtdbv_cli.tables.units.stated import unit_name
from sxtdbv_cli.tables.view import View

_ROWS = 50
_SAID = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""What of a format shows no part of a number."""
_SHORTENED = re.compile(r"[0#?](,+)[^0#?.,]*$").search


def thousands(code: str) -> int:
    """How many times a format divides what it shows by a thousand.

    >>> thousands("#,##0,"), thousands('0.0,,"M"'), thousands("#,##0"), thousands("#,##0.00_);(#,##0,)")
    (1, 2, 0, 0)
    """
    match = _SHORTENED(_SAID.sub("", code).split(";")[0])
    return len(match[1]) if match else 0


def shortened(view: View, block: Block, columns: Sequence[int]) -> dict[int, set[int]]:
    """How the figures of columns are shown, on the first rows: the different numbers of ``thousands`` of each."""
    found: dict[int, set[int]] = {}
    for row in block.first_rows(_ROWS):
        for column in columns:
            cell = view.at(row, column)
            if cell is not None and cell.kind is Kind.NUMBER and cell.text != "0":
                found.setdefault(column, set()).add(thousands(cell.format) if "," in cell.format else 0)
    return found


def unit_of_amounts(
    chosen: Chosen, taken: Sequence[Taken], body: Body, said: Sequence[Declared], choices: Choices
) -> Stated:
    """The unit that the user or the table states, else that which all its lines do; else đồng, where a total that the
    text declares is of their size."""
    found = _stated(chosen, taken, body, choices)
    if found.name is not None:
        return found
    total = unit_of(said, [*zip(*(row.figures for row in body.rows), strict=True)])
    return _of_lines(chosen.view, taken, body) or (Stated(DONG, total.at) if total else found)


def _of_lines(view: View, taken: Sequence[Taken], body: Body) -> Stated | None:
    """The unit of money that a column of units names on each line with figures, if only for something (*đồng/người*);
    beside quantities and prices units are those of things."""
    uses = {column.use: column.head.column for column in taken}
    if Use.UNIT not in uses or Use.QUANTITY in uses or Use.PRICE in uses:
        return None
    rows = [row.row for row in body.rows if any(figure is not None for figure in row.figures)]
    names = [unit_name(view.text(row, uses[Use.UNIT]).partition("/")[0].strip()) for row in rows]
    same = len({*names}) == 1 and names[0] is not None and dong_scale(names[0]) is not None
    return Stated(names[0], (rows[0], uses[Use.UNIT])) if same else None


def _stated(chosen: Chosen, taken: Sequence[Taken], body: Body, choices: Choices) -> Stated:
    """The unit that is stated; without a name where none is."""
    if choices.unit is not None:
        return Stated(unit_name(choices.unit) or choices.unit)
    block = chosen.block
    heads = [column.head for column in amounts_of(taken)]
    titles = [head.text for head in heads] + [column.head.text for column in taken if column.use is Use.TITLE]
    formats = [
        cell.format
        for row in block.first_rows(_ROWS)
        for head in heads
        if (cell := chosen.view.at(row, head.column)) is not None and cell.format
    ]
    return _stored(chosen, heads, find_unit(chosen.view, block, titles, [unit for _, unit in body.units], formats))


def _stored(chosen: Chosen, heads: Sequence[Head], stated: Stated) -> Stated:
    """The unit that amounts are stored in, where number formats show them all in the one that is stated."""
    scale = dong_scale(stated.name) if stated.name else None
    shown = shortened(chosen.view, chosen.block, [head.column for head in heads]) if scale else {}
    times = {count for column in shown.values() for count in column}
    count = times.pop() if len(times) == 1 else 0
    stored = NAMES.get(scale - 3 * count) if scale is not None and count else None
    return Stated(stored, stated.at, shown=stated.name) if stored else stated
