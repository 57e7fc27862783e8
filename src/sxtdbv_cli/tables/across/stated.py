"""The rules of columns that a table states: by the row that numbers them (``3=1+2``, ``1=2+...+5``), by formulas."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from sxtdbv_cli.model.grid import LONGEST_FORMULA
from sxtdbv_cli.model.place import column_letters, column_number
from sxtdbv_cli.tables.across.rule import Rule
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.stated_rules import Stated, terms_said

_CELL = re.compile(r"([+\-]?)\$?([A-Z]{1,3})\$?(\d{1,7})")
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
_SUM = re.compile(r"=\s*\+?\s*(?:SUM|SUBTOTAL)\(\s*(?:9\s*,)?([^()]*)\)\s*$", re.IGNORECASE).match
_SIGNED = re.compile(r"=\s*[+\-]?\s*\$?[A-Z]{1,3}\$?\d+(?:\s*[+\-]\s*\$?[A-Z]{1,3}\$?\d+)+\s*$").match
FEW = 2
MOST = 500
"""So many formulas of a column are looked at."""
Terms = tuple[tuple[int, ...], tuple[int, ...]]
"""The places of the columns that are added, and of those that are taken away."""


def labelled(heads: Sequence[Head], column: int) -> list[Rule]:
    """The rules that the number of a column states: ``3=1+2``, ``(6)=(4)-(5)``, ``1=2+...+5``, ``1=2+3=4+5``."""
    label = heads[column].label
    names = [head.label.partition("=")[0].strip("() ") for head in heads]
    found = (_of_names(names, column, terms_said(said), label) for said in label.split("=")[1:])
    return [rule for rule in found if rule is not None]


def _of_names(names: Sequence[str], column: int, stated: Stated, label: str) -> Rule | None:
    """The rule of one side of a label; None where it names what is no column of amounts."""
    if not all(name and name in names for name in (*stated.plus, *stated.minus)):
        return None
    plus, minus = (tuple(map(names.index, side)) for side in (stated.plus, stated.minus))
    if stated.run:
        plus = tuple(place for place in range(plus[0], plus[-1] + 1) if place != column)
    return Rule(column, plus, minus, label) if plus and column not in plus + minus else None


def by_formula(heads: Sequence[Head], formulas: Sequence[Sequence[str]], column: int) -> list[Rule]:
    """The rule that most formulas of a column state for their own row."""
    places = {column_letters(head.column + 1): index for index, head in enumerate(heads)}
    seen = Counter(terms for formula in formulas[column][:MOST] if (terms := _terms(formula, places)))
    if not seen:
        return []
    (plus, minus), count = seen.most_common(1)[0]
    return [Rule(column, plus, minus, "=")] if count >= FEW and column not in plus + minus else []


def _terms(formula: str, places: Mapping[str, int]) -> Terms | None:
    """The columns that a formula adds and takes away within one row; None if it is no such sum."""
    if len(formula) > LONGEST_FORMULA:
        return None
    text = formula.replace("$", "").upper().replace(" ", "")
    if match := _SUM(text):
        return _summed(re.split("[,;]", match[1]), places)
    return _signed(text, places) if _SIGNED(text) else None


def _summed(pieces: Sequence[str], places: Mapping[str, int]) -> Terms | None:
    """The columns of the cells and ranges that a SUM adds."""
    plus: list[int] = []
    rows: set[str] = set()
    for piece in pieces:
        if span := _RANGE.fullmatch(piece):
            rows |= {span[2], span[4]}
            columns = range(column_number(span[1]), column_number(span[3]) + 1)
            plus += [place for letters, place in places.items() if column_number(letters) in columns]
        elif cell := _CELL.fullmatch(piece):
            rows.add(cell[3])
            plus += [places[cell[2]]] if cell[2] in places else []
    return (tuple(plus), ()) if len(rows) == 1 and len(plus) > 1 else None


def _signed(text: str, places: Mapping[str, int]) -> Terms | None:
    """The columns of the cells that plus and minus join."""
    cells = _CELL.findall(text)
    if len({row for _, _, row in cells}) != 1 or any(letters not in places for _, letters, _ in cells):
        return None
    plus = tuple(places[letters] for sign, letters, _ in cells if sign != "-")
    return plus, tuple(places[letters] for sign, letters, _ in cells if sign == "-")
