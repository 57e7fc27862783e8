"""A sum formula held against the sum it stands for: which cells it adds, which it leaves out, which it takes in."""

from collections.abc import Callable
from functools import cached_property
from itertools import product
from typing import NamedTuple

from sxtdbv_cli.model.audit import rounding
from sxtdbv_cli.model.grid import Kind as Holds
from sxtdbv_cli.model.grid import Span
from sxtdbv_cli.model.plan import Cell
from sxtdbv_cli.model.sheet import Position, Sheet
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.model.sums import Kind, Sum, promised
from sxtdbv_cli.rules.cells import places
from sxtdbv_cli.rules.formulas.parse import Call, Node, NotRead, Operation, parse

DEEPEST = 200

Leaves = dict[Position, int]
"""Cells that are no sums themselves, each with how often it is added."""


class Wrong(NamedTuple):
    """What a formula leaves out and what it takes in, in the order of the sheet."""

    left_out: list[Position]
    taken_in: list[Position]


class SheetSums:
    """The sums of a plan by the cells of the grid it was read from.

    A formula may add the parts of a sum, or the parts of these: compared is what both come to in the end.
    """

    def __init__(self, subject: Subject, sheet: Sheet) -> None:
        self.subject = subject
        self.sheet = sheet
        self.grid = sheet.grid
        self.position = subject.printed.position
        self.known: dict[tuple[Cell, bool], Leaves] = {}
        self.outside: dict[Position, Leaves] = {}

    @cached_property
    def cells(self) -> dict[Position, Cell]:
        """Which cell of the plan stands where."""
        return places(self.subject, self.sheet)

    @cached_property
    def at(self) -> dict[Cell, Position]:
        """Where the cells of the plan stand; those that are not empty."""
        return {cell: position for position, cell in self.cells.items()}

    @cached_property
    def sums(self) -> dict[tuple[Cell, bool], Sum]:
        """The sum of each cell, down (True) and across; the first that is promised."""
        found: dict[tuple[Cell, bool], Sum] = {}
        for promise in promised(self.subject.printed):
            found.setdefault((promise.whole, self._is_down(promise)), promise)
        return found

    @cached_property
    def over_hidden(self) -> dict[Cell, list[Position]]:
        """The sums that fail by just what stands in hidden rows, and where: the formula SUBTOTAL passes over rows that
        a filter hides, or over all hidden ones."""
        found: dict[Cell, list[Position]] = {}
        for balance in self.subject.as_printed.failing if self.grid.hidden_rows else ():
            sum_, cells = balance.sum, self.subject.printed.cells
            hidden = [cell for cell in sum_.cells[1:] if cell in self.at and self.at[cell][0] in self.grid.hidden_rows]
            added = sum((cells[cell] or 0) * (-1 if cell in sum_.minus else 1) for cell in hidden)
            near = abs(balance.gap + added) <= rounding(self.subject.printed, len(sum_.cells))
            if added and near:
                found[sum_.whole] = [self.at[cell] for cell in hidden]
        return found

    def compare(self, whole: Position, formula: str) -> Wrong | None:
        """What is wrong with the formula of a cell; None where it is not judged, or for no sum that has parts."""
        added = self._terms(formula, whole)
        if whole in added:
            return Wrong([], [whole])  # it goes round in a circle, whatever else it adds
        promise, down = self._meant(whole, added)
        if promise is None:
            return None
        if self._adds_just_the_parts(promise, added):
            return Wrong([], [])
        expected = self._leaves_of(promise, down=down, depth=0)
        if not expected:
            return None  # an outer column of totals adds the figures of the inner one
        found: Leaves = {}
        for position, weight in added.items():
            _add(found, self._leaves_at(position, down=down, depth=0), weight)
        left_out = [cell for cell, weight in expected.items() if (found.get(cell, 0) - weight) * weight < 0]
        taken_in = [cell for cell, weight in found.items() if (weight - expected.get(cell, 0)) * weight > 0]
        return Wrong(self._as_parts(promise, left_out, down=down), sorted(taken_in))

    def meant(self, whole: Position, formula: str) -> Sum | None:
        """The sum that the formula of a cell stands for; None where it is not judged."""
        return self._meant(whole, self._terms(formula, whole))[0]

    def _meant(self, whole: Position, added: Leaves) -> tuple[Sum | None, bool]:
        """The sum that a formula which adds these cells stands for, and whether that goes down."""
        down = all(column == whole[1] for _, column in added) or self._is_of_another_column(whole, added)
        judged = added and (down or len({row for row, _ in added}) == 1)
        return (self.sums.get((self.cells[whole], down)) if judged else None), down

    def _is_of_another_column(self, whole: Position, added: Leaves) -> bool:
        """Whether a formula adds several lines of the table, in one column that is not its own."""
        rows, columns = {row for row, _ in added}, {column for _, column in added}
        return len(columns) == 1 < len(rows) and whole[0] not in rows and all(cell in self.cells for cell in added)

    def _adds_just_the_parts(self, promise: Sum, added: Leaves) -> bool:
        """Whether a formula adds each part once, as nearly all do: the quick way."""
        weights = dict.fromkeys(promise.plus, 1) | dict.fromkeys(promise.minus, -1)
        return {self.at[cell]: weight for cell, weight in weights.items() if cell in self.at} == added

    def _is_down(self, promise: Sum) -> bool:
        if promise.kind is Kind.FOOTING or promise.kind is Kind.CROSS_FOOTING:
            return promise.kind is Kind.FOOTING
        return self.position(promise.whole)[0] != self.position(promise.cells[1])[0]

    def _leaves_at(self, position: Position, *, down: bool, depth: int) -> Leaves:
        """What a cell of the grid comes to: a text or a blank to nothing, a sum outside the table to its terms."""
        if position in self.cells:
            return self._leaves(self.cells[position], down=down, depth=depth)
        found = self.grid.at(*position)
        if found is None or found.kind is not Holds.NUMBER:
            return {}
        if position not in self.outside:
            self.outside[position] = {position: 1}  # what leads back to itself comes to itself
            added = self._terms(found.formula, position) if found.formula and depth < DEEPEST else {}
            leaves: Leaves = {}
            for part, weight in added.items():
                _add(leaves, self._leaves_at(part, down=down, depth=depth + 1), weight)
            self.outside[position] = leaves or {position: 1}
        return self.outside[position]

    def _terms(self, formula: str, own: Position) -> Leaves:
        """The cells that the formula of a cell adds; none where it is not judged."""
        try:
            return terms(formula, len(self.grid.rows), lambda other: other != own and self._is_subtotal(other))
        except NotRead:
            return {}

    def _is_subtotal(self, position: Position) -> bool:
        found = self.grid.at(*position)
        return found is not None and "SUBTOTAL(" in (found.formula or "")

    def _leaves(self, cell: Cell, *, down: bool, depth: int) -> Leaves:
        """What a cell of the plan comes to; one that is blank, and all below it, to nothing."""
        key = (cell, down)
        if key not in self.known:
            own: Leaves = {self.at[cell]: 1} if cell in self.at else {}
            self.known[key] = own
            promise = self.sums.get(key) if depth < DEEPEST else None
            leaves = {} if promise is None else self._leaves_of(promise, down=down, depth=depth + 1)
            self.known[key] = leaves or own
        return self.known[key]

    def _leaves_of(self, promise: Sum, *, down: bool, depth: int) -> Leaves:
        found: Leaves = {}
        for cells, weight in ((promise.plus, 1), (promise.minus, -1)):
            for cell in cells:
                _add(found, self._leaves(cell, down=down, depth=depth), weight)
        return found

    def _as_parts(self, promise: Sum, leaves: list[Position], *, down: bool) -> list[Position]:
        """Leaves in the order of the sheet, the part of a sum in place of all of its own."""
        gone = set(leaves)
        for part in (*promise.plus, *promise.minus):
            own = self._leaves(part, down=down, depth=0).keys()
            if own and own <= gone and part in self.at:
                gone = (gone - own) | {self.at[part]}
        return sorted(gone)


