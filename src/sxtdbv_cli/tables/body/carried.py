"""Rows that carry a sum from one page to the next: *Cộng trang 1*, *Mang sang*. They add nothing."""

import re
from collections.abc import Sequence

from sxtdbv_cli.model.sheet import LeftOut
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.body.lines import Body, Row
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text.language import Text

CARRIED = Text("số cộng của trang, mang sang trang sau", "the sum of a page, or what is carried to the next")
_CARRIED = re.compile(
    r"(cong |so )*((chuyen|mang) (sang|tiep|qua)( trang)?( sau| truoc)?( \d+)?|chuyen trang( sau)?)|"
    r"cong (het )?trang( \d+| truoc| nay)?|trang truoc (chuyen|mang) sang|"
    r"(total )?(carried|brought) (forward|over|down)|page total|total of page( \d+)?"
).fullmatch


def is_carried(row: Row) -> bool:
    """Whether a row says that it carries a sum over."""
    return not row.code and bool(_CARRIED(plain(row.title).strip(" .:()")))


def leave_carried(body: Body) -> None:
    """Leave out the rows that carry sums over, in a numbered list of one level that goes on behind them, where each is
    just what its page or all lines before it come to; else all of them stay."""
    carried = [at for at, row in enumerate(body.rows) if is_carried(row)]
    lines = [at for at, row in enumerate(body.rows) if at not in carried and not is_total(row.title)]
    numbers = [body.rows[at].code for at in lines]
    ends = bool(carried) and carried[-1] == len(body.rows) - 1
    if not carried or ends or numbers != [str(number) for number in range(1, len(lines) + 1)]:
        return
    turns = [0, *carried]
    starts = {at: max((turn for turn in turns if turn < at and at - turn > 1), default=0) for at in carried}
    if all(_is_sum(body.rows, at, (0, starts[at]), lines) for at in carried):
        body.left_out.extend(LeftOut(body.rows[at].row, body.rows[at].title, CARRIED) for at in carried)
        body.rows[:] = [row for at, row in enumerate(body.rows) if at not in carried]


def _is_sum(rows: Sequence[Row], at: int, starts: Sequence[int], lines: Sequence[int]) -> bool:
    """Whether every figure of a row is the sum of the lines before it, from one of some starts on."""
    stated = [(column, figure) for column, figure in enumerate(rows[at].figures) if figure is not None]
    sums = [
        [sum(rows[line].figures[column] or 0 for line in lines if start <= line < at) for column, _ in stated]
        for start in starts
    ]
    return bool(stated) and [figure for _, figure in stated] in sums
