"""How well a number fits among the lines that are still open, and where a line without one belongs among them."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import takewhile
from operator import itemgetter
from typing import NamedTuple

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.numbering import Mark, Style


class Open(NamedTuple):
    """A line that is still open for children; without a mark where it has no number. ``heads`` says whether lines
    with a number may stand below one without."""

    line: int
    mark: Mark | None
    heads: bool = True

    @property
    def is_leaf(self) -> bool:
        """Whether what has a number stands never below it."""
        return self.mark.is_bullet if self.mark is not None else not self.heads

    @property
    def is_unnumbered(self) -> bool:
        """Whether it has no number, or a bullet for one."""
        return self.mark is None or self.mark.is_bullet

    def is_beside(self, mark: Mark) -> bool:
        """Whether a number is of its level."""
        return self.mark is not None and mark.is_beside(self.mark)


_NEXT, _FIRST, _GAP, _LOST, _RESTART, _NO_CHILD = range(6)
_CAPITAL = (Style.PART, Style.CHAPTER, Style.SECTION, Style.LETTER, Style.ROMAN)
_DECIMAL = Style.DECIMAL


def place(stack: Sequence[Open], marks: Sequence[Mark]) -> tuple[Mark, int, bool]:
    """The reading of a code that fits best, how much of the stack stays open above it, and whether it fits well."""
    mark = marks[0] if len(marks) == 1 else min(marks, key=lambda one: _fit(stack, one)[0])
    rank, depth = _fit(stack, mark)
    return mark, depth, rank <= _GAP


def is_next(stack: Sequence[Open], mark: Mark) -> bool:
    """Whether a number is the very next of one that is open."""
    return _fit(stack, mark)[0] == _NEXT


def _fit(stack: Sequence[Open], mark: Mark) -> tuple[int, int]:
    """How well one reading fits, and how much of the stack stays open above it."""
    beside: list[tuple[int, int]] = []
    for depth in range(len(stack) - 1, -1, -1):
        other = stack[depth].mark
        if other is None:
            continue
        if other.parts == mark.parts[:-1] and _heads(stack, other, mark):
            return _NEXT, depth + 1
        if mark.is_beside(other):
            if (rank := _follows(other, mark)) == _NEXT:
                return _NEXT, depth
            beside.append((rank, depth))
    return min([_as_child(stack, mark), *beside], key=itemgetter(0))


def _heads(stack: Sequence[Open], other: Mark, mark: Mark) -> bool:
    """Whether a number begins with that of another: *1.2* and *1*, *I.2* and *I*, if no other open one may be meant."""
    if mark.style is not Style.OTHER or other.style is Style.OTHER:
        return mark.style is other.style is _DECIMAL or mark.style is other.style is Style.OTHER
    heads = [entry.mark for entry in stack if entry.mark is not None and entry.mark.style in _CAPITAL]
    return other.style in _CAPITAL and [head.parts for head in heads].count(other.parts) == 1


def _follows(other: Mark, mark: Mark) -> int:
    """How well a mark follows another of its level."""
    if mark.is_bullet:
        return _NEXT
    if mark.parts[:-1] != other.parts[:-1]:
        return _GAP if mark.parts > other.parts else _LOST
    step = mark.ordinal - other.ordinal
    if step == 0 and mark.ordinal > 1:
        return _GAP  # typed twice
    return _NEXT if step == 1 else _GAP if step > 1 else _RESTART


def _as_child(stack: Sequence[Open], mark: Mark) -> tuple[int, int]:
    """How well a mark opens a level of its own below the last line."""
    depth = _depth_of_child(stack, mark)
    taken = any(entry.is_beside(mark) for entry in stack)
    if not taken and (above := _above_lesser(stack, depth, mark)) < depth:
        return (_GAP if mark.ordinal <= 1 else _LOST), above
    if not taken:
        return (_FIRST if mark.ordinal <= 1 or len(mark.parts) > 1 else _GAP), depth
    if mark.is_bullet:
        return _RESTART, depth
    restarts = mark.ordinal == 1 and depth > 0 and not stack[depth - 1].is_beside(mark)
    return (_LOST if restarts else _NO_CHILD), depth


def _depth_of_child(stack: Sequence[Open], mark: Mark) -> int:
    """How much stays open above the child of the last line; what has a number is no child of a bullet."""
    depth = len(stack)
    if mark.is_bullet:
        while depth > 1 and stack[depth - 1].mark is None and not stack[depth - 1].heads:
            depth -= 1
    else:
        while depth and stack[depth - 1].is_leaf:
            depth -= 1
    return depth


def _above_lesser(stack: Sequence[Open], depth: int, mark: Mark) -> int:
    """How much stays open above a capital letter or numeral that comes first behind lesser numbers: it heads a level
    above them and all that they stand below, as far as those have numbers; *I* behind *A-1* does not."""
    last = stack[depth - 1].mark if depth else None
    if mark.style not in _CAPITAL or last is None or last.style in _CAPITAL or last.is_bullet:
        return depth
    if mark.style is Style.ROMAN and last.style is Style.OTHER:
        return depth
    while depth and stack[depth - 1].mark is not None:
        depth -= 1
    return depth


class Bare(StrEnum):
    """Where a line without a number belongs: below the numbered line before it, or the bullet before it, beside it, at
    the top, or above the numbered lines that follow."""

    DETAIL = "detail"
    BELOW_BULLET = "below-bullet"
    PEER = "peer"
    HEAD = "head"
    OPENER = "opener"


def followers(entries: Sequence[Entry]) -> list[Sequence[Mark]]:
    """For each line the marks of the next one behind it that has some."""
    found: list[Sequence[Mark]] = []
    following: Sequence[Mark] = ()
    for entry in reversed(entries):
        found.append(following)
        following = entry.marks or following
    return found[::-1]


def _added_by(stack: Sequence[Open], entries: Sequence[Entry], line: int) -> int | None:
    """How much stays open above a line that a formula adds: that of an open one without a number."""
    unnumbered = takewhile(lambda depth: stack[depth - 1].mark is None, range(len(stack), 0, -1))
    return next((depth for depth in unnumbered if entries[line].row in entries[stack[depth - 1].line].adds), None)


def place_bare(
    stack: Sequence[Open], entries: Sequence[Entry], line: int, bare: Bare, following: Sequence[Mark]
) -> tuple[int, bool]:
    """How much of the stack stays open above a line without a number, and whether it heads numbered lines, which begin
    with the marks ``following``."""
    if entries[line].view or entries[line].listed:
        return (len(stack), True) if entries[line].view else (_behind_listed(stack, entries), not entries[line].marked)
    if (above := _added_by(stack, entries, line)) is not None:
        return above, False
    bare = Bare.DETAIL if entries[line].ratio else bare  # what is a percentage of the line before heads nothing
    if bare is Bare.OPENER and (below := _above_opener(stack, entries, line, following)) is not None:
        return below, True
    if bare is Bare.HEAD:
        return 0, True
    depth = len(stack)
    while depth and (stack[depth - 1].mark is None or (bare is not Bare.BELOW_BULLET and stack[depth - 1].is_leaf)):
        depth -= 1
    if bare is Bare.PEER:
        return max(0, depth - 1), line + 1 < len(entries) and entries[line + 1].is_bullet
    heads = all(entry.mark is None and entry.heads for entry in stack)  # behind nothing but such as head lines
    return depth, heads and not any(entry.marks for entry in entries[:line])


def _above_opener(stack: Sequence[Open], entries: Sequence[Entry], line: int, following: Sequence[Mark]) -> int | None:
    """How much stays open above a line that heads those behind it, which go on or begin to count."""
    below = _goes_on_below(stack, following)
    if below is None and _opens(entries, line):
        below = next((at for at in range(len(stack), 0, -1) if not stack[at - 1].is_unnumbered), 0)
    return below


def _behind_listed(stack: Sequence[Open], entries: Sequence[Entry]) -> int:
    """How much stays open above one more line that says *trong đó*, which ends the list of the one beside it."""
    heading = next((at for at, entry in enumerate(stack) if entries[entry.line].listed and entry.heads), len(stack))
    return heading if all(entry.is_unnumbered for entry in stack[heading:]) else len(stack)


def _opens(entries: Sequence[Entry], line: int) -> bool:
    """Whether the line behind begins to count."""
    return line + 1 < len(entries) and any(mark.ordinal <= 1 for mark in entries[line + 1].marks)


def _goes_on_below(stack: Sequence[Open], marks: Sequence[Mark]) -> int | None:
    """How much stays open above a line that stands before the next number of those below one like it: districts, and
    projects that are numbered through all of them."""
    for mark in marks:
        for depth, entry in enumerate(stack[1:]):
            if entry.mark is not None and mark.continues(entry.mark) and stack[depth].mark is None:
                return depth
    return None
