"""Partial listings (*trong đó*): lines that are never added, as words, bullets or their sums show."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.entries import Entry, Tally, by_parent, weigh
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.words.titles import announces_part

_OF_WHICH = Role.OF_WHICH


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
    """Add the lines of a listing that come to all of the line above in most of several columns: no part of it only."""
    if _OF_WHICH not in roles:
        return
    children = by_parent(parents)
    for parent, below in by_parent(parents, roles, _OF_WHICH).items():
        tally = weigh(lines[parent], [lines[line] for line in below], step)
        if len(below) > 1 < tally.holds and tally.convinces and below == children[parent]:
            for line in below:
                roles[line] = Role.PART


def list_what_is_announced(lines: Sequence[Entry], parents: Sequence[int], roles: list[Role], step: int) -> None:
    """Make a partial listing of the lines below one that says *of which* at its end, unless they add up to it."""
    announced = {parent for parent in {*parents} - {NOWHERE} if announces_part(lines[parent].title)}
    for parent, below in by_parent(parents, roles).items() if announced else ():
        if parent in announced and not weigh(lines[parent], [lines[line] for line in below], step).convinces:
            for line in below:
                roles[line] = Role.OF_WHICH


def behind_listings(lines: Sequence[Entry], parents: Sequence[int], roles: Sequence[Role]) -> Iterator[int]:
    """The lines that stand behind the bullets of a partial listing and were taken for part of it without one."""
    for line in [line for line, role in enumerate(roles) if line and role is _OF_WHICH]:
        before, entry = lines[line - 1], lines[line]
        if parents[line - 1] == parents[line] and before.is_bullet and not entry.marks and not entry.listed:
            yield line


def free_those_behind(lines: Sequence[Entry], parents: list[int], roles: list[Role], step: int) -> None:
    """Put a line without a bullet, behind the bullets of a partial listing, beside the line that is listed where the
    sums above hold only with it: its number was forgotten."""
    for line in behind_listings(lines, parents, roles):
        if (above := parents[parents[line]]) == NOWHERE:
            continue
        parts = [lines[other] for other, parent in enumerate(parents) if parent == above and roles[other] is Role.PART]
        without, together = (weigh(lines[above], part, step) for part in (parts, [*parts, lines[line]]))
        if without.fails and together.proves:
            parents[line], roles[line] = above, Role.PART


def set_other_units_aside(lines: Sequence[Entry], parents: Sequence[int], roles: list[Role], step: int) -> None:
    """Add no line to one whose figures are in another unit, unless the sums hold: *Tỷ lệ thu/GRDP (%)* below *Tổng thu
    (triệu đồng)*."""
    if not any(entry.unit for entry in lines):
        return
    for parent, below in by_parent(parents, roles).items():
        unit = lines[parent].unit if parent != NOWHERE else ""
        others = [line for line in below if lines[line].unit and lines[line].unit != unit]
        if unit and others and not weigh(lines[parent], [lines[line] for line in below], step).convinces:
            for line in others:
                roles[line] = Role.MEMO


def list_what_falls_short(lines: Sequence[Entry], parents: Sequence[int], roles: list[Role], step: int) -> None:
    """Make a partial listing of the child lines that do not add up to their parent."""
    for parent, below in by_parent(parents).items():
        if parent != NOWHERE and not weigh(lines[parent], [lines[line] for line in below], step).convinces:
            for line in below:
                roles[line] = Role.OF_WHICH


def list_what_is_alone(forest: Forest) -> list[Entry]:
    """The lines that are the only one below another, marked ``-``, and fall short of it: they are a partial listing."""
    found, beside = [], Counter(forest.parents)
    for line, entry in enumerate(forest.entries):
        parent = forest.parents[line]
        if beside[parent] > 1 or parent == NOWHERE or not entry.is_bullet or forest.roles[line] is not Role.PART:
            continue
        whole = forest.entries[parent]
        over = Tally(forest.step)
        over.limit(whole, [entry])
        if weigh(whole, [entry], forest.step).fails and not over.fails:
            forest.roles[line] = Role.OF_WHICH
            found.append(entry)
    return found
