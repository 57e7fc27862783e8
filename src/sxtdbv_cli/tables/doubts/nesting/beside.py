"""Totals of groups in a column of their own, to the right of the figures they add up."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from sxtdbv_cli.model.plan import NOWHERE, Amount
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.text.language import Text

GROUPS = 2
"""So many groups of several lines must add up."""
BESIDE = Text(
    "mỗi số ở “{column}” là tổng các số ở “{parts}” từ số trước nó trở xuống: đó là tổng của các nhóm dòng, ở đây được "
    "đọc như một cột số tiền",
    "each figure of “{column}” adds up those of “{parts}” since the one before it: they are the totals of groups of "
    "lines, and were read as a column of amounts",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """The columns that hold the totals of groups rather than amounts of the lines they stand beside."""
    entries = sorted(reading.structure.entries, key=lambda entry: entry.row)
    columns = [*zip(*[entry.figures for entry in entries], strict=True)]
    keys = [column.key for column in reading.plan.columns]
    for parts, column in combinations(range(len(columns)), 2):
        pairs = zip(columns[parts], columns[column], strict=True)
        if _adds_up(pairs) or _stands_beside(reading.structure, parts, column):
            yield Doubt(NESTING, ("columns", column), {"column": keys[column], "parts": keys[parts]}, BESIDE)


def _stands_beside(found: Structure, parts: int, column: int) -> bool:
    """Whether lines have figures in one column only, the parents in the second and all below them in the first, of
    which those are the sums; noughts tell nothing."""
    entries, groups = found.entries, 0
    if any(None not in (entry.figures[parts], entry.figures[column]) for entry in entries):
        return False
    below: dict[int, list[int]] = {}
    for entry, parent in zip(entries, found.parents, strict=True):
        below.setdefault(parent, []).extend(figure for figure in (entry.figures[parts],) if figure)
    for parent, figures in below.items():
        if parent != NOWHERE and (whole := entries[parent].figures[column]) is not None:
            groups += len(figures) > 1 and whole == sum(figures)
    return groups >= GROUPS


def _adds_up(pairs: Iterable[tuple[Amount, Amount]]) -> bool:
    """Whether every second figure beside a first is the sum of the first ones since the second before it, some of
    several that are not nought."""
    added, lines, groups = 0, 0, 0
    for part, whole in pairs:
        if part is None:
            continue
        added, lines = added + part, lines + (part != 0)
        if whole is not None and added != whole:
            return False
        if whole is not None:
            groups += lines > 1 and whole != 0
            added, lines = 0, 0
    return groups >= GROUPS and not lines
