"""Which cells a formula adds and which it takes away."""

from itertools import product

from sxtdbv_cli.model.grid import Span
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.rules.formulas.parse import Call, Node, NotRead, Operation, parse

MOST_TERMS = 200_000
_WEIGHTS = {"+": 1, "-": -1}


def terms(formula: str, rows: int) -> dict[Position, int]:
    """The cells of a formula that only adds and takes away, each with how often it is added (less taken away).

    Cells below the last of ``rows`` are left out: they are empty.

    Raises:
        NotRead: it does anything else, or holds what is not judged.
    """
    found: dict[Position, int] = {}
    _collect(parse(formula), 1, rows, found)
    return {cell: weight for cell, weight in found.items() if weight}


def _collect(node: Node, weight: int, rows: int, found: dict[Position, int]) -> None:
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
    elif isinstance(node, Call) and (node.name == "SUM" or (node.name == "ROUND" and len(node.arguments) == 2)):
        for argument in node.arguments if node.name == "SUM" else node.arguments[:1]:
            _collect(argument, weight, rows, found)
    elif node != 0:  # a typed number in a sum is no cell; a sign alone stands before nothing
        raise NotRead(node)
