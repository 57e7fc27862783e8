"""Lines with nothing but noughts that may be headings, in which formulas have left them."""

from collections.abc import Iterator

from sxtdbv_cli.model.sheet import Doubt, Use
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.text.language import Text

HALF = 2
"""Where one of so many lines with amounts says what is counted, one that does not is set apart."""
NOUGHTS = Text(
    "dòng chỉ có số 0, khác các dòng theo sau; có thể là mục của các dòng đó, ở đây vẫn được đọc ngang với chúng",
    "the line has nothing but noughts, unlike those behind it; it may be their heading, and was read beside them",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """The lines of noughts alone before others beside them that stand further in, or that alone say what is counted."""
    found = reading.structure
    noughts = [line for line, entry in enumerate(found.entries[:-1]) if not any(entry.figures) and entry.has_figures]
    counted = _counted(reading) if noughts else set()
    for line in noughts:
        entry, after = found.entries[line : line + 2]
        if found.parents[line] != found.parents[line + 1] or entry.total or not any(after.figures):
            continue
        apart = entry.row not in counted and after.row in counted
        if apart or (entry.indent < after.indent and not entry.marks):
            yield Doubt(NESTING, ("lines", line), {}, NOUGHTS)


def _counted(reading: Reading) -> set[int]:
    """The rows that say a quantity, a price or a unit, where most lines with amounts do."""
    view, entries = reading.view, reading.structure.entries
    columns = [column.head.column for column in reading.taken if column.use in (Use.QUANTITY, Use.PRICE, Use.UNIT)]
    rows = {entry.row for entry in entries if any(view.at(entry.row, column) for column in columns)}
    lines = [entry for entry in entries if any(entry.figures)]
    return rows if HALF * sum(entry.row in rows for entry in lines) >= len(lines) else set()
