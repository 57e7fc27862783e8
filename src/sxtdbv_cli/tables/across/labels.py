"""The rules that the numbers of columns state: ``3=1+2``, ``1=2+...+5``."""

import re
from collections.abc import Sequence

from sxtdbv_cli.tables.across.rule import Rule
from sxtdbv_cli.tables.columns.head import Head

_TERM = re.compile(r"([+-]?)\s*\(?\s*([A-ZĐa-z]|\d{1,2}[a-z]?)\s*\)?")
_DOTS = re.compile(r"\+\s*(?:\.{2,}|…)\s*\+")


def labelled(heads: Sequence[Head], column: int) -> list[Rule]:
    """The rules that the number of a column states: ``3=1+2``, ``(6)=(4)-(5)``, ``1=2+...+5``, ``1=2+3=4+5``."""
    label = heads[column].label
    names = [head.label.partition("=")[0].strip("() ") for head in heads]
    return [rule for terms in label.split("=")[1:] for rule in _side(names, column, terms.replace(" ", ""), label)]


def _side(names: Sequence[str], column: int, terms: str, label: str) -> list[Rule]:
    """The rule of one side of a label; none where it names what is no column of amounts."""
    terms = _DOTS.sub("..", terms)
    if ".." in terms:
        first, _, last = terms.partition("..")
        return _run(names, column, first.strip("()+"), last.strip("()+"), label)
    pieces = _TERM.findall(terms)
    if not pieces or "".join(sign + name for sign, name in pieces) != re.sub(r"[()]", "", terms):
        return []
    if any(name not in names for _, name in pieces):
        return []
    plus = tuple(names.index(name) for sign, name in pieces if sign != "-")
    minus = tuple(names.index(name) for sign, name in pieces if sign == "-")
    return [Rule(column, plus, minus, label)] if plus and column not in plus + minus else []


def _run(names: Sequence[str], column: int, first: str, last: str, label: str) -> list[Rule]:
    """The rule of all columns from one to another."""
    if first not in names or last not in names:
        return []
    start, end = names.index(first), names.index(last)
    parts = tuple(position for position in range(start, end + 1) if position != column)
    return [Rule(column, parts, (), label)] if len(parts) > 1 else []
