"""Products and formulas as witnesses of wrong cells: an amount that is its quantity times its unit price, and one that
is not; a formula that comes to what its cell states.

After Fellegi and Holt (1976) the fewest figures are wrong, and quantities and prices are figures, too. An amount that
was typed and is its product is wrong only if a factor is wrong with it; one that is not its product is wrong, or a
factor is, which may be an amount itself (8% of the pay). A formula that adds the parts of its sum is wrong only with
one of them; one that leaves some out is wrong. So of sets of cells that are as large and mend all sums, the best leave
the fewest amounts that are not their products, change no such formula alone, and change each that leaves parts out. Any
other formula only says what its factors say: it is no witness, but nobody mistypes it, so that sets without one come
first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, product
from typing import NamedTuple

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.audit import rounding
from sxtdbv_cli.model.diagnosis import Cluster, Diagnosis, Explanation, over_all
from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.place import column_number
from sxtdbv_cli.model.plan import Amount, Cell, Plan
from sxtdbv_cli.model.sheet import Position, Product, Sheet
from sxtdbv_cli.model.sums import Sum, promised

_NAMED = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\w(])").findall
MOST = 10_000
"""A formula that names more cells says nothing."""


class Witness(NamedTuple):
    """An amount and the product that it should be, in smallest steps; ``factors`` are those that are amounts: the cells
    that are added in each, and those that are taken away."""

    cell: Cell
    stated: int
    product: Product
    factors: tuple[Sequence[Sequence[Cell]], ...]

    @property
    def uses(self) -> Iterable[Cell]:
        """The factors that are amounts."""
        return chain.from_iterable(chain.from_iterable(self.factors))

    def fails(self, amounts: Mapping[Cell, int], stated: Sequence[Amount]) -> bool:
        """Whether the product is not the amount, where some amounts are others than stated."""
        computed = self.product.computed
        for plus, minus in self.factors:
            before, after = (
                sum(get(cell) or 0 for cell in plus) - sum(get(cell) or 0 for cell in minus)
                for get in (stated.__getitem__, lambda cell: amounts.get(cell, stated[cell]))
            )
            if before and before != after:
                computed = computed * after / before
        return abs(amounts.get(self.cell, self.stated) - computed) > self.product.slack


class GoingOn(NamedTuple):
    """A balance that was typed, or that does not go on from the line before: its cell, how far it is off, and the cells
    that change it, with their signs."""

    cell: Cell
    gap: int
    signed: Mapping[Cell, int]
    slack: int

    @property
    def uses(self) -> Iterable[Cell]:
        """The cells that it is made of."""
        return self.signed

    def fails(self, amounts: Mapping[Cell, int], stated: Sequence[Amount]) -> bool:
        """Whether it does not go on, where some amounts are others than stated."""
        own = ((sign, cell) for cell, sign in ((self.cell, 1), *self.signed.items()) if cell in amounts)
        return abs(self.gap + sum(sign * (amounts[cell] - (stated[cell] or 0)) for sign, cell in own)) > self.slack


class Witnesses(NamedTuple):
    """The products of amounts that were typed, or that are not their products, by the cells of the amounts and by those
    of factors; the parts that formulas add; those that leave some out; those that add none; the cells that are blank
    only because what stands in them is no amount."""

    stated: Sequence[Amount]
    own: Mapping[Cell, Sequence[Witness | GoingOn]]
    used: Mapping[Cell, Sequence[Witness | GoingOn]]
    adding: Mapping[Cell, frozenset[Cell]]
    leaving: frozenset[Cell]
    other: frozenset[Cell]
    unread: frozenset[Cell]


def witnesses(plan: Plan, sheet: Sheet, found: Diagnosis) -> Witnesses:
    """What the products and formulas of a table say of its amounts, of those that a diagnosis would change."""
    told: Iterator[Witness | GoingOn] = chain(_products(plan, sheet), _balances(plan, sheet))
    heard = [one for one in told if one.fails({}, plan.cells) or not _formula(plan, sheet, one.cell)]
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
        plan.cells,
        by_key((one.cell, one) for one in heard),
        by_key((cell, one) for one in heard for cell in one.uses),
        adding,
        frozenset(leaving - adding.keys()),
        frozenset(named.keys() - adding.keys() - leaving),
        frozenset(cell for cell in changed if plan.cells[cell] is None and _held(plan, sheet, cell) is not None),
    )


def _products(plan: Plan, sheet: Sheet) -> Iterator[Witness]:
    """The amounts that are stated, with their products."""
    places = {column: place for place, column in enumerate(sheet.columns)}
    for one in sheet.understanding.products:
        cell, shift = plan.cell(one.line, one.column), sheet.shifts.get(one.line, 0)
        factors = (factor.further(-shift) for factor in one.factors)
        amounts = tuple(
            tuple([plan.cell(one.line, places[column]) for column in side] for side in factor)
            for factor in factors
            if places.keys() >= {*factor.columns}
        )
        if (stated := plan.cells[cell]) is not None:
            yield Witness(cell, stated, one, amounts)


def _balances(plan: Plan, sheet: Sheet) -> Iterator[GoingOn]:
    """The balances that go on from line to line, with the cells that change them."""
    for one in sheet.understanding.balances:
        cell, before, *moved = one.cells(plan)
        signs = [*[-1] * len(one.plus), *[1] * len(one.minus)] * len(one.since)
        signed = {before: -1, **dict(zip(moved, signs, strict=True))}
        yield GoingOn(cell, one.stated - one.computed if one.is_off else 0, signed, rounding(plan, 1 + len(signed)))


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
    changed = {change.cell for told in cluster.explanations for change in told.changes}
    near = [one for cell in cells for one in heard.own.get(cell, ())]
    near += [one for cell in changed for one in heard.used.get(cell, ()) if one.cell not in cells]
    failing = {one.cell for one in near if one.fails({}, heard.stated)}
    leaving = heard.leaving & {balance.sum.whole for balance in cluster.sums}
    mending = [told for told in cluster.explanations if leaving <= told.deltas.keys()] or [*cluster.explanations]
    against = [_against(explanation, heard, failing) for explanation in mending]
    sets = [one for one, told in zip(against, mending, strict=True) if _is_set(told, cluster)]
    least = min(sets, default=max(against, default=0))
    kept = tuple(told for one, told in zip(against, mending, strict=True) if one <= least)
    if len(kept) == len(cluster.explanations):
        return cluster
    alone = cluster.proven and cluster.complete and not least and sets.count(0) == 1
    return cluster._replace(explanations=kept, unique=cluster.unique or alone)


def _likelier(cluster: Cluster, heard: Witnesses) -> Cluster:
    """A cluster with the explanations first that change fewer formulas of other figures, and of these those that put an
    amount where something else stands."""

    def order(told: Explanation) -> tuple[int, int]:
        changed = [change.cell for change in told.changes]
        return sum(cell in heard.other for cell in changed), -sum(cell in heard.unread for cell in changed)

    return cluster._replace(explanations=tuple(sorted(cluster.explanations, key=order)))


def _is_set(told: Explanation, cluster: Cluster) -> bool:
    """Whether an explanation is one of the smallest sets of cells, though it may be named as an event."""
    return bool(told.changes) and (told.event is None or len(told.changes) == cluster.minimum)


def _against(told: Explanation, heard: Witnesses, failing: Set[Cell]) -> int:
    """How many figures beside its own an explanation asks to be wrong: factors of amounts that are not their products
    with it, though they may be now, and parts of formulas that it would change alone."""
    proposed = {change.cell: change.proposed for change in told.changes}
    asked = {one.cell: one for cell in proposed for one in (*heard.own.get(cell, ()), *heard.used.get(cell, ()))}
    left = sum(one.fails(proposed, heard.stated) for one in asked.values()) + len(failing - asked.keys())
    alone = sum(heard.adding[cell].isdisjoint(proposed) for cell in proposed if cell in heard.adding)
    return left + alone


def _formula(plan: Plan, sheet: Sheet, cell: Cell) -> str:
    """The formula of a cell; empty for a typed figure."""
    found = _held(plan, sheet, cell)
    return (found.formula or "") if found is not None else ""


def _held(plan: Plan, sheet: Sheet, cell: Cell) -> GridCell | None:
    """What stands in the grid in the place of a cell."""
    position = sheet.cell_of(plan.address(cell))
    return sheet.grid.at(*position) if position else None
