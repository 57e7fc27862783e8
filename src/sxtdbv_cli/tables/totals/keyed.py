"""The total of the lines that share its code: in a table with the code of the group on every row, as a program writes
it, the total of a group says so by that code and stands anywhere among its lines."""

from collections.abc import Sequence

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.totals.group import adopt_and_close


def place_keyed(forest: Forest, totals: Sequence[Entry]) -> list[Entry]:
    """Place the totals that have the code of a group; the others, which are still to be placed."""
    keys = {entry.code for entry in forest.entries if entry.code and entry.has_figures and not entry.marks}
    keyed = [total for total in totals if total.code in keys]
    for total in keyed:
        _place(forest, total, [other for other in keyed if other.code == total.code and other is not total])
    return [total for total in totals if total.code not in keys]


def _place(forest: Forest, total: Entry, rivals: Sequence[Entry]) -> None:
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
