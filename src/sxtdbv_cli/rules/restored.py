"""The table as its workbook would come to it if every formula added what it should, and figures were numbers.

In a workbook one mistake is seen in many cells: those that formulas work out from it follow it, and follow again once
it is mended. So no figure of these is wrong, and what has to change is the formula that is not the sum it stands for,
the figure typed over one, or the text that formulas pass over.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import chain, product
from typing import NamedTuple

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.audit import Balance
from sxtdbv_cli.model.diagnosis import Change, Cluster, Diagnosis, Event, EventKind, Explanation, over_all
from sxtdbv_cli.model.grid import Grid, GridCell, Span
from sxtdbv_cli.model.grid import Kind as Holds
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import Cell
from sxtdbv_cli.model.sheet import Position, Sheet
from sxtdbv_cli.model.subject import Subject, subject_of
from sxtdbv_cli.model.sums import Kind, Sum
from sxtdbv_cli.rules.cells import FORMULA, amount_cells, in_table, of_kind
from sxtdbv_cli.rules.formulas.calculate import calculate, stale
from sxtdbv_cli.rules.formulas.compare import SheetSums
from sxtdbv_cli.rules.formulas.parse import NotRead, areas
from sxtdbv_cli.rules.sx501_typed_among_formulas import check as typed_over
from sxtdbv_cli.rules.sx502_sum_range import unlike

DEEPEST = 40
"""Formulas that need going through more often, one using the next, go round in a circle."""
MOST = 5_000_000
"""More cells that formulas use are not gone through."""
FEW = 12
"""Of so many mistakes each is tried by itself."""
NOISE = Fraction(1, 10**9)


class Root(NamedTuple):
    """A cell of a sum, the whole or a part, that is not what the sum says, by its own formula or because it is none."""

    sum: Sum
    kind: EventKind
    cell: Cell


Roots = Mapping[Position, Root]


class Restored(NamedTuple):
    """A subject with the figures that follow, the failing sums that hold with them by what mends them, and how many
    fail that held: typed totals that follow nothing."""

    subject: Subject
    clusters: tuple[Cluster, ...]
    fresh: int

    def beside(self, rest: Diagnosis) -> Diagnosis:
        """A diagnosis of what still fails, with what is mended here before it."""
        clusters = (*self.clusters, *rest.clusters)
        failed = rest.failed + sum(len(cluster.sums) for cluster in self.clusters) - self.fresh
        return over_all(failed, clusters, rest.unprotected)._replace(seconds=rest.seconds, products=rest.products)


def formulas_at_fault(subject: Subject, sheet: Sheet, trusted: frozenset[Cell]) -> Roots:
    """The failing sums that are formulas."""
    sums, found = SheetSums(subject, sheet), {}
    for balance in subject.audit.failing:
        position = sums.at.get(balance.sum.whole)
        formula = _formula(sheet, position)
        if not (position and formula) or balance.sum.whole in trusted:
            continue
        if balance.sum.whole in sums.over_hidden:
            found[position] = Root(balance.sum, EventKind.FORMULA_WRONG, balance.sum.whole)
        elif sums.meant(position, formula) == balance.sum:
            if any(sums.compare(position, formula) or ()):
                found[position] = Root(balance.sum, EventKind.FORMULA_WRONG, balance.sum.whole)
            elif stale(sheet.grid, position):
                found[position] = Root(balance.sum, EventKind.FORMULA_STALE, balance.sum.whole)
    return found


def typed_sums(subject: Subject, sheet: Sheet, trusted: frozenset[Cell], rest: Diagnosis) -> Roots:
    """The failing sums that are typed where the cells beside are formulas, unless a figure of theirs is likelier to be
    mistyped than they are: one that two of them know better."""
    typed, sums = {hit.address for hit in typed_over(subject)}, SheetSums(subject, sheet)
    at = sums.at
    found = _linked(subject, sums, trusted, typed) if rest.failed else {}
    for cluster in rest.clusters if typed else ():
        slips = [told.changes[0].cell for told in cluster.explanations if are_one_slip(told)]
        mistyped = slips and are_one_slip(cluster.explanations[0])
        for sum_ in {balance.sum.whole: balance.sum for balance in cluster.sums}.values():
            alone = sum_.whole in slips[1:] or (len(cluster.sums) == 1 and sum_.whole not in slips)
            likely = sum_.whole not in trusted and (alone or not mistyped)
            if likely and sum_.whole in at and subject.plan.address(sum_.whole) in typed:
                found[at[sum_.whole]] = Root(sum_, EventKind.TYPED_OVER, sum_.whole)
    return found


def _linked(
    subject: Subject, sums: SheetSums, trusted: frozenset[Cell], typed: Container[Address]
) -> dict[Position, Root]:
    """The cells that say something else than all others of their column do, where these take figures from other sheets,
    and one sum that fails has no other such part and a whole that comes from elsewhere, too."""
    odd = {hit.address for hit in unlike(subject, sums.sheet, sums)}
    found: dict[Position, Root] = {}
    for sum_ in (balance.sum for balance in subject.audit.failing if balance.sum.kind is Kind.FOOTING):
        addresses = {
            cell: subject.plan.address(cell) for cell in sum_.cells[1:] if cell in sums.at and cell not in trusted
        }
        named = [cell for cell, address in addresses.items() if address in odd or address in typed]
        whole = sums.at.get(sum_.whole)
        if len(named) == 1 and "!" in _formula(sums.sheet, whole):
            kind = EventKind.FORMULA_WRONG if addresses[named[0]] in odd else EventKind.TYPED_OVER
            found[sums.at[named[0]]] = Root(sum_, kind, named[0])
    return found


def are_one_slip(told: Explanation) -> bool:
    """Whether an explanation is a single cell of which it is known how it was mistyped."""
    return len(told.changes) == 1 and told.changes[0].slip is not None


def restored(subject: Subject, sheet: Sheet, roots: Roots) -> Restored | None:
    """The table with all of the cells mended, or else with those of a few that can be, one after the other."""
    found, kept = _restored(subject, sheet, roots), dict[Position, Root]()
    for position in roots if found is None and 1 < len(roots) <= FEW else ():
        if more := _restored(subject, sheet, {**kept, position: roots[position]}):
            found, kept[position] = more, roots[position]
    return found


def _restored(subject: Subject, sheet: Sheet, roots: Roots) -> Restored | None:
    """The table with the sums of some cells in place of what they hold, and with all that follows; None where no fewer
    would fail then, or formulas that held."""
    sums = SheetSums(subject, sheet)
    texts = [found.position for found in amount_cells(subject, sheet, of_kind(Holds.TEXT))]
    calculator = _Calculator(subject, sums, roots)
    if not (roots or texts) or not calculator.run(texts):
        return None
    cells = {sums.cells[position]: position for position in calculator.origin if position in sums.cells}
    changed = {cell: calculator.amount(position) for cell, position in cells.items()}
    new = subject_of(subject.plan.with_amounts(changed), sheet)
    failed, left = ({balance.sum for balance in one.audit.failing} for one in (subject, new))
    mended = [balance for balance in subject.audit.failing if balance.sum not in left]
    fresh = left - failed
    if len(fresh) > 2 * len(mended) or any(_formula(sheet, sums.at.get(one.whole)) for one in fresh) or not mended:
        return None  # a typed total may have been copied from what was wrong, and no more
    return Restored(new, tuple(_clusters(subject, new, mended, calculator, roots)), len(fresh))


def _clusters(
    subject: Subject, new: Subject, mended: Iterable[Balance], calculator: "_Calculator", roots: Roots
) -> Iterable[Cluster]:
    """The sums that hold again by the cell that mends them; typed totals that were copied from what was wrong hold only
    as long as that stands. Those that a formula fails by passing over a text are told as such already."""
    origin, at, plan = calculator.origin, calculator.sums.at, subject.plan
    causes = [(origin[at[cell]], one) for one in mended for cell in one.sum.cells if at.get(cell) in origin]
    found = by_key((cause, one) for one, cause in {one: cause for cause, one in reversed(causes)}.items())
    copied = {position: list[Balance]() for position in roots if position in origin and position not in found}
    for position, balances in sorted({**found, **copied}.items()):
        cell = calculator.sums.cells[position]
        told = [one for one in balances if position in roots or subject.passed_over.isdisjoint(one.sum.cells)]
        line, column = plan.position(cell)
        change = Change(cell, plan.cells[cell], new.plan.cells[cell] or 0, None)
        kind = roots[position].kind if position in roots else EventKind.FIGURE_AS_TEXT
        changes = (change,) if position in roots else ()
        explanations = (Explanation(changes, Event(kind, line, columns=(column,))),)
        if told or position in copied:
            yield Cluster(tuple(told), 1, 1, proven=True, unique=True, complete=True, explanations=explanations)


class _Calculator:
    """Calculates a sheet anew, as far as cells that change reach; ``origin`` is for each of them where that began."""

    def __init__(self, subject: Subject, sums: SheetSums, roots: Roots) -> None:
        self.subject, self.sums, self.roots = subject, sums, roots
        self.rows = [[*row] for row in sums.grid.rows]
        self.grid: Grid = replace(sums.grid, rows=self.rows)
        self.scale = 10**subject.plan.unit.scale
        self.origin: dict[Position, Position] = {}
        self.left = MOST

    def run(self, texts: Iterable[Position]) -> bool:
        """Put numbers in place of texts, and calculate until nothing changes any more; whether it came to that."""
        for position in texts:
            amount = self.subject.plan.cells[self.sums.cells[position]]
            if amount is not None:
                self._put(position, Fraction(amount, self.scale), position)
        named = ((position, found.formula or "") for position, found in in_table(self.sums.sheet, FORMULA))
        formulas = [(position, formula, areas(formula)) for position, formula in named if position not in self.roots]
        for _ in range(DEEPEST):
            steps = [self._root(position) for position in self.roots]
            steps += [self._follow(*one) for one in formulas if self.left > 0]
            if not any(steps):
                return self.left > 0
        return False

    def amount(self, position: Position) -> int:
        """The amount in a cell, in smallest steps."""
        found = self.grid.at(*position)
        return round(_number(found) * self.scale) if found is not None else 0

    def _root(self, position: Position) -> bool:
        """Put what a sum says of a cell into it, unless another of its cells is an error."""
        root, at = self.roots[position], self.sums.at
        weights = dict.fromkeys(root.sum.plus, 1) | dict.fromkeys(root.sum.minus, -1) | {root.sum.whole: -1}
        own = weights.pop(root.cell)
        signed = ((self.grid.at(*at[cell]), sign) for cell, sign in weights.items() if cell in at)
        stated = [(found, sign) for found, sign in signed if found is not None]
        if any(found.kind is Holds.ERROR for found, _ in stated):
            return False
        return self._put(position, sum((-own * sign * _number(found) for found, sign in stated), Fraction()), position)

    def _follow(self, position: Position, formula: str, spans: Iterable[Span]) -> bool:
        """Calculate a formula that uses a cell that changed."""
        began = next(map(self.origin.get, chain.from_iterable(map(self._changed, spans))), None)
        if began is None:
            return False
        try:
            value = Fraction(calculate(self.grid, formula).value)
        except NotRead:
            return False
        return self._put(position, value, self.origin.get(position, began))

    def _changed(self, span: Span) -> Iterable[Position]:
        """The cells of a range that changed: of these or of those are asked which are fewer."""
        cells = (min(span.bottom + 1, len(self.rows)) - span.top) * (span.right + 1 - span.left)
        self.left -= cells
        if cells > len(self.origin):
            return filter(span.holds, self.origin)
        rows, columns = range(span.top, min(span.bottom + 1, len(self.rows))), range(span.left, span.right + 1)
        return filter(self.origin.__contains__, product(rows, columns))

    def _put(self, position: Position, value: Fraction, began: Position) -> bool:
        """Put a number into a cell; whether it says something else now."""
        row, column = position
        found = self.rows[row][column]
        if found is not None and found.kind is Holds.NUMBER and abs(_number(found) - value) < NOISE:
            return False
        self.rows[row][column] = GridCell(Holds.NUMBER, str(value))
        self.origin[position] = began
        return True


def _formula(sheet: Sheet, position: Position | None) -> str:
    found = sheet.grid.at(*position) if position else None
    return (found.formula or "") if found is not None else ""


def _number(found: GridCell) -> Fraction:
    return Fraction(found.text) if found.kind is Holds.NUMBER else Fraction()
