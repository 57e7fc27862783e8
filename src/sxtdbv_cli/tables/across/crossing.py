"""Differences that only their heading states: a sum of lines tells which line breaks them by mistake."""

from collections.abc import Iterable, Sequence

from sxtdbv_cli.tables.across import Across
from sxtdbv_cli.tables.across.rule import Rule, gap_of, holds_on, is_circular
from sxtdbv_cli.tables.entries import Entry, Tally

Sum = tuple[Entry, Sequence[Entry]]
"""A line, and those that are added to it."""
Gaps = dict[int, set[tuple[int, int]]]
"""For a row the columns in which a sum that it takes part in fails, and by how much."""


def crossed(across: Across, entries: Iterable[Entry], sums: Iterable[Sum], tally: Tally) -> Across:
    """The rules, with those differences that no line breaks but such as are off by just what the sum of lines they are
    in is off by, in one of their columns: the two cross in the cell that is wrong."""
    waiting = [rule for rule in across.partly if rule.meant and rule.minus]
    if not waiting:
        return across
    sums, taken = [*sums], [*across.rules]
    lines, gaps = [*entries, *(whole for whole, _ in sums)], _gaps(sums, tally)  # the total of everything is no entry
    for rule in waiting:
        broken = [line for line in lines if holds_on(rule, line, tally) is False]
        if not is_circular(rule, taken) and all(_crosses(rule, line, gaps) for line in broken):
            taken.append(rule)
    rest = [rule for rule in across.partly if rule not in taken]
    return across._replace(rules=sorted(taken), partly=rest)


def _gaps(sums: Iterable[Sum], tally: Tally) -> Gaps:
    """What the sums of lines are off by."""
    found: Gaps = {}
    for whole, parts in sums:
        for column, stated in enumerate(whole.figures):
            amounts = [amount for part in parts if (amount := part.figures[column]) is not None]
            if tally.comes_out(stated, amounts) is False:
                for line in (whole, *parts):
                    found.setdefault(line.row, set()).add((column, abs((stated or 0) - sum(amounts))))
    return found


def _crosses(rule: Rule, line: Entry, gaps: Gaps) -> bool:
    """Whether a line is off by what a sum of lines is off by in one of the columns of a rule."""
    off = abs(gap_of(rule, line))
    return any((column, off) in gaps.get(line.row, ()) for column in rule.columns)
