"""Totals that say by a code or by the columns of groups which lines they are of, as programs write them."""

from collections.abc import Sequence

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.totals.group import adopt_and_close
from sxtdbv_cli.tables.words.spelling import bare
from sxtdbv_cli.tables.words.totals import is_total, named_by_total


def place_keyed(forest: Forest, totals: Sequence[Entry]) -> list[Entry]:
    """Place the totals that have the code of a group; the others, which are still to be placed."""
    keys = {entry.code for entry in forest.entries if entry.code and entry.has_figures and not entry.marks}
    keyed = [total for total in totals if total.code in keys]
    for total in keyed:
        _place_by_code(forest, total, [other for other in keyed if other.code == total.code and other is not total])
    return [total for total in totals if total.code not in keys]


def _place_by_code(forest: Forest, total: Entry, rivals: Sequence[Entry]) -> None:
    """Make a total the parent of the lines with its code that state something where it does: if their sums hold, or
    if no other total of the code can be theirs. It is never the total of lines with other codes."""
    lines = [
        line
        for line in forest.roots
        if line not in forest.closed and forest.entries[line].code == total.code and _meet(forest.entries[line], total)
    ]
    convinces = forest.weigh(total, lines).convinces
    if not lines or not (convinces or (len(lines) > 1 and not any(_meet(rival, total) for rival in rivals))):
        forest.unclear.append(total)
        return
    forest.doubtful += [] if convinces else [total]
    adopt_and_close(forest, total, lines)


def _meet(one: Entry, other: Entry) -> bool:
    """Whether two rows state amounts in one column."""
    pairs = zip(one.figures, other.figures, strict=True)
    return any(amount is not None and beside is not None for amount, beside in pairs)


def place_grouped(forest: Forest, totals: Sequence[Entry]) -> list[Entry]:
    """Place the totals that a column of groups names, where no sum speaks against it; the others are still to place."""
    return [total for total in totals if not (total.group and _place_by_group(forest, total))]


def _place_by_group(forest: Forest, total: Entry) -> bool:
    """Make a total the parent of the lines right above it that its group has."""
    group = _group(total)
    lines: list[int] = []
    for line in reversed(forest.before(total.row)) if group else ():
        if tuple(map(bare, forest.entries[line].group[: len(group)])) != group:
            break
        lines.insert(0, line)
    weighed = forest.weigh(total, lines)
    if not lines or (weighed.fails and not weighed.convinces):
        return False
    adopt_and_close(forest, total, lines)
    return True


def _group(total: Entry) -> tuple[str, ...]:
    """The labels of the group that a total names, in a column of groups, or right of the label that it names."""
    labels = [*map(bare, total.group)]
    level = next((level for level, label in enumerate(total.group) if is_total(label)), None)
    if level is not None:
        labels[level:] = [named_by_total(total.group[level])]
    named = labels[-1] and labels[-1] == named_by_total(total.title)
    return tuple(labels) if named else ()
