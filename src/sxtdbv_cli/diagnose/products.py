"""Products as witnesses of wrong cells: an amount that is its quantity times its unit price, and one that is not.

After Fellegi and Holt (1976) the fewest figures are wrong, and quantities and prices are figures, too. An amount that
was typed and is its product is wrong only if a factor is wrong with it; one that is not its product is wrong, or a
factor is. So of sets of cells that are as large and mend all sums, the best change no amount that is its product and
change each that is not to what it comes to. A formula only says what its factors say: it is no witness.
"""

from collections.abc import Mapping
from typing import NamedTuple

from sxtdbv_cli.model.diagnosis import Cluster, Diagnosis, Explanation, over_all
from sxtdbv_cli.model.plan import Cell, Plan
from sxtdbv_cli.model.sheet import Product, Sheet


class Witnesses(NamedTuple):
    """The typed amounts that are their products; what those that are not come to, in smallest steps."""

    agreeing: frozenset[Cell]
    due: Mapping[Cell, int]


def witnesses(plan: Plan, sheet: Sheet) -> Witnesses:
    """What the products of a table say of its amounts."""
    stated = [
        (plan.cell(product.line, product.column), amount, product)
        for product in sheet.understanding.products
        if (amount := plan.cells[plan.cell(product.line, product.column)]) is not None
    ]
    holds = {cell: abs(amount - product.computed) <= product.slack for cell, amount, product in stated}
    return Witnesses(
        frozenset(cell for cell, _, product in stated if holds[cell] and not _is_formula(plan, sheet, product)),
        {cell: round(product.computed) for cell, _, product in stated if not holds[cell]},
    )


def weighed(found: Diagnosis, heard: Witnesses) -> Diagnosis:
    """A diagnosis whose explanations the products do not speak against, where there are such among the smallest."""
    clusters = tuple(_weighed(cluster, heard) for cluster in found.clusters)
    if clusters == found.clusters:
        return found
    total = over_all(found.failed, clusters, found.unprotected)
    return total._replace(seconds=found.seconds, products=True)


def _weighed(cluster: Cluster, heard: Witnesses) -> Cluster:
    """A cluster without the explanations that products speak against more than against the best set of cells.

    It is unique where they speak against no cell of one set alone: any larger set changes more figures.
    """
    cells = {cell for balance in cluster.sums for cell in balance.sum.cells}
    due = {cell: amount for cell, amount in heard.due.items() if cell in cells}
    against = [_against(explanation, heard.agreeing, due) for explanation in cluster.explanations]
    sets = [one for one, told in zip(against, cluster.explanations, strict=True) if _is_set(told, cluster)]
    least = min(sets, default=0)
    kept = tuple(told for one, told in zip(against, cluster.explanations, strict=True) if one <= least)
    if not sets or len(kept) == len(cluster.explanations):
        return cluster
    alone = cluster.proven and cluster.complete and not least and sets.count(0) == 1
    return cluster._replace(explanations=kept, unique=cluster.unique or alone)


def _is_set(told: Explanation, cluster: Cluster) -> bool:
    """Whether an explanation is one of the smallest sets of cells, though it may be named as an event."""
    return bool(told.changes) and (told.event is None or len(told.changes) == cluster.minimum)


def _against(told: Explanation, agreeing: frozenset[Cell], due: Mapping[Cell, int]) -> int:
    """How many figures beside its own an explanation asks to be wrong: factors of amounts that are their products, and
    of those that are not and that it leaves."""
    proposed = {change.cell: change.proposed for change in told.changes}
    left = sum(proposed.get(cell) != amount for cell, amount in due.items())
    return len(agreeing.intersection(proposed)) + left


def _is_formula(plan: Plan, sheet: Sheet, product: Product) -> bool:
    """Whether the amount of a product is a formula."""
    position = sheet.cell_of(plan.address(plan.cell(product.line, product.column)))
    cell = sheet.grid.at(*position) if position else None
    return cell is not None and cell.formula is not None
