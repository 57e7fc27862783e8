"""Lists that are opened as the whole of a line (*Gồm:*, *Cụ thể:*) and do not add up to it."""

from bisect import bisect
from collections.abc import Iterator

from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.tables.body.left_out import OPENER
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.words.titles import lists_all
from sxtdbv_cli.text.language import Text

SHORT = Text(
    "“{title}” mở danh sách của cả dòng trên, nhưng các dòng theo sau không cộng bằng dòng đó; được đọc như “trong đó”",
    "“{title}” opens a list of the whole line above, but the lines that follow do not add up to it; they were read as "
    "a partial listing",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """The rows that open such lists."""
    found, block = reading.structure, reading.chosen.block
    at = [entry.row for entry in found.entries]
    for left in reading.body.left_out if found.entries else ():
        behind = bisect(at, left.row)
        if left.why is OPENER and lists_all(left.text) and behind < len(at) and found.roles[behind] is Role.OF_WHICH:
            yield Doubt(NESTING, (GRID, left.row, block.left), {"title": left.text}, SHORT)
