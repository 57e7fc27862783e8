"""SX512, SX518: figures that number formats show otherwise than the cells hold them, and lines that count people or
things among lines of money."""

from collections.abc import Iterator

from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.model.units import UNNAMED, dong_scale
from sxtdbv_cli.tables.columns.taken import columns_of
from sxtdbv_cli.tables.doubts.codes import HEADER, UNIT, of_column
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.unit import shortened
from sxtdbv_cli.tables.words.titles import counts_things
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
COUNTS = Text(
    "“{text}” là số đếm chứ không phải số tiền, nhưng được đọc theo đơn vị của bảng ({unit}); nên để ở cột riêng",
    "“{text}” counts something and is no money, but was read in the unit of the table ({unit}); better keep it in a "
    "column or a table of its own",
)


def shown_otherwise(reading: Reading) -> Iterator[Doubt]:
    """That number formats show figures smaller than they are: all of them in the unit of the table, or some."""
    if reading.unit.shown is not None:
        yield Doubt(UNIT, ("unit",), {"unit": reading.unit.shown, "stored": reading.unit.name or UNNAMED}, SHOWN)
        return
    for column, times in shortened(reading.view, reading.block, columns_of(reading.taken).amounts).items():
        if any(times):
            yield of_column(reading, HEADER, column, SHORTENED)


def counting(reading: Reading) -> Iterator[Doubt]:
    """The lines that count something, have no unit of their own and are part of no sum that holds, where most of the
    others do not count and the table is in money."""
    found, name = reading.structure, reading.unit.name
    lines = [line for line, entry in enumerate(found.entries) if entry.has_figures]
    told = [line for line in lines if not found.entries[line].unit and counts_things(found.entries[line].title)]
    if name is None or dong_scale(name) is None or len(told) == len(lines):
        return
    for line in told:
        if not (found.roles[line] is Role.PART and found.tally_of(found.parents[line]).convinces):
            yield Doubt(UNIT, ("lines", line), {"text": found.entries[line].title, "unit": name}, COUNTS)
