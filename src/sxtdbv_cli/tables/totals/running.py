"""Subtotals that only sums tell: *Cost baseline* behind the costs, then a reserve, then the budget, which is the sum of
the two last."""

from collections.abc import Sequence

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.totals.forest import Forest

FEWEST = 2
"""So many lines are a group."""


def nest_running(forest: Forest, total: Entry, before: Sequence[int]) -> None:
    """Put lines below the line behind them that is their sum, where the last total of a list without numbers is the sum
    of such a line and of what follows it, and in this way of all lines and of each only once."""
    if any(forest.entries[line].marks or forest.children(line) for line in before) or forest.closed:
        return
    groups = _groups(forest, total, before)
    for line, parts in groups or ():
        forest.move(parts, line)
        forest.running.append(forest.entries[line])


def _groups(forest: Forest, whole: Entry, lines: Sequence[int]) -> list[tuple[int, list[int]]] | None:
    """The lines that are sums, each with its parts; None where a whole is not, in this way, the sum of all lines."""
    for start in range(len(lines) - FEWEST, -1, -1):
        if not _is_sum(whole, forest.parts(lines[start:])):
            continue
        if start == 0:
            return []
        first = lines[start]
        rest = _groups(forest, forest.entries[first], lines[:start])
        if rest is not None:
            above = rest[0][0] if rest else None
            own = lines[:start] if above is None else lines[lines.index(above) : start]
            return [(first, list(own)), *rest]
    return None


def _is_sum(whole: Entry, parts: Sequence[Entry]) -> bool:
    """Whether a line is exactly the sum of others in every column that it states, one at least not 0."""
    sums = [sum(part.figures[column] or 0 for part in parts) for column in range(len(whole.figures))]
    return any(whole.figures) and all(a in (None, b) for a, b in zip(whole.figures, sums, strict=True))
