"""Lines that are not added: partial listings (*trong đó*), as words, bullets or their sums show, and lines that are
broken down in several ways (by source of funds, by field), of which one is counted."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import groupby

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.entries import Entry, Tally, by_parent, weigh
from sxtdbv_cli.tables.totals.by_words import is_far
from sxtdbv_cli.tables.totals.exact import slipped
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.words.titles import announces_part

_OF_WHICH = Role.OF_WHICH
_PART = Role.PART
MANY = 60
"""Of more lines of a listing all are looked at, and not the first of them."""


def roles_of(entries: Sequence[Entry], parents: Sequence[int], openers: Collection[int]) -> list[Role]:
    """The role of each line: those of a partial listing are never added.

    ``openers`` are the lines behind which a bare *trong đó* stands: what is nested below them is part of the listing,
    and so is what stands beside a line that says *trong đó* itself, until a line with a number. A line with a number
    that says so is listed alone.
    """
    roles = [Role.PART] * len(entries)
    listing: int | None = None
    some = openers or any(entry.listed or entry.partial for entry in entries)
    for line, entry in enumerate(entries) if some else ():
        above, numbered = parents[line], entry.is_numbered
        if entry.listed and above != NOWHERE:
            listing = above
            roles[line] = Role.OF_WHICH
        elif above in openers or (above == listing and not numbered) or (entry.partial and above != NOWHERE):
            roles[line] = Role.OF_WHICH
        elif above == listing or numbered:
            listing = None
    return roles


def add_what_is_whole(lines: Sequence[Entry], parents: Sequence[int], roles: list[Role], step: int) -> None:
    """Add the lines of a listing that come to all of the line above in most columns, two of several: no part of it; so
    the first of them that do in several columns and fall short in none, and a first line with a number that alone says
    *trong đó* for all that follow and come to the whole with it."""
    if _OF_WHICH not in roles:
        return
    children = by_parent(parents)
    for parent, below in by_parent(parents, roles, _OF_WHICH).items():
        every = children[parent]
        if below == every[:1] != every and _opens_all(lines[parent], [lines[line] for line in every], step):
            roles[below[0]] = Role.PART
            continue
        least = min(2, len(lines[parent].figures))
        ends = range(len(below), 1, -1) if len(below) <= MANY else [len(below)]
        for end in ends if below == every else ():
            parts = [lines[line] for line in below[:end]]
            tally = weigh(lines[parent], parts, step)
            slip = end == len(below) and tally.holds and slipped(lines[parent], parts, step)
            whole = tally.holds >= least and tally.convinces and (end == len(below) or tally.holds > 1 > tally.fails)
            if whole or slip:
                for line in below[:end]:
                    roles[line] = Role.PART
                break


def _opens_all(whole: Entry, parts: Sequence[Entry], step: int) -> bool:
    """Whether lines come to the whole with the first of them, or near it with a mistake, as those behind do not."""
    return weigh(whole, parts, step).proves or (not is_far(whole, parts) and is_far(whole, parts[1:]))


def set_aside_what_fails(
    lines: Sequence[Entry], parents: Sequence[int], roles: list[Role], step: int, *, partial: bool
) -> None:
    """Add no lines to one that they do not add up to, where something says that they are no sum of it."""
    for parent, below in by_parent(parents, roles).items():
        aside, role = _aside(lines, parent, below, partial=partial) if parent != NOWHERE else ([], Role.PART)
        if aside and not weigh(lines[parent], [lines[line] for line in below], step).convinces:
            for line in aside:
                roles[line] = role


def _aside(lines: Sequence[Entry], parent: int, below: list[int], *, partial: bool) -> tuple[list[int], Role]:
    """The lines below one that may be no part of it: all, where it says *of which* at its end, or the way of nesting is
    ``partial``; those in another unit: *Tỷ lệ thu/GRDP (%)* below *Tổng thu (triệu đồng)*."""
    unit = lines[parent].unit
    if partial or announces_part(lines[parent].title):
        return below, _OF_WHICH
    return [line for line in below if unit and lines[line].unit not in ("", unit)], Role.MEMO


def add_what_counts(forest: Forest, aside: Collection[int]) -> None:
    """Add the lines that were set aside by their names where their total comes out with them in most columns, and not
    without them: *Turnover ratio*, (1,200)."""
    for parent in {forest.parents[line] for line in aside}:
        whole = forest.declared if parent == NOWHERE else forest.entries[parent]
        below = forest.children(parent)
        if whole is None or not forest.weigh(whole, below).fails:
            continue
        named = [line for line in below if line in aside]
        parts = [*forest.parts(below), *(forest.entries[line] for line in named)]
        if weigh(whole, parts, forest.step).convinces:
            for line in named:
                forest.roles[line] = Role.PART


def list_what_is_alone(forest: Forest) -> None:
    """List in part what is the only line below another, marked ``-``, and falls short of it."""
    beside = Counter(forest.parents)
    for line, entry in enumerate(forest.entries):
        parent = forest.parents[line]
        if beside[parent] > 1 or parent == NOWHERE or not entry.is_bullet or forest.roles[line] is not Role.PART:
            continue
        whole = forest.entries[parent]
        over = Tally(forest.step)
        over.limit(whole, [entry])
        if weigh(whole, [entry], forest.step).fails and not over.fails:
            forest.roles[line] = Role.OF_WHICH
            forest.alone.append(entry)


def count_first_way(forest: Forest) -> None:
    """Count the first way of those in which a line is broken down, where each child line states the whole, in several
    columns or as the sum of lines of its own; the others are memos. Where lines with numbers and lines without each
    divide the whole, one way counts, without doubt.
    """
    for parent in sorted(forest.kids.keys() - {NOWHERE}):
        whole, below = forest.entries[parent], forest.children(parent)
        lines = [line for line in below if forest.roles[line] is _PART and forest.entries[line].has_figures]
        if len(lines) < 2 or forest.weigh(whole, lines).convinces:
            continue
        alone = [forest.weigh(whole, [line]) for line in lines]
        divided = all(forest.weigh(forest.entries[line], forest.children(line)).proves for line in lines)
        if all(tally.convinces and (divided or tally.holds > 1) for tally in alone):
            forest.broken_down.append(whole)
            for line in lines[1:]:
                forest.roles[line] = Role.MEMO
        if again := _another_way(forest, whole, lines):
            forest.doubtful = [total for total in forest.doubtful if total is not whole]
        for line in again:
            forest.roles[line] = Role.MEMO


def _another_way(forest: Forest, whole: Entry, lines: Sequence[int]) -> Sequence[int]:
    """Of lines with numbers and lines without, one behind the other, those that divide the whole exactly where the
    others do, or do so with a mistake; nothing where both do not come near it."""
    runs = [[*run] for _, run in groupby(lines, lambda line: forest.entries[line].is_numbered)]
    if [len(run) > 1 for run in runs] != [True, True]:
        return ()
    first, second = (forest.weigh(whole, run) for run in runs)
    if not (first.holds and second.holds and not any(is_far(whole, forest.parts(run)) for run in runs)):
        return ()
    return runs[0] if first.proves and second.fails else runs[1]
