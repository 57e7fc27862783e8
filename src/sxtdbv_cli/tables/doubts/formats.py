"""SX512, SX518: figures that number formats show otherwise than the cells hold them."""

from collections.abc import Iterator

from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.columns.taken import columns_of
from sxtdbv_cli.tables.doubts.codes import HEADER, UNIT, of_column
from sxtdbv_cli.tables.figures.shown import shortened
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.text.language import Text

SHOWN = Text(
    "các ô ghi số bằng {stored}, định dạng số chỉ hiện {unit}; được đọc bằng {stored}",
    "the cells hold {stored}, and their number formats show {unit}; they were read in {stored}",
)
SHORTENED = Text(
    "định dạng số của cột {letters} hiện số nhỏ hơn hàng nghìn lần số ghi trong ô; được đọc theo số ghi trong ô",
    "number formats of column {letters} show its figures a thousand times smaller than the cells hold; they were read "
    "as the cells hold them",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """That number formats show figures smaller than they are: all of them in the unit of the table, or some."""
    if reading.unit.shown is not None:
        yield Doubt(UNIT, ("unit",), {"unit": reading.unit.shown, "stored": reading.unit.name or "?"}, SHOWN)
        return
    for column, times in shortened(reading.view, reading.block, columns_of(reading.taken).amounts).items():
        if any(times):
            yield of_column(reading, HEADER, column, SHORTENED)
