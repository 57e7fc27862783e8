"""Lines that are broken down in several ways: by source of funds, by field; one of them is counted."""

from collections.abc import Sequence
from itertools import groupby

from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.totals.forest import Forest

_PART = Role.PART
NEAR = 5
"""Off by no more than a fifth of the whole, lines may divide it with a mistake."""


def count_first_way(forest: Forest) -> list[Entry]:
    """The lines that are broken down in several ways: each child line states the whole.

    Only the first way counts as a part then; the others get the role of a memo. Where lines with numbers and lines
    without each divide the whole, one of the two ways counts, and nothing is doubtful.
    """
    found = []
    for parent, whole in enumerate(forest.entries):
        below = forest.children(parent)
        lines = [line for line in below if forest.roles[line] is _PART and forest.entries[line].has_figures]
        if len(lines) < 2 or forest.weigh(whole, lines).convinces:
            continue
        alone = [forest.weigh(whole, [line]) for line in lines]
        if all(tally.convinces and tally.holds > 1 for tally in alone):
            found.append(whole)
            for line in lines[1:]:
                forest.roles[line] = Role.MEMO
        if again := _another_way(forest, whole, lines):
            forest.doubtful = [total for total in forest.doubtful if total is not whole]
        for line in again:
            forest.roles[line] = Role.MEMO
    return found


def _another_way(forest: Forest, whole: Entry, lines: Sequence[int]) -> Sequence[int]:
    """Of lines with numbers and lines without, one behind the other, those that divide the whole exactly where the
    others do, or do so with a mistake; nothing where both do not come near it."""
    runs = [[*run] for _, run in groupby(lines, lambda line: forest.entries[line].is_numbered)]
    if [len(run) > 1 for run in runs] != [True, True]:
        return ()
    first, second = (forest.weigh(whole, run) for run in runs)
    if not (first.holds and second.holds and all(_is_near(whole, forest.parts(run)) for run in runs)):
        return ()
    return runs[0] if first.proves and second.fails else runs[1]


def _is_near(whole: Entry, parts: Sequence[Entry]) -> bool:
    """Whether lines come close to a whole in every column."""
    sums = [sum(amount or 0 for amount in amounts) for amounts in zip(*[part.figures for part in parts], strict=True)]
    return all(
        NEAR * abs((stated or 0) - added) <= abs(added) for stated, added in zip(whole.figures, sums, strict=True)
    )
