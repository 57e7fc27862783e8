"""Lines behind the header once more that begin to count anew, or stand apart: another table of the same columns."""

from collections.abc import Iterator

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.body import PAGE_ROWS
from sxtdbv_cli.tables.body.left_out import REPEATED
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.words.titles import names_page, page_number
from sxtdbv_cli.text.language import Text

BLANKS = 2
"""So many blank rows set a table apart from the one before; pages have none."""
AGAIN = Text(
    "tên cột lặp lại ở đây; từ dòng này có thể là một bảng khác cùng cột, ở đây được đọc tiếp",
    "the header stands here once more; from this line on it may be another table of the same columns, and was read as "
    "one with the lines before",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """The first lines behind a header that is repeated, where they begin a list that nothing before them confirms."""
    found = reading.structure
    for left in reading.body.left_out:
        if left.why is not REPEATED:
            continue
        behind = [line for line, entry in enumerate(found.entries) if entry.row > left.row]
        line = min(behind, key=lambda line: found.entries[line].row, default=None)
        if line is None:
            continue
        first = any(mark.ordinal == 1 for mark in found.entries[line].marks)
        apart = all(map(reading.view.is_blank, range(left.row - BLANKS, left.row)))
        if ((first or apart) and not _is_confirmed(found, line)) or _is_named(reading, left.row):
            yield Doubt(NESTING, ("lines", line), {}, AGAIN)


def _is_named(reading: Reading, header: int) -> bool:
    """Whether the name of a page stands above a header, other than above the table, and does not say that it goes
    on."""
    view, block = reading.view, reading.block
    names = [left for left in reading.body.left_out if 0 < header - left.row <= PAGE_ROWS and names_page(left.text)]
    above = {view.text(row, column) for row in range(block.header) for column, _ in view.filled(row)}
    names = [left for left in names if page_number(left.text) is None]
    return any(left.text not in above and "tiep" not in plain(left.text) for left in names)


def _is_confirmed(found: Structure, line: int) -> bool:
    """Whether a line stands below a heading of sections that goes on behind the header, or one whose sums hold."""
    above = head = found.parents[line]
    while above != NOWHERE and not found.entries[above].has_figures:
        above = found.parents[above]
    if above != NOWHERE:
        return found.tally_of(above).convinces
    before = max((entry.row for entry in found.entries if entry.row < found.entries[line].row), default=0)
    return head != NOWHERE and found.entries[head].row == before and found.outcome.declared is None
