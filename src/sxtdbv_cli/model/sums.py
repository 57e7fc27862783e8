"""Every sum a plan promises, listed once, for the rules and for the diagnosis alike.

A sum (a balance edit) is one whole cell and the cells that add up to it. Whether it holds is decided here and
nowhere else: blank is not zero, and a table stated in thousands or millions is allowed its rounding.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import repeat
from typing import NamedTuple

from sxtdbv_cli.model.acceptance import Ledger
from sxtdbv_cli.model.plan import Amount, Cell, Erratum, Plan, Role
from sxtdbv_cli.model.sheet import Sheet


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


class Balance(NamedTuple):
    """A sum with figures on both sides. ``computed`` adds up the parts that are stated; ``blank`` are not."""

    sum: Sum
    stated: int
    computed: int
    blank: int

    @property
    def gap(self) -> int:
        """Stated less computed."""
        return self.stated - self.computed


class Audit(NamedTuple):
    """How every promised sum came out.

    ``hold`` counts the sums that hold, ``rounded`` those of them that do so only within the rounding of the
    table; ``failing`` are the rest; ``unconfirmed`` are declared totals of an incomplete source that differ, and sums
    over child lines that are only conjectured;
    ``blank`` counts sums that have no figure on one side.
    """

    hold: int
    rounded: int
    failing: tuple[Balance, ...]
    unconfirmed: tuple[Balance, ...]
    blank: int

    @property
    def total(self) -> int:
        """The sums that have figures on both sides."""
        return self.hold + len(self.failing) + len(self.unconfirmed)


class Subject(NamedTuple):
    """What a rule looks at: a plan and how its sums came out.

    With errata ``plan`` has the correct figures; ``printed`` is the plan as it stands in the file and
    ``as_printed`` how its sums come out. Without errata they are the same. ``sheet`` is the table the plan was
    read from, None for a plan file. ``ledger`` is what became of the acceptances, for the rules that look at those.
    """

    plan: Plan
    audit: Audit
    printed: Plan
    as_printed: Audit
    sheet: Sheet | None = None
    ledger: Ledger = Ledger()

    @property
    def explained(self) -> tuple[Balance, ...]:
        """The sums that fail as printed and hold with the errata."""
        failing = {balance.sum for balance in self.audit.failing}
        return tuple(balance for balance in self.as_printed.failing if balance.sum not in failing)


def subject_of(plan: Plan, sheet: Sheet | None = None) -> Subject:
    """A plan with its errata applied, and its sums weighed; ``sheet`` is the table that it was read from."""
    conjectured = sheet.understanding.conjectured if sheet is not None else frozenset()
    as_printed = audit(plan, conjectured)
    changes = {cell: erratum.correct for erratum in plan.errata if (cell := applies(plan, erratum)) is not None}
    if not changes:
        return Subject(plan, as_printed, plan, as_printed, sheet)
    corrected = plan.with_amounts(changes)
    return Subject(corrected, audit(corrected, conjectured), plan, as_printed, sheet)


def applies(plan: Plan, erratum: Erratum) -> Cell | None:
    """The cell an erratum corrects; None where it names none, or the cell states something else by now."""
    cell = plan.find(erratum.line, erratum.column)
    return cell if cell is not None and plan.cells[cell] == erratum.stated else None


def promised(plan: Plan) -> Iterator[Sum]:
    """Every sum the plan promises: declared totals, then cross-footings, footings and stated rules."""
    yield from _declared(plan)
    yield from _across(plan)
    yield from _down(plan)
    yield from _stated_lines(plan)


def tolerance(plan: Plan, sum_: Sum) -> int:
    """How far a sum may be off through rounding alone, in smallest steps (0 where figures are exact)."""
    return rounding(plan, 1 + len(sum_.plus) + len(sum_.minus))


def rounding(plan: Plan, figures: int) -> int:
    """How far so many figures together may be off through rounding alone, in smallest steps.

    Each figure of a table rounded to ``precision`` is an interval of half a step on either side.
    """
    precision = plan.unit.precision
    return figures * precision // 2 if precision > 1 else 0


def weigh(cells: Sequence[Amount], sum_: Sum) -> Balance | None:
    """The two sides of a sum; None where the whole, or every part, is blank."""
    stated = cells[sum_.whole]
    plus = [amount for cell in sum_.plus if (amount := cells[cell]) is not None]
    minus = [amount for cell in sum_.minus if (amount := cells[cell]) is not None]
    if stated is None or not (plus or minus):
        return None
    blank = len(sum_.plus) + len(sum_.minus) - len(plus) - len(minus)
    return Balance(sum_, stated, sum(plus) - sum(minus), blank)


def audit(plan: Plan, conjectured: frozenset[int] = frozenset()) -> Audit:
    """Weigh every promised sum. Which child lines belong to the lines of ``conjectured`` is not certain."""
    cells = plan.cells
    hold = rounded = blank = 0
    failing: list[Balance] = []
    unconfirmed: list[Balance] = []
    for sum_ in promised(plan):
        if _plainly_holds(cells, sum_):
            hold += 1
            continue
        balance = weigh(cells, sum_)
        if balance is None:
            blank += 1
        elif abs(balance.gap) <= tolerance(plan, sum_):
            hold += 1
            rounded += balance.gap != 0
        elif (sum_.kind is Kind.DECLARED and not plan.source.complete) or _is_conjectured(plan, sum_, conjectured):
            unconfirmed.append(balance)
        else:
            failing.append(balance)
    return Audit(hold, rounded, tuple(failing), tuple(unconfirmed), blank)


def _is_conjectured(plan: Plan, sum_: Sum, conjectured: frozenset[int]) -> bool:
    return sum_.kind in (Kind.FOOTING, Kind.DECLARED) and plan.position(sum_.whole)[0] in conjectured


def _plainly_holds(cells: Sequence[Amount], sum_: Sum) -> bool:
    """Whether a sum has all its figures and holds, as nearly every sum does: the quick way."""
    _, whole, plus, minus = sum_
    try:
        return not minus and cells[whole] == sum(map(cells.__getitem__, plus))  # type: ignore[arg-type]
    except TypeError:  # a part is blank
        return False


def _declared(plan: Plan) -> Iterator[Sum]:
    """Each declared total is the sum of the lines at the top; the declared totals add up across."""
    last = len(plan.lines)
    plus, minus = _counted(plan, plan.children[last])
    for column, declared in enumerate(plan.declared):
        if declared is not None:
            start = plan.cell(0, column)
            yield Sum(Kind.DECLARED, start + last, _shift(plus, start), _shift(minus, start))
    for column, whole in enumerate(plan.columns):
        parts = whole.plus + whole.minus
        # A text that declares some years only promises nothing about their sum.
        if parts and all(plan.declared[part] is not None for part in (column, *parts)):
            yield from _row_sums(plan, column, last, last + 1)


def _across(plan: Plan) -> Iterator[Sum]:
    """Each line's figure in a column that is a sum of columns."""
    for column, whole in enumerate(plan.columns):
        if whole.plus or whole.minus:
            yield from _row_sums(plan, column, 0, len(plan.lines))


def _row_sums(plan: Plan, column: int, first: int, end: int) -> Iterator[Sum]:
    """The sums across of one column, for the lines from ``first`` to before ``end``."""

    def cells(of: int) -> range:
        return range(plan.cell(first, of), plan.cell(end, of))

    whole = plan.columns[column]
    kind = Kind.STATED if whole.equals else Kind.CROSS_FOOTING
    plus: Iterable[tuple[Cell, ...]] = zip(*map(cells, whole.plus), strict=True) if whole.plus else repeat(())
    minus: Iterable[tuple[Cell, ...]] = zip(*map(cells, whole.minus), strict=True) if whole.minus else repeat(())
    return map(Sum, repeat(kind), cells(column), plus, minus)


def _down(plan: Plan) -> Iterator[Sum]:
    """Each parent's figure in every column, unless the parent states its own rule."""
    own_rule = {rule.whole for rule in plan.line_rules}
    starts = [plan.cell(0, column) for column in range(len(plan.columns))]
    for line, children in enumerate(plan.children[:-1]):
        if not children or line in own_rule:
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
