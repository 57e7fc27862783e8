"""Every sum a plan promises, listed once, for the rules and for the diagnosis alike.

A sum (a balance edit) is one whole cell and the cells that add up to it; ``model/audit.py`` says whether it holds.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from sxtdbv_cli.model.plan import Cell, Plan, Role
from sxtdbv_cli.model.sections import opened
from sxtdbv_cli.model.units import percentages, plain
from sxtdbv_cli.text.saying import Late, kept

_BALANCE = Late(
    r"\b(ton|du|ket du)\b.*\b(dau|cuoi|ky truoc|nam truoc|chuyen)\b|\b(ton|so du|du) (quy|ky|tien)\b|"
    r"\b(opening|closing|beginning|ending|starting) .*\b(balance|cash|funds?|stock)\b|"
    r"\bbalance.*\b(forward|b/?f|c/?f|beginning|end|start|opening|closing)\b|\bcash at (the )?(beginning|end|start)\b"
).search
_PEOPLE = Late(
    r"\W*(tong )?so (luong )?(nguoi|lao dong|bien che|can bo|giao vien|hoc sinh|sinh vien|hoi vien|doan vien|"
    r"thanh vien|khach hang)\b|"
    r"\W*(total )?(head ?count|number of (people|staff|employees|members|users|customers|pupils|students))\b"
).match
_PERIOD = re.compile(
    r"\b(quy|thang|nam|ky|tuan|dot) ?([ivx]+|\d+)\b|\b(19|20)\d\d\b|\bq ?[1-4]\b|\bquarter|\b\d+ (thang|months)\b|"
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
).search


class Kind(StrEnum):
    """Why a sum is promised."""

    __hash__ = str.__hash__  # that of Enum is a function in Python, and takes ten times as long

    CROSS_FOOTING = "cross-footing"  # a row total is the sum of its parts (cộng ngang)
    FOOTING = "footing"  # a parent is the sum of its child lines (cộng dọc)
    DECLARED = "declared"  # a total in the text is the sum of the lines at the top
    STATED = "stated"  # a line or a column states its own rule


class Sum(NamedTuple):
    """One promised addition: ``whole`` = the cells of ``plus`` less the cells of ``minus``."""

    kind: Kind
    whole: Cell
    plus: tuple[Cell, ...]
    minus: tuple[Cell, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell of the sum, the whole first."""
        return (self.whole, *self.plus, *self.minus)


def promised(plan: Plan, about: Collection[int] | None = None) -> Iterator[Sum]:
    """Every sum the plan promises: declared totals, then cross-footings, footings and stated rules. The lines of a
    section without figures are counted in its place. With ``about`` of the cross-footings and footings only those that
    these lines are in: all that some cells are in, without a pass over a large plan."""
    plan = opened(plan)
    yield from _declared(plan)
    yield from _across(plan, range(len(plan.lines)) if about is None else sorted({*about} - {len(plan.lines)}))
    yield from _down(plan, about)
    yield from _stated_lines(plan)


def _declared(plan: Plan) -> Iterator[Sum]:
    """Each declared total is the sum of the lines at the top that count, if any; the declared totals add up across."""
    last = len(plan.lines)
    plus, minus = _counted(plan, plan.children[last])
    for column, declared in enumerate(plan.declared if plus or minus else ()):
        if declared is not None:
            start = plan.cell(0, column)
            yield Sum(Kind.DECLARED, start + last, _shift(plus, start), _shift(minus, start))
    for column, whole in enumerate(plan.columns):
        parts = whole.plus + whole.minus
        # A text that declares some years only promises nothing about their sum.
        if parts and all(plan.declared[part] is not None for part in (column, *parts)):
            yield from _row_sums(plan, column, [last])


def _across(plan: Plan, lines: Sequence[int]) -> Iterator[Sum]:
    """The figure of some lines in a column that is a sum of columns, unless it is a balance or a percentage."""
    shares = percentages(plan)
    for column, whole in enumerate(plan.columns):
        if whole.plus or whole.minus:
            sums = _row_sums(plan, column, lines)
            others = carried(plan, column) | shares
            yield from (one for line, one in zip(lines, sums, strict=True) if line not in others) if others else sums


def _row_sums(plan: Plan, column: int, lines: Sequence[int]) -> Iterator[Sum]:
    """The sums across of one column, for some lines."""

    def cells(of: int) -> Iterator[Cell]:
        return map(plan.cell(0, of).__add__, lines)

    whole = plan.columns[column]
    kind = Kind.STATED if whole.equals else Kind.CROSS_FOOTING
    plus: Iterable[tuple[Cell, ...]] = zip(*map(cells, whole.plus), strict=True) if whole.plus else repeat(())
    minus: Iterable[tuple[Cell, ...]] = zip(*map(cells, whole.minus), strict=True) if whole.minus else repeat(())
    return map(Sum._make, zip(repeat(kind), cells(column), plus, minus, strict=False))


def _down(plan: Plan, about: Collection[int] | None) -> Iterator[Sum]:
    """Each parent's figure in every column, unless the parent states its own rule; of the lines ``about`` and of those
    right above them, if any are named."""
    own_rule = {rule.whole for rule in plan.line_rules}
    parents = plan.lines.parents
    heads = None if about is None else {*about, *(parents[line] for line in about if line < len(parents))}
    starts = [plan.cell(0, column) for column in range(len(plan.columns))]
    for line, children in enumerate(plan.children[:-1]):
        if not children or line in own_rule or (heads is not None and line not in heads):
            continue
        plus, minus = _counted(plan, children)
        if plus or minus:
            for start in starts:
                yield Sum(Kind.FOOTING, start + line, _shift(plus, start), _shift(minus, start))


def _stated_lines(plan: Plan) -> Iterator[Sum]:
    """Each line that states its own rule, in every column."""
    for rule in plan.line_rules:
        for column in range(len(plan.columns)):
            start = plan.cell(0, column)
            yield Sum(Kind.STATED, start + rule.whole, _shift(rule.plus, start), _shift(rule.minus, start))


def _counted(plan: Plan, children: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The lines that are added up, and those that are taken away; of-which and memo lines are neither."""
    roles = plan.lines.roles
    plus = tuple([line for line in children if roles[line] is Role.PART])
    minus = tuple([line for line in children if roles[line] is Role.DEDUCTION])
    return plus, minus


def _shift(lines: Sequence[int], start: Cell) -> tuple[Cell, ...]:
    return tuple([start + line for line in lines])


def carried(plan: Plan, column: int) -> frozenset[int]:
    """The lines whose figure in a column that adds up periods is a balance: by their name, and because it is what the
    first period opens with, or what the last one closes with. It is no sum. The declared total is none of them."""
    parts = plan.columns[column].plus
    if len(parts) < 2 or not all(is_period(plan.columns[part].key) for part in parts):
        return frozenset()
    stated, first, last = (plan.lines.amounts[at] for at in (column, parts[0], parts[-1]))
    ends = zip(stated, first, last, strict=True)
    alike = [line for line, (whole, opens, closes) in enumerate(ends) if whole is not None and whole in (opens, closes)]
    return frozenset(line for line in alike if is_balance(plan.lines.titles[line]))


@kept
def is_balance(title: str) -> bool:
    """Whether a line is called what there is at one end of a period: a balance, or how many people there are."""
    return bool(_BALANCE(plain(title)) or _PEOPLE(plain(title)))


@lru_cache(maxsize=2**8)
def is_period(key: str) -> bool:
    """Whether a column is called a month, a quarter, a year."""
    return bool(_PERIOD(plain(key)))
