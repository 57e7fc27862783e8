"""The rules of columns that a table states: by the row that numbers them (``3=1+2``, ``1=2+...+5``), by formulas, or by
what stands directly below a total in a header of several rows."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sxtdbv_cli.model.place import column_number
from sxtdbv_cli.tables.across.rule import Rule
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.down import cells_added
from sxtdbv_cli.tables.stated_rules import Stated, terms_said
from sxtdbv_cli.tables.words.titles import is_of_which
from sxtdbv_cli.tables.words.totals import is_total

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


def members(heads: Sequence[Head], column: int) -> tuple[int, ...]:
    """What a total is the sum of by the groups of the header: the columns of its group, of a group among them that
    has a total of its own only that. What a *trong đó* lists of another column is no part of it.
    """
    group = heads[column].parts[:-1]
    places = [place for place, head in enumerate(heads) if head.parts[: len(group)] == group]
    return tuple(_below(heads, places if group else [place for place in places if place >= column], len(group), column))


def _below(heads: Sequence[Head], places: Sequence[int], depth: int, total: int) -> list[int]:
    """The columns of a group, which ``depth`` headings name, as far as they count once."""
    found: list[int] = []
    before: int | None = None
    for part, inside in _groups(heads, places, depth):
        if len(heads[inside[0]].parts) <= depth + 1:
            before = inside[0]
            found += [place for place in inside if place != total]
        elif not is_of_which(part) or before in (None, total):
            totals = (place for place in inside if len(heads[place].parts) == depth + 2)
            own = [place for place in totals if is_total(heads[place].parts[-1])]
            found += own[:1] if own else _below(heads, inside, depth + 1, total)
    return found


def _groups(heads: Sequence[Head], places: Sequence[int], depth: int) -> list[tuple[str, list[int]]]:
    """Columns side by side that share the heading at a depth."""
    found: list[tuple[str, list[int]]] = []
    for place in places:
        part = heads[place].parts[depth] if len(heads[place].parts) > depth else ""
        if found and found[-1][0] == part and part:
            found[-1][1].append(place)
        else:
            found.append((part, [place]))
    return found
