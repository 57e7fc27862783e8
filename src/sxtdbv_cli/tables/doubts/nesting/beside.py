"""Totals of groups in a column of their own, to the right of the figures they add up."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.reading import Reading
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
        if _adds_up(zip(columns[parts], columns[column], strict=True)):
            yield Doubt(NESTING, ("columns", column), {"column": keys[column], "parts": keys[parts]}, BESIDE)


def _adds_up(pairs: Iterable[tuple[Amount, Amount]]) -> bool:
    """Whether every second figure beside a first is the sum of the first ones since the second before it."""
    added, lines, groups = 0, 0, 0
    for part, whole in pairs:
        if part is None:
            continue
        added, lines = added + part, lines + 1
        if whole is not None and added != whole:
            return False
        if whole is not None:
            groups += lines > 1
            added, lines = 0, 0
    return groups >= GROUPS and not lines
