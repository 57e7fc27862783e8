"""Totals whose lines are not clear."""

from collections.abc import Iterator

from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.text.language import Text

TOTAL_OF = Text("không rõ “{title}” là tổng của những dòng nào", "it is not clear which lines “{title}” is the sum of")
TOTAL_LEFT = Text(
    "không rõ “{title}” là tổng của những dòng nào; dòng này không được đưa vào kế hoạch",
    "it is not clear which lines “{title}” is the sum of; it was left out",
)

UNNAMED = Text("dòng không tên", "a row without a name")


def doubts(found: Structure) -> Iterator[Doubt]:
    """Totals that were placed by their words alone, and those that were left out."""
    at = found.lines_by_row
    for entry in found.outcome.doubtful:
        yield Doubt(NESTING, _address(entry, found, at), {"title": entry.title}, TOTAL_OF)
    for entry in found.outcome.unclear:
        yield Doubt(NESTING, (GRID, entry.row, 0), {"title": entry.title or entry.code or UNNAMED}, TOTAL_LEFT)


def _address(entry: Entry, found: Structure, at: dict[int, int]) -> Address:
    if found.outcome.declared is entry:
        return ("declared",)
    return ("lines", at[entry.row]) if entry.row in at else (GRID, entry.row, 0)
