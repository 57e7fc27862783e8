"""The lines in the order of a plan: parents first, otherwise as they stand."""

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.totals.forest import Forest


def in_order(forest: Forest) -> tuple[list[int], list[int]]:
    """The lines in the order of the plan, and their parents in that order."""
    first = _first_rows(forest)
    order: list[int] = []
    waiting = sorted(forest.roots, key=first.__getitem__, reverse=True)
    while waiting:
        line = waiting.pop()
        order.append(line)
        if below := forest.kids.get(line):
            waiting += sorted(below, key=first.__getitem__, reverse=True)
    position = {line: index for index, line in enumerate(order)}
    return order, [position.get(forest.parents[line], NOWHERE) for line in order]


def _first_rows(forest: Forest) -> list[int]:
    """The first row of each line and all below it."""
    first = [entry.row for entry in forest.entries]
    waiting = list(forest.roots)
    order = []
    while waiting:
        line = waiting.pop()
        order.append(line)
        waiting += forest.kids.get(line, ())
    for line in reversed(order):
        parent = forest.parents[line]
        if parent != NOWHERE:
            first[parent] = min(first[parent], first[line])
    return first
