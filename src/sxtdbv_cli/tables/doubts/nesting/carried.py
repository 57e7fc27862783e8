"""Rows that carry a sum from one page to the next, and were read as lines."""

from collections.abc import Iterator

from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.tables.body.carried import is_carried
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.text.language import Text

CARRIED = Text(
    "dòng “{title}” có thể là số cộng dồn mang sang trang sau, không phải một dòng hay một tổng; ở đây vẫn được đọc",
    "“{title}” may be a sum carried over to the next page, neither a line nor a total; it was read all the same",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """The rows without a number that say they carry a sum over."""
    for row in reading.body.rows:
        if is_carried(row):
            yield Doubt(NESTING, (GRID, row.row, 0), {"title": row.title}, CARRIED)
