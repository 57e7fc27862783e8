"""The column that came nearest to amounts, where none was taken for them."""

from collections.abc import Sequence

from sxtdbv_cli.model.finding import Fault
from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.choosing import name_of
from sxtdbv_cli.tables.columns.reasons import BY_HEADING
from sxtdbv_cli.tables.columns.taken import Taken
from sxtdbv_cli.tables.faults import NEAREST, NO_AMOUNTS, refuse
from sxtdbv_cli.tables.view import View, is_figure
from sxtdbv_cli.text.language import Text

_HEADED = {
    Use.QUANTITY: Text("tên cột nói là số lượng", "its heading speaks of quantities"),
    Use.PRICE: Text("tên cột nói là đơn giá", "its heading speaks of prices"),
    Use.SCHEDULE: Text("tên cột nói là thời gian", "its heading speaks of a schedule"),
    Use.NOTE: Text("tên cột nói là ghi chú", "its heading speaks of notes"),
    Use.UNIT: Text("tên cột nói là đơn vị tính", "its heading speaks of units"),
}


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
    why = _HEADED.get(best.use, best.why) if best.why == BY_HEADING else best.why
    at = view.grid.place(block.header, number)
    return refuse(NEAREST, at, block=name, letters=column_letters(number + 1), heading=heading, why=why)
