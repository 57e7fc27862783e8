"""The rules of columns that a table states: by the row that numbers them (``3=1+2``, ``1=2+...+5``), by formulas."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sxtdbv_cli.model.place import column_number
from sxtdbv_cli.tables.across.rule import Rule
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.formulas import cells_added
from sxtdbv_cli.tables.stated_rules import Stated, terms_said

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
    places = {head.column: index for index, head in enumerate(heads)}
    seen = Counter(terms for formula in formulas[column][:MOST] if (terms := _terms(formula, places)))
    if not seen:
        return []
    (plus, minus), count = seen.most_common(1)[0]
    return [Rule(column, plus, minus, "=")] if count >= FEW and column not in plus + minus else []


def _terms(formula: str, places: Mapping[int, int]) -> Terms | None:
    """The columns of amounts that a formula adds and takes away within one row; None if it is no such sum."""
    cells = cells_added(formula)
    if len({row for one in cells for row in (one.top, one.bottom)}) != 1:
        return None
    plus: list[int] = []
    minus: list[int] = []
    for one in cells:
        columns = range(column_number(one.left) - 1, column_number(one.right))
        inside = [place for column, place in places.items() if column in columns]
        if not inside and "(" not in formula:
            return None
        (minus if one.minus else plus).extend(inside)
    return (tuple(plus), tuple(minus)) if len(plus) + len(minus) > 1 else None
