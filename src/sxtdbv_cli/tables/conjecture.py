"""Sums that are only conjectured: a level or a total that words and numbers do not state, and whose sums fail.

A structure that was inferred is believed because its sums hold. Where they do not, that speaks against the structure
and not against the figures: such sums convict nobody, and the doubt is told instead.
"""

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.down import agrees
from sxtdbv_cli.tables.entries import Entry, Tally, weigh
from sxtdbv_cli.tables.structure import Structure
from sxtdbv_cli.tables.totals import names_another
from sxtdbv_cli.tables.words import named_by_total

FEW = 3
"""Up to so many sums a table may have all wrong and still be read right."""


def conjectured(found: Structure) -> dict[int, Tally]:
    """The lines whose sums over their child lines are only conjectured, and how those come out; the declared total is
    the line behind the last."""
    fails, holds = found.tally.fails, found.tally.holds
    misread = fails > holds and fails + holds > FEW
    doubted: dict[int, Tally] = {}
    by_line = _children(found)
    for line in sorted(by_line, reverse=True):  # child lines before those they belong to
        children = by_line[line]
        whole = found.outcome.declared if line == len(found.entries) else found.entries[line]
        parts = [found.entries[child] for child in children]
        tally = weigh(whole, parts, found.tally.step) if whole is not None else Tally(1)
        if (
            whole is not None
            and tally.fails >= max(1, tally.holds)
            and (misread or not _is_stated(found, whole, parts))
        ):
            doubted[line] = tally
    return doubted


def _children(found: Structure) -> dict[int, list[int]]:
    """The lines that are added to each line; those at the top to the declared total."""
    children: dict[int, list[int]] = {}
    for line, parent in enumerate(found.parents):
        if found.roles[line] in (Role.PART, Role.DEDUCTION):
            children.setdefault(len(found.entries) if parent == NOWHERE else parent, []).append(line)
    return children


def _is_stated(found: Structure, whole: Entry, parts: list[Entry]) -> bool:
    """Whether the table itself says what a line is the sum of: by numbers in order, or as the total of a plain list."""
    numbered = all(part.marks for part in parts) and not any(part in found.odd for part in parts)
    total = next((total for line, total in found.outcome.merged if line is whole), None)
    author = total or whole
    rows = {entry.figures_row for entry in found.entries if entry.figures_row in author.adds and entry.has_figures}
    if author.adds and agrees(author, parts, rows):
        return True
    if whole is found.outcome.declared or whole.total:
        if len(parts) == len(found.entries) - (whole in found.entries) and all(part.marked for part in parts):
            return True
        plain = numbered or not any(part.marks or not part.marked for part in parts)
        return plain and not named_by_total(whole.title) and not found.outcome.unclear
    if total is not None:
        return not names_another(total.title, whole)
    return numbered and bool(whole.marks)
