"""Whether what was taken of a table can be read; what cannot is refused, and says why."""

from collections.abc import Sequence

from sxtdbv_cli.model.choices import Choices
from sxtdbv_cli.model.finding import Fault, Unreadable
from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.model.units import MOST_DECIMALS
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.body.lines import Body
from sxtdbv_cli.tables.choosing import name_of, stated_columns
from sxtdbv_cli.tables.columns import stated_uses
from sxtdbv_cli.tables.columns.taken import Columns, Taken, Why
from sxtdbv_cli.tables.faults import NEAREST, NO_AMOUNTS, NO_COLUMN, NO_LINES, NO_TITLES, TOO_FINE, TWO_READINGS, refuse
from sxtdbv_cli.tables.view import View, is_figure
from sxtdbv_cli.text.language import Text

_HEADED = {
    Use.QUANTITY: Text("tên cột nói là số lượng", "its heading speaks of quantities"),
    Use.PRICE: Text("tên cột nói là đơn giá", "its heading speaks of prices"),
    Use.SCHEDULE: Text("tên cột nói là thời gian", "its heading speaks of a schedule"),
    Use.NOTE: Text("tên cột nói là ghi chú", "its heading speaks of notes"),
    Use.UNIT: Text("tên cột nói là đơn vị tính", "its heading speaks of units"),
}


def taken_as_stated(view: View, block: Block, heads: Sequence[Head], choices: Choices) -> list[Taken]:
    """The columns as the user states them; one that the table does not have is refused."""
    stated = stated_columns(choices.columns or {})
    if missing := [column_letters(column + 1) for column in stated.keys() - {head.column for head in heads}]:
        at = view.grid.place(block.header, block.left)
        raise Unreadable([refuse(NO_COLUMN, at, block=name_of(block), letters=", ".join(sorted(missing)))])
    return stated_uses(heads, stated)


def headed(heads: list[Head], block: Block) -> list[Head]:
    """The headings; in a table without a header the letters of the columns."""
    if block.header < block.body:
        return heads
    return [head._replace(parts=(column_letters(head.column + 1),)) for head in heads]


def refuse_without_columns(view: View, block: Block, taken: Sequence[Taken], columns: Columns) -> None:
    """Refuse a table without titles or without amounts."""
    faults = []
    if not columns.titles:
        faults.append(refuse(NO_TITLES, view.grid.place(block.header, block.left), block=name_of(block)))
    if not columns.amounts:
        faults.append(without_amounts(view, block, taken))
    if faults:
        raise Unreadable(faults)


def refuse_unreadable(view: View, block: Block, body: Body) -> None:
    """Refuse figures that can be read two ways, and a body without lines."""
    faults: list[Fault] = []
    for (row, column), figure in body.doubled:
        whole, decimals = figure.mark.replace(",", "").replace(".", ""), figure.mark.replace(",", ".")
        vi, en = (whole, decimals) if "." in figure.mark else (decimals, whole)
        faults.append(refuse(TWO_READINGS, view.grid.place(row, column), text=figure.mark, vi=vi, en=en))
    if body.decimals > MOST_DECIMALS:
        faults.append(refuse(TOO_FINE, view.grid.place(block.header, block.left), most=MOST_DECIMALS))
    if not body.rows and not faults:
        faults.append(refuse(NO_LINES, view.grid.place(block.header, block.left), block=name_of(block)))
    if faults:
        raise Unreadable(faults)


def without_amounts(view: View, block: Block, taken: Sequence[Taken]) -> Fault:
    """Why a table has no column of amounts: the column with most figures, and what it was taken for instead."""
    place, name = view.grid.place(block.header, block.left), name_of(block)
    others = [column for column in taken if column.use not in (Use.CODE, Use.TITLE)]
    figures = {
        column: sum(is_figure(view.at(row, column.head.column)) for row in range(block.body, block.end))
        for column in others
    }
    best = max(others, key=lambda column: figures[column], default=None)
    if best is None or not figures[best]:
        return refuse(NO_AMOUNTS, place, block=name)
    number, heading = best.head.column, best.head.text
    why = _HEADED.get(best.use, best.why) if best.why == Why.BY_HEADING else best.why
    at = view.grid.place(block.header, number)
    return refuse(NEAREST, at, block=name, letters=column_letters(number + 1), heading=heading, why=why)
