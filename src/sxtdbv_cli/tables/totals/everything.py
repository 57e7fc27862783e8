"""The total of everything, which the plan declares."""

from collections.abc import Sequence

from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.tables.entries import Entry, meets
from sxtdbv_cli.tables.stated_rules import names_all
from sxtdbv_cli.tables.totals.exact import slipped
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.words.totals import is_grand, named_by_total


def is_everything(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Declare a total that is the sum of everything; inside the list it is called so, or nothing behind adds to it."""
    alone = len(forest.roots) == 1 and forest.section(forest.roots[0]) is not None
    roots = [forest.entries[line] for line in forest.roots]
    behind = roots[len(before) :]
    if alone or not (all(line.has_figures and not meets(line, total) for line in behind) or is_grand(total.title)):
        return False  # the only section has its total then
    if (last := forest.section(before[-1])) is not None and forest.weigh(total, forest.children(last)).convinces:
        return False  # in a balanced budget it is what the other sections come to as well
    if not (forest.adds(total, forest.roots) or names_all(total, roots) or _adds_up(forest, total, before)):
        return False
    _declare(forest, total)
    return True


def _adds_up(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Whether a total is the sum of everything; of all before it where it holds without what stands behind."""
    behind = forest.roots[len(before) :]
    alone, together = forest.weigh(total, before), forest.weigh(total, forest.spread(forest.roots))
    if not behind or not alone.proves or not together.fails:
        parts = forest.parts(forest.spread(forest.roots))
        return together.convinces or (0 < together.holds == together.fails and slipped(total, parts, forest.step))
    if named_by_total(total.title) and _goes_on(total, [forest.entries[line] for line in behind]):
        return False
    for line in behind:
        forest.roles[line] = Role.MEMO
        forest.behind.append(forest.entries[line])
    return True


def _goes_on(total: Entry, behind: Sequence[Entry]) -> bool:
    """Whether a line behind a total is exactly what is left of it after the lines between, in every column: a statement
    goes on with it, from *Total revenue* to *Gross profit*."""
    left = [figure or 0 for figure in total.figures]
    for count, line in enumerate(behind):
        figures = [figure or 0 for figure in line.figures]
        if count and any(figures) and figures == left:
            return True
        left = [whole - abs(figure) for whole, figure in zip(left, figures, strict=True)]
    return False


def _declare(forest: Forest, total: Entry) -> None:
    if forest.declared is None:
        forest.declared = total
    elif forest.declared.figures == total.figures:
        forest.repeated.append(total)
    else:
        forest.unclear.append(total)
