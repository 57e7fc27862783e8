"""The text of a formula as a tree: numbers, cells of the same sheet, ranges, + - * / and functions by name.

Anything else (other sheets, names, texts, comparisons, whole columns) is not read: such a formula is not judged.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from sxtdbv_cli.model.grid import LONGEST_FORMULA, Span, span_of
from sxtdbv_cli.text.saying import Late


class Call(NamedTuple):
    """A function and its arguments."""

    name: str
    arguments: tuple["Node", ...]


class Operation(NamedTuple):
    """A piece and what is done to it in turn: ``+``, ``-``, ``*`` or ``/`` and another piece."""

    first: "Node"
    rest: tuple[tuple[str, "Node"], ...]


Node = int | Fraction | Span | Call | Operation
"""A piece of a formula; a single cell is an area of one."""


class NotRead(ValueError):
    """A formula of a kind that is not judged."""


DEEPEST = 64
MOST_CELLS = 2**20 * 64
_TOKEN = re.compile(
    r"\s*(?:(?P<area>\$?[A-Za-z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Za-z]{1,3}\$?[0-9]{1,7})?)(?![\w(!.:])"
    r"|(?P<number>[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]{1,3})?|\.[0-9]+)(?![\w.:!])"
    r"|(?P<function>[A-Za-z][A-Za-z0-9.]*)\("
    r"|(?P<sign>[-+*/(),;%]))"
)
_PLAIN_SUM = Late(r"=SUM\(([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})\)").fullmatch


def parse(formula: str) -> Node:
    """The tree of a formula that begins with ``=``.

    Raises:
        NotRead: it holds what is not judged.
    """
    if plain := plain_sum(formula):  # what most formulas are
        return Call("SUM", (plain,))
    text = formula.removeprefix("=")
    if len(text) > LONGEST_FORMULA:
        raise NotRead(formula[:20])
    parser = _Parser(_tokens(text))
    node = parser.sum(0)
    if parser.kind:
        raise NotRead(parser.text)
    return node


@lru_cache(maxsize=2**16)
def plain_sum(formula: str) -> Span | None:
    """The range that a formula of the form ``=SUM(C5:C9)`` adds; None for any other formula.

    Raises:
        NotRead: the range is none of a sheet.
    """
    match = _PLAIN_SUM(formula)
    return None if match is None else _area(match[1])


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """The kind and the text of each piece."""
    position, end = 0, len(text.rstrip())
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None:
            raise NotRead(text[position:])
        kind = str(match.lastgroup)
        yield kind, match[kind]
        position = match.end()


class _Parser:
    """Goes through the pieces with one of them in sight."""

    def __init__(self, tokens: Iterator[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.kind = self.text = ""
        self.next()

    def next(self) -> str:
        """Step on; gives the text that was in sight."""
        passed = self.text
        self.kind, self.text = next(self.tokens, ("", ""))
        return passed

    def sum(self, depth: int) -> Node:
        """Terms with + and - between them."""
        if depth > DEEPEST:
            raise NotRead("nesting")
        return self.chain(("+", "-"), self.product, depth)

    def product(self, depth: int) -> Node:
        """Factors with * and / between them."""
        return self.chain(("*", "/"), self.signed, depth)

    def chain(self, signs: tuple[str, str], piece: Callable[[int], Node], depth: int) -> Node:
        """Pieces with one of two signs between them."""
        first = piece(depth)
        rest: list[tuple[str, Node]] = []
        while self.text in signs:
            rest.append((self.next(), piece(depth)))
        return Operation(first, tuple(rest)) if rest else first

    def signed(self, depth: int) -> Node:
        """A factor, perhaps with a sign before or a per cent sign behind it."""
        if depth > DEEPEST:
            raise NotRead("nesting")
        if self.text in ("+", "-"):
            return Operation(Fraction(0), ((self.next(), self.signed(depth + 1)),))
        node = self.factor(depth)
        while self.text == "%":
            self.next()
            node = Operation(node, (("/", Fraction(100)),))
        return node

    def factor(self, depth: int) -> Node:
        """A number, a cell, a range, a function or what stands in brackets."""
        kind, text = self.kind, self.next()
        if kind == "number":
            return Fraction(text)
        if kind == "area":
            return _area(text)
        if kind == "function":
            return Call(text.upper(), self.arguments(depth))
        if text == "(":
            node = self.sum(depth + 1)
            self.expect(")")
            return node
        raise NotRead(text)

    def arguments(self, depth: int) -> tuple[Node, ...]:
        """What stands in the brackets of a function."""
        found = [self.sum(depth + 1)]
        while self.text in (",", ";"):
            self.next()
            found.append(self.sum(depth + 1))
        self.expect(")")
        return tuple(found)

    def expect(self, text: str) -> None:
        """Step over what must stand here."""
        if self.text != text:
            raise NotRead(self.text)
        self.next()


def areas(formula: str) -> tuple[Span, ...]:
    """The cells and ranges that a formula names on its own sheet; none where it is not read."""
    try:
        return tuple(_area(text) for kind, text in _tokens(formula.removeprefix("=")) if kind == "area")
    except NotRead:
        return ()


def _area(text: str) -> Span:
    area = top, left, bottom, right = span_of(text)
    if top < 0 or bottom >= 2**20 or right >= 2**14 or (bottom - top + 1) * (right - left + 1) > MOST_CELLS:
        raise NotRead(text)
    return area
