"""What the sums say against the numbers: lines that stand below a total although their number puts them beside it."""

from collections.abc import Sequence

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.entries import Entry, by_parent, growing, weigh
from sxtdbv_cli.tables.stated_rules import stated_rule
from sxtdbv_cli.tables.words.totals import is_grand, is_total

_ROUNDED = 2


def put_under_first(lines: Sequence[Entry], parents: list[int], roles: Sequence[Role], step: int) -> None:
    """Put all lines below the first where that has a number like theirs, but is the total of everything."""
    if not lines or not lines[0].marks or not is_grand(lines[0].title) or 0 in parents:
        return
    roots = [line for line in range(1, len(lines)) if parents[line] == NOWHERE and roles[line] is Role.PART]
    if len(roots) > 1 and weigh(lines[0], [lines[line] for line in roots], step).convinces:
        for line in roots:
            parents[line] = 0


def put_under_last(lines: Sequence[Entry], parents: list[int], roles: Sequence[Role], step: int) -> None:
    """Put all lines below the last where that is their total although it has a number like theirs: ``12 Total``. Its
    words say so: it may be off as far as rounding goes."""
    last = len(lines) - 1
    if last < 2 or not lines[last].is_numbered or not is_total(lines[last].title) or stated_rule(lines[last]):
        return
    roots = [line for line in range(last) if parents[line] == NOWHERE and roles[line] is Role.PART]
    tally = weigh(lines[last], [lines[line] for line in roots], max(step, _ROUNDED))
    if parents[last] == NOWHERE and len(roots) > 1 and tally.proves:
        for line in roots:
            parents[line] = last


def put_under_totals(lines: Sequence[Entry], parents: list[int], roles: Sequence[Role], step: int) -> list[Entry]:
    """Put the next lines beside a total below it where none of its sums hold without them and all of them with them:
    *A. Total expenditure*, *I*, then *B*, though A = I + B. The lines that were moved."""
    moved: list[Entry] = []
    children = by_parent(parents, roles)
    for line, entry in enumerate(lines):
        own = children.get(line, [])
        if not own or not is_total(entry.title) or weigh(entry, [lines[child] for child in own], step).holds:
            continue
        beside = children[parents[line]]
        after = beside[beside.index(line) + 1 :] if line in beside else []
        missing = after[: _missing(entry, [lines[child] for child in own], [lines[other] for other in after], step)]
        for other in missing:
            parents[other] = line
            beside.remove(other)
        own += missing
        moved += [lines[other] for other in missing]
    return moved


def _missing(whole: Entry, parts: Sequence[Entry], after: Sequence[Entry], step: int) -> int:
    """How many of the lines behind must be added to parts until all sums of a line hold; 0 where none do."""
    weighed = enumerate(growing(whole, [parts, *([line] for line in after)], step))
    return next((count for count, tally in weighed if count and tally.holds > 1 and not tally.fails), 0)
