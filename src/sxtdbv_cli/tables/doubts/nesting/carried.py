"""Rows that carry a sum from one page to the next, and were read as lines."""

import re
from collections.abc import Iterator

from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.body.lines import Row
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.text.language import Text

CARRIED = Text(
    "dòng “{title}” có thể là số cộng dồn mang sang trang sau, không phải một dòng hay một tổng; ở đây vẫn được đọc",
    "“{title}” may be a sum carried over to the next page, neither a line nor a total; it was read all the same",
)
_CARRIED = re.compile(
    r"(cong |so )*((chuyen|mang) (sang|tiep|qua)( trang)?( sau| truoc)?|chuyen trang( sau)?|cong (het )?trang( \d+)?)|"
    r"cong trang( \d+| truoc| nay)?|(total )?(carried|brought) (forward|over|down)|page total"
).fullmatch


def doubts(reading: Reading) -> Iterator[Doubt]:
    """The rows without a number that say they carry a sum over."""
    for row in reading.body.rows:
        if _is_carried(row):
            yield Doubt(NESTING, (GRID, row.row, 0), {"title": row.title}, CARRIED)


def _is_carried(row: Row) -> bool:
    """Whether a row says that it carries a sum over."""
    return not row.code and bool(_CARRIED(plain(row.title).strip(" .:()")))
