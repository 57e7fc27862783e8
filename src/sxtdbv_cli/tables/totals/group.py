"""The total of a group: of the lines at the top since the last total."""

from collections.abc import Sequence

from sxtdbv_cli.model.plan import Amount, Role
from sxtdbv_cli.tables.entries import Entry, Tally, meets
from sxtdbv_cli.tables.totals.exact import TOLD, count_added, last_run
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.totals.names import is_named, names_another

FEW = 2
NEAR = 100
"""Off by less than a hundredth of itself beside a sum that holds, a total is that of these lines."""


def close_group(forest: Forest, total: Entry, before: Sequence[int], *, headed: bool, ends: bool) -> bool:
    """Make a total the parent of the lines at the top since the last total, or of the last of them that add up."""
    group = [line for line in before if line not in forest.closed]
    start = _start(forest, total, group)
    if start is not None:
        _close(forest, total, group[start:], headed=headed, ends=ends)
        return True
    if len(group) < len(before) > 1 and forest.weigh(total, before).convinces:
        adopt_and_close(forest, total, before)
        return True
    run = last_run(forest, total, before)
    if run and (len(run) > 1 or not group):
        adopt_and_close(forest, total, run)
    return bool(run)


def close_for_next(forest: Forest, total: Entry, before: Sequence[int], totals: Sequence[Entry]) -> bool:
    """Make a total the parent of the lines since the last one where the next total adds just it and the lines between
    them: it is theirs, though it is no sum of them."""
    whole = next((other for other in totals if other.row > total.row), None)
    group = [line for line in before if line not in forest.closed]
    if whole is None or group != [*before] or len(group) < FEW:
        return False
    behind = [forest.entries[line] for line in forest.roots if total.row < forest.entries[line].row < whole.row]
    parts = [part.figures for part in (total, *behind)]
    if not behind or count_added(whole.figures, parts, digits=TOLD) != len(parts):
        return False
    adopt_and_close(forest, total, group)
    return True


def adopt_and_close(forest: Forest, total: Entry, lines: Sequence[int]) -> None:
    """Make a total the parent of lines, which have their total then."""
    forest.adopt(total, lines)
    forest.closed.add(len(forest.entries) - 1)


def _close(forest: Forest, total: Entry, lines: Sequence[int], *, headed: bool, ends: bool) -> None:
    """Make a total the parent of lines at the top; where the first of them is a bare heading, it is that one, unless it
    names another and others follow before the next heading."""
    head, *rest = lines
    entry = forest.entries[head]
    bare = bool(rest) and _is_heading(forest, head)
    bare = bare and (headed or is_named(total.title, entry)) and (ends or not names_another(total.title, entry))
    if not bare or not forest.take(head, total):
        adopt_and_close(forest, total, lines)
        return
    forest.move(rest, head)
    forest.closed.add(head)


def _start(forest: Forest, total: Entry, group: Sequence[int]) -> int | None:
    """Where the lines begin that a total is the sum of: as many as add up to it, two at least if there are two."""
    stated = next((at for at, line in enumerate(group) if forest.entries[line].figures_row in total.adds), None)
    if stated is not None and forest.adds(total, group[stated:]):
        return stated - bool(stated and _is_heading(forest, group[stated - 1]))
    sums: list[Amount] = [None] * len(total.figures)
    found = None
    for start in range(len(group) - 1, -1, -1):
        if forest.roles[group[start]] is Role.PART:
            for column, amount in enumerate(forest.entries[group[start]].figures):
                sums[column] = amount if sums[column] is None else (sums[column] or 0) + (amount or 0)
        count = len(group) - start
        if count < min(2, len(group)) or not _may_begin(forest.entries[group[start]], total):
            continue
        if _equals(total, sums, count, forest.step):
            found = start
    return 0 if found is None and len(group) > FEW and _nearly_equals(total, sums, forest.step) else found


def _may_begin(entry: Entry, total: Entry) -> bool:
    """Whether a line may be the first that a total adds: one with nothing but figures that the total has not, such as
    the opening balance of a cash book, is none of them."""
    return not entry.has_figures or meets(entry, total)


def _is_heading(forest: Forest, line: int) -> bool:
    """Whether a line has nothing but a name, and none below it."""
    return not forest.children(line) and not forest.entries[line].marked


def _nearly_equals(total: Entry, sums: Sequence[Amount], step: int) -> bool:
    """Whether a total agrees with sums in one column, and is off by little in all others: some of their figures are
    wrong."""
    pairs = [(stated, computed) for stated, computed in zip(total.figures, sums, strict=True) if stated and computed]
    near = all(NEAR * abs(stated - computed) <= abs(stated) for stated, computed in pairs)
    return near and any(Tally(step).agrees(stated - computed, 2) for stated, computed in pairs)


def _equals(total: Entry, sums: Sequence[Amount], count: int, step: int) -> bool:
    """Whether a total agrees with sums of so many lines in most columns."""
    gaps = [
        stated - computed
        for stated, computed in zip(total.figures, sums, strict=True)
        if stated is not None and computed is not None and (stated or computed)
    ]
    weighed = Tally(step)
    return 2 * sum(weighed.agrees(gap, count + 1) for gap in gaps) > len(gaps)
