"""Columns that only add up the one to their left from row to row."""

from decimal import Decimal
from itertools import pairwise

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.columns.content import sample
from sxtdbv_cli.tables.columns.reasons import RUNNING
from sxtdbv_cli.tables.columns.taken import Taken
from sxtdbv_cli.tables.figures.exact import read_figure
from sxtdbv_cli.tables.figures.notation import Notation, find_notation
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.totals import is_total


def without_running(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """The same, without the columns that only add up the one to their left from row to row: their totals add nothing.
    In a table without a total nothing is added, and they stay."""
    title = next((taken.head.column for taken in found if taken.use is Use.TITLE), None)
    amounts = [index for index, taken in enumerate(found) if taken.use is Use.AMOUNT]
    if title is None or len(amounts) < 2:
        return found
    typed = [view.text(row, found[index].head.column) for row in sample(block) for index in amounts]
    notation = find_notation([text for text in typed if text and not text.isdecimal()])
    for index, other in pairwise(amounts):
        columns = found[index].head.column, found[other].head.column
        if _runs(view, block, title, columns, notation):
            found[other] = found[other]._replace(use=Use.SKIP, why=RUNNING)
    return found


def _runs(view: View, block: Block, title: int, columns: tuple[int, int], notation: Notation) -> bool:
    """Whether the second of two columns is the sum of the first so far on every line, and there are totals."""
    sofar, steps, totals = Decimal(0), 0, 0
    for row in range(block.body, block.end):
        own, stated = (read_figure(view.at(row, column), notation).value for column in columns)
        if own is None and stated is None:
            continue
        if is_total(view.text(row, title)):
            totals += 1
            continue
        if own is None or stated != sofar + own:
            return False
        steps += bool(own and sofar)
        sofar += own
    return steps > 1 and totals > 0
