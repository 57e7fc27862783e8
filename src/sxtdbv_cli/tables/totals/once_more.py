"""What says an amount once more: what divides a total right behind it, and the same lines seen in another way."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from operator import attrgetter

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.entries import Entry, weigh
from sxtdbv_cli.tables.totals.forest import Forest


def set_aside(
    lines: Sequence[Entry], parents: list[int], roles: list[Role], totals: Sequence[Entry], step: int
) -> list[tuple[int, int]]:
    """Take bullets and lines that say *trong đó*, right behind a total of the lines before, from the line that their
    bullets put them below; they are not added. Those that belong to a section, with it."""
    found = []
    first = {entry.title: entry.row for entry in reversed(lines) if not entry.is_numbered} if totals else {}
    for total, after in zip_longest(totals, totals[1:]):
        run = list(_behind(lines, first, total, after.row if after else None))
        if not run or run[0] == 0 or parents[run[0]] == NOWHERE:
            continue
        named = not (total.announces or any(lines[line].is_bullet or lines[line].listed for line in run))
        if named and after is not None and weigh(after, [lines[line] for line in run], step).proves:
            continue  # they have a total of their own: lines of the next section, called as those of another
        groups = _beside(lines, parents, roles, run[0])
        section = next((above for above, parts in groups if weigh(total, parts, step).convinces), None)
        if section is not None:
            for line in run:
                if parents[line] not in run:
                    parents[line], roles[line] = NOWHERE, Role.MEMO
                    found.append((line, section))
    return [(line, section) for line, section in found if section != NOWHERE]


def list_in_sections(forest: Forest, found: Sequence[tuple[int, int]]) -> None:
    """Put what divides the total of a section below the section, where that has taken the figures of its total and
    none has taken the line."""
    given = {id(entry) for entry, _ in forest.merged}
    for line, section in found:
        if id(forest.entries[section]) in given and forest.parents[line] == NOWHERE:
            forest.move([line], section)
            forest.roles[line] = Role.OF_WHICH


def _behind(lines: Sequence[Entry], first: Mapping[str, int], total: Entry, end: int | None) -> Iterator[int]:
    """The lines right behind a total that are bullets, say *trong đó*, or are called as lines before it, by the
    ``first`` row of each title; behind a bare one all without a number."""
    for line in range(bisect_right(lines, total.row, key=attrgetter("row")), len(lines)):
        entry = lines[line]
        if (end is not None and entry.row > end) or entry.is_numbered:
            return
        if not (entry.is_bullet or entry.listed or total.announces or first.get(entry.title, total.row) < total.row):
            return
        yield line


def _beside(
    lines: Sequence[Entry], parents: Sequence[int], roles: Sequence[Role], line: int
) -> Iterator[tuple[int, list[Entry]]]:
    """The lines before one that are added side by side with the last or with one that it stands below, and what they
    all stand below. A line without figures stands for the lines below it."""

    def stated(above: int) -> list[Entry]:
        parts = [at for at in range(line) if parents[at] == above and roles[at] is Role.PART]
        return [one for at in parts for one in ([lines[at]] if lines[at].has_figures else stated(at))]

    above = line - 1
    while above != NOWHERE:
        above = parents[above]
        if above == NOWHERE or not lines[above].has_figures:
            yield above, stated(above)


def set_views_aside(forest: Forest) -> None:
    """Put a heading without figures that says so below the nearest line that the lines below it add up to; it is not
    added to it, unless nothing else is."""
    for line in [line for line, entry in enumerate(forest.entries) if entry.view and not any(entry.figures)]:
        below = forest.children(line)
        tallies = ((above, forest.weigh(forest.entries[above], below)) for above in forest.up(line - 1))
        whole = next((above for above, tally in tallies if tally.proves), None)
        if whole is not None:
            forest.children(forest.parents[line]).remove(line)
            forest.kids.setdefault(whole, []).append(line)
            alone = not any(forest.roles[other] is Role.PART for other in forest.children(whole) if other != line)
            forest.parents[line], forest.roles[line] = whole, Role.PART if alone else Role.MEMO
            forest.watch(whole)
