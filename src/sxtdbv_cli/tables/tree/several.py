"""Lines that are broken down in several ways: by source of funds, by field; one of them is counted."""

from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.totals.forest import Forest

_PART = Role.PART


def count_first_way(forest: Forest) -> list[Entry]:
    """The lines that are broken down in several ways: each child line states the whole.

    Only the first way counts as a part then; the others get the role of a memo.
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
    return found
