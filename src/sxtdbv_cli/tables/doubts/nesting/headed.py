"""Lines side by side of which some are the sum of those right behind them: they may head these."""

from collections.abc import Mapping, Sequence

from sxtdbv_cli.tables.doubts.nesting.adding import Added, added_up, several
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.stated_rules import stated_rule
from sxtdbv_cli.tables.words.headings import is_difference

MANY = 3
"""So many lines behind one, or so many such sums, are no difference and no chance."""


def heading_others(reading: Reading, lines: Sequence[int], below: Mapping[int, Sequence[int]]) -> list[int]:
    """The lines, of some side by side, that are the sum of lines behind them, those of sums in their place.

    Sums are sought from the last line on. One of two lines is told only where it is so again, and neither is called a
    difference: what a difference is taken from is the sum of the two behind it.
    """
    heads = [
        head
        for head in added_up(reading.structure, lines[::-1], below, fewest=1)
        if head.made_of >= MANY or not _holds_difference(reading, head.parts)
    ]
    sure = [head for head in heads if _is_sure(reading, head)]
    told = heads if len(heads) >= MANY else sure if len(sure) > 1 else [head for head in sure if head.made_of >= MANY]
    return [head.line for head in reversed(told)]


def _is_sure(reading: Reading, head: Added) -> bool:
    """Whether a sum alone tells: over several columns, or of many lines that are all there are or have many digits."""
    return several(reading.structure.entries[head.line].figures) or (
        head.made_of >= MANY and (head.begins or head.sure)
    )


def _holds_difference(reading: Reading, lines: Sequence[int]) -> bool:
    """Whether one of some lines is called a difference, or states by which rule it is one."""
    entries = [reading.structure.entries[line] for line in lines]
    return any(is_difference(entry.title) or stated_rule(entry) is not None for entry in entries)
