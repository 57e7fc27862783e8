"""The same amount seen in another way: *Phân theo giai đoạn*, *Chia theo nguồn vốn*, and lines that add up to a line
before it once more."""

from collections.abc import Iterator

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.totals.forest import Forest


def set_views_aside(forest: Forest) -> None:
    """Put a heading without figures that says so below the nearest line that the lines below it add up to; it is not
    added to it, unless nothing else is."""
    for line in [line for line, entry in enumerate(forest.entries) if entry.view and not any(entry.figures)]:
        below = forest.children(line)
        tallies = ((above, forest.weigh(forest.entries[above], below)) for above in _before(forest, line))
        whole = next((above for above, tally in tallies if tally.holds and not tally.fails), None)
        if whole is not None:
            forest.children(forest.parents[line]).remove(line)
            forest.kids.setdefault(whole, []).append(line)
            alone = not any(forest.roles[other] is Role.PART for other in forest.children(whole) if other != line)
            forest.parents[line], forest.roles[line] = whole, Role.PART if alone else Role.MEMO
            forest.watch(whole)


def _before(forest: Forest, line: int) -> Iterator[int]:
    """The line before one, and those that it stands below."""
    above = line - 1
    while above != NOWHERE:
        yield above
        above = forest.parents[above]
