"""Totals that say by the columns of groups which lines they are of, as programs write them."""

from collections.abc import Sequence

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.totals.group import adopt_and_close
from sxtdbv_cli.tables.words.spelling import bare
from sxtdbv_cli.tables.words.totals import is_total, named_by_total


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
