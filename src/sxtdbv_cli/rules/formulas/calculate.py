"""What a formula comes to, in exact fractions, from the values that are stored in the cells it names."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from sxtdbv_cli.model.grid import Grid, GridCell, Kind, Span
from sxtdbv_cli.rules.formulas.parse import Call, Node, NotRead, Operation, areas, parse, plain_sum

ULP = Fraction(1, 2**52)
LAST_DIGIT = Fraction(1, 10**14)
"""LibreOffice writes values with 15 digits, and calculates with more."""
MOST_DECIMALS = 15
LARGEST = 2**53
"""Whole numbers up to here are exact in a spreadsheet too."""


Number = int | Fraction


class Calculated(NamedTuple):
    """The exact value, and how far a spreadsheet may be off it: it is binary, and may round what it writes."""

    value: Number
    noise: Number


def calculate(grid: Grid, formula: str) -> Calculated:
    """Calculate a formula on the stored values of a grid.

    Raises:
        NotRead: it holds what is not judged, a function other than SUM and ROUND, a cell that is no number.
    """
    area = plain_sum(formula)
    if area is not None and (whole := _whole_sum(grid, area)) is not None:
        return Calculated(whole, 0)
    calculator = _Calculator(grid)
    value = calculator.value(parse(formula))
    noise = 0 if calculator.whole else calculator.size * (ULP * (calculator.steps + 2) + LAST_DIGIT)
    return Calculated(value, noise)


def stale(grid: Grid, position: tuple[int, int]) -> tuple[Number, Number] | None:
    """What the formula of a cell stores and what it comes to, where the two differ; None too where it is not judged, or
    goes round in a circle."""
    found = grid.at(*position)
    formula = (found.formula or "") if found is not None else ""
    try:
        calculated = calculate(grid, formula)
    except NotRead:
        return None
    stored = 0 if found is None else _number(found)
    if magnitude(stored - calculated.value) <= calculated.noise or any(one.holds(position) for one in areas(formula)):
        return None
    return stored, calculated.value


def _whole_sum(grid: Grid, area: Span) -> int | None:
    """What a range of whole numbers comes to, as nearly all do; None where it holds anything else, or where a
    spreadsheet would not be exact."""
    cells = [cell for row in grid.rows[area.top : area.bottom + 1] for cell in row[area.left : area.right + 1] if cell]
    if any(cell.kind is not Kind.NUMBER or not cell.text.isdecimal() for cell in cells):
        return None
    total = sum([int(cell.text) for cell in cells])
    return total if total < LARGEST else None


class _Calculator:
    """Calculates one formula and keeps count of the size of what it meets."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.whole = True
        self.size: Number = 0
        self.steps = 0

    def value(self, node: Node) -> Number:
        """The value of a piece that is one number."""
        if isinstance(node, int | Fraction):
            return self.met(node)
        if isinstance(node, Span):
            return self.met(self.single(node))
        if isinstance(node, Call):
            return self.met(self.call(node))
        return self.met(self.operation(node))

    def met(self, value: Number) -> Number:
        """Keep count of a value."""
        size = magnitude(value)
        self.whole = self.whole and value.denominator == 1 and size < LARGEST
        self.size += size
        self.steps += 1
        return value

    def operation(self, node: Operation) -> Number:
        """A piece and what is done to it."""
        value = self.value(node.first)
        for sign, piece in node.rest:
            value = self.met(_done(sign, value, self.value(piece)))
        return value

    def call(self, node: Call) -> Number:
        """A function."""
        if node.name == "SUM":
            return sum(value for argument in node.arguments for value in self.each(argument))
        if node.name == "ROUND" and len(node.arguments) == 2:
            return _rounded(self.value(node.arguments[0]), self.value(node.arguments[1]))
        raise NotRead(node.name)

    def each(self, node: Node) -> Iterator[Number]:
        """The numbers of an argument: in a range texts and blanks are passed over."""
        if not isinstance(node, Span):
            yield self.value(node)
            return
        for row in range(node.top, min(node.bottom + 1, len(self.grid.rows))):
            for cell in self.grid.rows[row][node.left : node.right + 1]:
                if cell is not None and cell.kind is not Kind.TEXT:
                    yield self.met(_number(cell))

    def single(self, area: Span) -> Number:
        """The number in one cell; a blank counts as 0."""
        if (area.top, area.left) != (area.bottom, area.right):
            raise NotRead(area)
        cell = self.grid.at(area.top, area.left)
        return 0 if cell is None else _number(cell)


def _done(sign: str, left: Number, right: Number) -> Number:
    if sign == "+":
        return left + right
    if sign == "-":
        return left - right
    if sign == "*":
        return left * right
    if not right:
        raise NotRead("/0")
    return Fraction(left) / right


def magnitude(value: Number) -> Number:
    """A number without its sign."""
    return value if value >= 0 else -value


def number(text: str) -> Number:
    """The exact number that a cell stores: whole numbers stay whole, which is much faster."""
    return int(text) if text.isdecimal() else Fraction(text)


def _number(cell: GridCell) -> Number:
    if cell.kind is not Kind.NUMBER:
        raise NotRead(cell.kind)
    return number(cell.text)


def _rounded(value: Number, digits: Number) -> Number:
    """Rounded half away from zero, as spreadsheets do."""
    if digits.denominator != 1 or magnitude(digits) > MOST_DECIMALS:
        raise NotRead(digits)
    step = Fraction(10) ** int(digits)
    whole = (magnitude(value) * step * 2 + 1) // 2
    return (whole if value >= 0 else -whole) / step