def _add(into: Leaves, leaves: Leaves, weight: int) -> None:
    for cell, times in leaves.items():
        into[cell] = into.get(cell, 0) + weight * times


MOST_TERMS = 200_000
_WEIGHTS = {"+": 1, "-": -1}


def terms(formula: str, rows: int, is_subtotal: Callable[[Position], bool] = lambda _: False) -> Leaves:
    """The cells of a formula that only adds and takes away, each with how often it is added (less taken away).

    Cells below the last of ``rows`` are left out: they are empty. So are those that a SUBTOTAL passes over, being
    one themselves.

    Raises:
        NotRead: it does anything else, or holds what is not judged.
    """
    found: Leaves = {}
    node = parse(formula)
    _collect(node, 1, rows, found)
    if isinstance(node, Call) and node.name == "SUBTOTAL":
        found = {cell: weight for cell, weight in found.items() if not is_subtotal(cell)}
    return {cell: weight for cell, weight in found.items() if weight}


def _collect(node: Node, weight: int, rows: int, found: Leaves) -> None:
    if isinstance(node, Span):
        for cell in product(range(node.top, min(node.bottom + 1, rows)), range(node.left, node.right + 1)):
            found[cell] = found.get(cell, 0) + weight
            if len(found) > MOST_TERMS:
                raise NotRead(node)
    elif isinstance(node, Operation):
        _collect(node.first, weight, rows, found)
        for sign, piece in node.rest:
            if sign not in _WEIGHTS:
                raise NotRead(sign)
            _collect(piece, weight * _WEIGHTS[sign], rows, found)
    elif isinstance(node, Call):
        for argument in _added(node):
            _collect(argument, weight, rows, found)
    elif node != 0:  # a typed number in a sum is no cell; a sign alone stands before nothing
        raise NotRead(node)


def _added(call: Call) -> tuple[Node, ...]:
    """The arguments that a function adds.

    Raises:
        NotRead: it does anything else.
    """
    if call.name == "SUM":
        return call.arguments
    if call.name == "ROUND" and len(call.arguments) == 2:
        return call.arguments[:1]
    if call.name == "SUBTOTAL" and call.arguments[:1] in ((9,), (109,)):  # the sum, of many functions
        return call.arguments[1:]
    raise NotRead(call.name)
