"""Lines behind the last of several totals, which close all lines above it: a count of staff, a rate, a remark with a
figure, or a line of the list that no total takes in."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import permutations

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.words.headings import is_difference
from sxtdbv_cli.text.language import Text

BEHIND_LAST = Text(
    "dòng đứng sau “{title}”, là dòng tổng của mọi dòng bên trên; không tổng nào gồm dòng này, có thể không thuộc bảng",
    "the line stands behind “{title}”, which adds up all lines above; no total takes it in, and it may be no line of "
    "the list",
)


def doubts(found: Structure) -> Iterator[Doubt]:
    """Lines behind the last total that no sum and no difference explains."""
    ends = {line.row: total.row for line, total in found.outcome.merged}
    counts = Counter(found.parents)
    roots = [line for line, parent in enumerate(found.parents) if parent == NOWHERE]
    closed = [line for line in roots if counts[line] and (found.entries[line].total or found.entries[line].row in ends)]
    rows = {line: ends.get(found.entries[line].row, found.entries[line].row) for line in roots}
    last = max(closed, key=rows.__getitem__, default=None)
    declared = found.outcome.declared
    if last is None or (declared is not None and declared.has_figures):
        return
    open_ = [line for line in roots if not counts[line] and found.entries[line].has_figures]
    behind = [line for line in open_ if rows[line] > rows[last]]
    if len(behind) < len(open_) or len(behind) > len(found.entries) - len(behind):
        return
    totals = [found.entries[line] for line in closed]
    for line in behind:
        entry = found.entries[line]
        if found.roles[line] is Role.PART and not entry.code and not _is_told(entry, totals):
            yield Doubt(NESTING, ("lines", line), {"title": found.entries[last].title}, BEHIND_LAST)


def _is_told(entry: Entry, totals: Sequence[Entry]) -> bool:
    """Whether a line is the difference of two totals, by its words or in each of its columns."""
    return is_difference(entry.title) or any(
        all(own is None or own == (one or 0) - (other or 0) for own, one, other in zip(*figures, strict=True))
        for figures in ((entry.figures, one.figures, other.figures) for one, other in permutations(totals, 2))
    )
