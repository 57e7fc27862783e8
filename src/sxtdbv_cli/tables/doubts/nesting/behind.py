"""Lines behind the total of everything that are counted all the same: beside it, or in a section before it."""

from collections.abc import Iterator

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.text.language import Text

BESIDE_TOTAL = Text(
    "dòng đứng sau dòng tổng “{title}” mà không nằm trong tổng đó; được cộng ngang với nó",
    "the line stands behind the total “{title}” and is no part of it; it was counted beside it",
)


def doubts(found: Structure) -> Iterator[Doubt]:
    """The first line behind the total of everything that is counted though the total cannot mean it."""
    if found.outcome.declared is not None:
        return
    whole = _everything(found)
    beside = (line for line in _behind(found, whole) if found.parents[line] == NOWHERE) if whole else ()
    line = next((line for line in beside if any(found.entries[line].figures)), None)
    if whole is not None and line is not None:
        yield Doubt(NESTING, ("lines", line), {"title": whole.title}, BESIDE_TOTAL)


def _behind(found: Structure, total: Entry) -> list[int]:
    """The lines without a number of their own behind a total."""
    return [
        line for line, entry in enumerate(found.entries) if entry.row > total.row and not (entry.code or entry.marks)
    ]


def _everything(found: Structure) -> Entry | None:
    """The only total at the top, where it stands below the first line of the table, which belongs to it."""
    totals = [line for line, entry in enumerate(found.entries) if entry.total and found.parents[line] == NOWHERE]
    first = min(range(len(found.entries)), key=lambda line: found.entries[line].row)
    if len(totals) != 1 or found.parents[first] != totals[0]:
        return None
    return found.entries[totals[0]]
