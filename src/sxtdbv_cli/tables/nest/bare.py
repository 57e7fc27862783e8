"""Where a line without a number belongs among lines that have one."""

from collections.abc import Sequence
from enum import StrEnum

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.fit import Open
from sxtdbv_cli.tables.numbering import Mark


class Bare(StrEnum):
    """Where a line without a number belongs: below the numbered line before it, beside it, at the top, or above the
    numbered lines that follow."""

    DETAIL = "detail"
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


def place_bare(
    stack: Sequence[Open], entries: Sequence[Entry], line: int, bare: Bare, following: Sequence[Mark]
) -> tuple[int, bool]:
    """How much of the stack stays open above a line without a number, and whether it heads numbered lines, which begin
    with the marks ``following``."""
    if entries[line].view or entries[line].listed:
        return (len(stack), True) if entries[line].view else (_behind_listed(stack, entries), not entries[line].marked)
    restart = _restarts(stack, following)
    restart = _goes_on_below(stack, following) if restart is None and bare is Bare.OPENER else restart
    if restart is not None and bare is not Bare.PEER:
        return restart, True
    if bare is Bare.HEAD:
        return 0, True
    depth = len(stack)
    if bare is Bare.OPENER and _opens(entries, line):
        while depth and stack[depth - 1].is_unnumbered:
            depth -= 1
        return depth, True
    while depth and (stack[depth - 1].mark is None or stack[depth - 1].is_leaf):
        depth -= 1
    if bare is Bare.PEER:
        return max(0, depth - 1), line + 1 < len(entries) and entries[line + 1].is_bullet
    return depth, all(entry.mark is None and entry.heads for entry in stack)  # behind nothing but such as head lines


def _behind_listed(stack: Sequence[Open], entries: Sequence[Entry]) -> int:
    """How much stays open above one more line that says *trong đó*: such lines stand side by side, and what is listed
    below the one before ends here."""
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


def _restarts(stack: Sequence[Open], marks: Sequence[Mark]) -> int | None:
    """How much stays open above a line that stands before numbers that begin anew; None where they do not."""
    for mark in marks:
        if mark.ordinal == 1 and not mark.is_bullet:
            for depth, entry in enumerate(stack):
                if entry.mark is not None and mark.continues(entry.mark):
                    above = stack[depth - 1] if depth else None
                    return depth - 1 if above is not None and above.mark is None else depth
    return None
