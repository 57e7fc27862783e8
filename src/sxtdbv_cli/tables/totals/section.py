"""The total of a section: of the lines below a heading that has no figures of its own."""

from collections.abc import Sequence

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.totals.names import is_named, names_another


def close_section(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Give a total to the open section it is the sum of, the innermost first."""
    line = forest.last(before[-1])
    own = []
    while line != NOWHERE:
        if forest.children(line) and _is_of(forest, total, line):
            own.append(line)
        line = forest.parents[line]
    own.sort(key=lambda line: forest.entries[line].has_figures)  # one that waits for its figures comes first
    return any(forest.take(line, total) for line in own)


def close_inner(forest: Forest, total: Entry) -> bool:
    """Give a total to a section that ends above it, inside another that goes on behind it."""
    line = forest.above(total.row)
    inside = []
    while line != NOWHERE and forest.end(line) < total.row:
        inside.append(line)
        line = forest.parents[line]
    own = [line for line in inside if forest.children(line) and _is_of(forest, total, line)]
    return line != NOWHERE and any(forest.take(section, total) for section in own)


def _is_of(forest: Forest, total: Entry, line: int) -> bool:
    """Whether a total is that of a section: it says so, its formulas do, or its sums do and it names no other."""
    section, children = forest.entries[line], forest.children(line)
    if is_named(total.title, section) or forest.adds(total, children):
        return True
    return forest.weigh(total, children).convinces and not names_another(total.title, section)


def close_with_next(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Give a total to the last section where it is the sum of its lines and of those that follow at the top."""
    at = next((at for at in range(len(before) - 1, -1, -1) if forest.section(before[at]) is not None), None)
    after = before[at + 1 :] if at is not None else []
    if at is None or not after or forest.closed & set(after):
        return False
    section = before[at]
    weighed = forest.weigh(total, [*forest.children(section), *after])
    if not weighed.holds or weighed.fails or not forest.take(section, total):
        return False
    forest.move(after, section)
    forest.drawn += [forest.entries[line] for line in after]
    return True
