"""Products and formulas as witnesses of wrong cells: an amount that is its quantity times its unit price, and one that
is not; a formula that comes to what its cell states.

After Fellegi and Holt (1976) the fewest figures are wrong, and quantities and prices are figures, too. An amount that
was typed and is its product is wrong only if a factor is wrong with it; one that is not its product is wrong, or a
factor is. A formula that adds the parts of its sum is wrong only with one of them; one that leaves some out is wrong.
So of sets of cells that are as large and mend all sums, the best change no amount that is its product, no such formula
alone, and each that is not its product or leaves parts out to what it comes to. Any other formula only says what its
factors say: it is no witness, but nobody mistypes it, so that sets without one come first.
"""

import re
from collections.abc import Mapping
from itertools import product
from typing import NamedTuple

from sxtdbv_cli.model.diagnosis import Cluster, Diagnosis, Explanation, over_all
from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.place import column_number
from sxtdbv_cli.model.plan import Cell, Plan
from sxtdbv_cli.model.sheet import Position, Sheet
from sxtdbv_cli.model.sums import Sum, promised

_NAMED = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\w(])").findall
MOST = 10_000
"""A formula that names more cells says nothing."""


class Witnesses(NamedTuple):
    """The typed amounts that are their products; what those that are not come to, in smallest steps; the parts
    that formulas add; those that leave some out; those that add none."""

    agreeing: frozenset[Cell]
    due: Mapping[Cell, int]
    adding: Mapping[Cell, frozenset[Cell]]
    leaving: frozenset[Cell]
    other: frozenset[Cell]


def witnesses(plan: Plan, sheet: Sheet, found: Diagnosis) -> Witnesses:
    """What the products and formulas of a table say of its amounts, of those that a diagnosis would change."""
    stated = [
        (plan.cell(one.line, one.column), amount, one)
        for one in sheet.understanding.products
        if (amount := plan.cells[plan.cell(one.line, one.column)]) is not None
    ]
    holds = {cell: abs(amount - one.computed) <= one.slack for cell, amount, one in stated}
    clusters = (explanation for cluster in found.clusters for explanation in cluster.explanations)
    changed = {change.cell for explanation in clusters for change in explanation.changes}
    named = {cell: cells for cell in changed if (cells := _positions(_formula(plan, sheet, cell)))}
    adding: dict[Cell, frozenset[Cell]] = {}
    leaving: set[Cell] = set()
    for sum_ in promised(plan) if named else ():
        if sum_.whole in named:
            own, complete = _added(plan, sheet, sum_, named[sum_.whole])
            if complete:
                adding[sum_.whole] = own
            elif own:
                leaving.add(sum_.whole)
    return Witnesses(
        frozenset(cell for cell, _, _ in stated if holds[cell] and not _formula(plan, sheet, cell)),
        {cell: round(one.computed) for cell, _, one in stated if not holds[cell]},
        adding,
        frozenset(leaving - adding.keys()),
        frozenset(named.keys() - adding.keys() - leaving),
    )


def _added(plan: Plan, sheet: Sheet, sum_: Sum, named: frozenset[Position]) -> tuple[frozenset[Cell], bool]:
    """The parts of a sum that a formula names, and whether these are all; none where it names other figures, too."""
    at = {part: sheet.cell_of(plan.address(part)) for part in sum_.cells[1:] if plan.cells[part] is not None}
    others = (sheet.grid.at(*position) for position in named.difference(filter(None, at.values())))
    if any(cell is not None and cell.kind is Kind.NUMBER for cell in others):
        return frozenset(), False
    own = frozenset(part for part, position in at.items() if position in named)
    return own, 0 < len(own) == len(at)


def _positions(formula: str) -> frozenset[Position]:
    """The cells that a formula names on its own sheet; none where it names others, or more than can be told."""
    spans = [] if re.search(r"[!\[]", formula) else _NAMED(formula)
    areas = [
        (range(int(top) - 1, int(bottom or top)), range(column_number(left) - 1, column_number(right or left)))
        for left, top, right, bottom in spans
    ]
    few = sum(len(rows) * len(columns) for rows, columns in areas) <= MOST
    return frozenset(position for rows, columns in areas if few for position in product(rows, columns))


def weighed(found: Diagnosis, heard: Witnesses) -> Diagnosis:
    """A diagnosis whose explanations the witnesses do not speak against, where there are such among the smallest."""
    kept = tuple(_weighed(cluster, heard) for cluster in found.clusters)
    clusters = tuple(_likelier(cluster, heard) for cluster in kept)
    if clusters == found.clusters:
        return found
    total = over_all(found.failed, clusters, found.unprotected)
    return total._replace(seconds=found.seconds, products=kept != found.clusters)


def _weighed(cluster: Cluster, heard: Witnesses) -> Cluster:
    """A cluster without the explanations that witnesses speak against more than against the best set of cells, or that
    leave a formula as it is that leaves parts out, where others do not.

    It is unique where they speak against no cell of one set alone: any larger set changes more figures.
    """
    cells = {cell for balance in cluster.sums for cell in balance.sum.cells}
    due = {cell: amount for cell, amount in heard.due.items() if cell in cells}
    leaving = heard.leaving & {balance.sum.whole for balance in cluster.sums}
    mending = [told for told in cluster.explanations if leaving <= told.deltas.keys()] or [*cluster.explanations]
    against = [_against(explanation, heard, due) for explanation in mending]
    sets = [one for one, told in zip(against, mending, strict=True) if _is_set(told, cluster)]
    least = min(sets, default=max(against, default=0))
    kept = tuple(told for one, told in zip(against, mending, strict=True) if one <= least)
    if len(kept) == len(cluster.explanations):
        return cluster
    alone = cluster.proven and cluster.complete and not least and sets.count(0) == 1
    return cluster._replace(explanations=kept, unique=cluster.unique or alone)


def _likelier(cluster: Cluster, heard: Witnesses) -> Cluster:
    """A cluster with the explanations first that change fewer formulas of other figures."""

    def others(told: Explanation) -> int:
        return sum(change.cell in heard.other for change in told.changes)

    return cluster._replace(explanations=tuple(sorted(cluster.explanations, key=others)))


def _is_set(told: Explanation, cluster: Cluster) -> bool:
    """Whether an explanation is one of the smallest sets of cells, though it may be named as an event."""
    return bool(told.changes) and (told.event is None or len(told.changes) == cluster.minimum)


def _against(told: Explanation, heard: Witnesses, due: Mapping[Cell, int]) -> int:
    """How many figures beside its own an explanation asks to be wrong: factors of amounts that are their products, of
    those that are not and that it leaves, parts of formulas that it would change alone."""
    proposed = {change.cell: change.proposed for change in told.changes}
    left = sum(proposed.get(cell) != amount for cell, amount in due.items())
    alone = sum(heard.adding[cell].isdisjoint(proposed) for cell in proposed if cell in heard.adding)
    return len(heard.agreeing.intersection(proposed)) + left + alone


def _formula(plan: Plan, sheet: Sheet, cell: Cell) -> str:
    """The formula of a cell; empty for a typed figure."""
    position = sheet.cell_of(plan.address(cell))
    found = sheet.grid.at(*position) if position else None
    return (found.formula or "") if found is not None else ""
