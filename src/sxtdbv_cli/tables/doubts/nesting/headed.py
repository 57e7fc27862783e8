"""Lines side by side of which some add up those behind them: a tree of sums that nothing else shows."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.tables.doubts.nesting.figured import FEW, SURE, figures_of, is_telling, several
from sxtdbv_cli.tables.entries import Tally
from sxtdbv_cli.tables.line_rules import stated_rule
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.words.headings import is_difference

MANY = 3
"""So many lines behind one, or so many such sums, are no difference and no chance."""


class _Head(NamedTuple):
    """A line that is the sum of others behind it, how many these are, and whether its figures agree by no chance."""

    line: int
    parts: int
    sure: bool


class _Open:
    """The lines behind one that no line adds up yet, the last first, with what they come to from the end on."""

    def __init__(self, width: int) -> None:
        self.lines: list[int] = []
        self.sums: list[tuple[int, ...]] = [(0,) * width]
        self.at: list[dict[int, int]] = [{0: 0} for _ in range(width)]

    def push(self, line: int, figures: Sequence[Amount]) -> None:
        """Put a line before the others."""
        self.lines.append(line)
        self.sums.append(tuple([total + (amount or 0) for total, amount in zip(self.sums[-1], figures, strict=True)]))
        for column, total in enumerate(self.sums[-1]):
            self.at[column][total] = len(self.lines)

    def adding_up(self, figures: Sequence[Amount], tally: Tally) -> list[int]:
        """The first of the lines that come to some figures in every column that any of them states; none where no run
        of them does."""
        for column, amount in enumerate(figures):
            if amount and (start := self.at[column].get(self.sums[-1][column] - amount)) is not None:
                count = len(self.lines) - start
                columns = zip(figures, self.sums[-1], self.sums[start], strict=True)
                gaps = [own - whole + rest for own, whole, rest in columns if own is not None and whole != rest]
                if all(tally.agrees(gap, count + 1) for gap in gaps):
                    return self.lines[start:][::-1]
        return []

    def drop(self, count: int) -> None:
        """Take away the first lines: another stands for them now."""
        for _ in range(count):
            for column, total in enumerate(self.sums.pop()):
                if self.at[column].get(total) == len(self.lines):
                    del self.at[column][total]
            self.lines.pop()


def heading_others(reading: Reading, lines: Sequence[int], below: Mapping[int, Sequence[int]]) -> list[int]:
    """The lines, of some side by side, that are the sum of lines behind them, those of sums in their place.

    Sums are sought from the last line on. One of two lines is told only where it is so again, and neither is called a
    difference: what a difference is taken from is the sum of the two behind it.
    """
    heads = _heads(reading, lines, below)
    sure = [head for head in heads if head.sure]
    told = heads if len(heads) >= MANY else sure if len(sure) > 1 else [head for head in sure if head.parts >= MANY]
    return [head.line for head in reversed(told)]


def _heads(reading: Reading, lines: Sequence[int], below: Mapping[int, Sequence[int]]) -> list[_Head]:
    """Every sum of lines behind one, from the end."""
    found, heads = reading.structure, []
    open_ = _Open(len(found.entries[0].figures))
    for line in reversed(lines):
        figures = figures_of(found, line, below)[0]
        parts = open_.adding_up(figures, found.tally) if is_telling(figures) and found.entries[line].has_figures else []
        stated = [part for part in parts if found.entries[part].has_figures]
        many = len(stated) >= MANY
        if len(stated) >= FEW and line not in below and (many or not _holds_difference(reading, parts)):
            told = is_telling(figures, SURE) or len(parts) == len(open_.lines)
            heads.append(_Head(line, len(stated), several(figures) or (many and told)))
        if stated:
            open_.drop(len(parts))
        open_.push(line, figures)
    return heads


def _holds_difference(reading: Reading, lines: Sequence[int]) -> bool:
    """Whether one of some lines is called a difference, or states by which rule it is one."""
    entries = [reading.structure.entries[line] for line in lines]
    return any(is_difference(entry.title) or stated_rule(entry) is not None for entry in entries)
