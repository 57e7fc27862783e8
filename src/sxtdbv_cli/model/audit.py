"""Whether each promised sum holds: decided here and nowhere else.

Blank is not zero, and a table stated in thousands or millions is allowed its rounding.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from sxtdbv_cli.model.plan import Amount, Plan
from sxtdbv_cli.model.sums import Kind, Sum, promised


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


class Outcome(StrEnum):
    """How a sum comes out."""

    HOLDS = "holds"
    FAILS = "fails"
    UNCONFIRMED = "unconfirmed"  # a declared total of an incomplete source, or over child lines that are conjectured
    BLANK = "blank"  # no figure on one side


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

    @property
    def counts(self) -> dict[str, int]:
        """How the sums came out, in numbers; ``total`` counts those with figures on both sides."""
        return {
            "total": self.total,
            "hold": self.hold,
            "fail": len(self.failing),
            "unchecked": len(self.unconfirmed),
            "blank": self.blank,
            "rounded": self.rounded,
        }


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
    stated, computed = cells[sum_.whole], added(cells, sum_)
    if stated is None or computed is None:
        return None
    return Balance(sum_, stated, computed, sum(cells[cell] is None for cell in sum_.cells))


def added(cells: Sequence[Amount], sum_: Sum) -> Amount:
    """What the parts of a sum come to; None where every part is blank."""
    plus = [amount for cell in sum_.plus if (amount := cells[cell]) is not None]
    minus = [amount for cell in sum_.minus if (amount := cells[cell]) is not None]
    return sum(plus) - sum(minus) if plus or minus else None


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
        outcome = outcome_of(plan, sum_, balance, conjectured)
        if balance is None:
            blank += 1
        elif outcome is Outcome.HOLDS:
            hold += 1
            rounded += balance.gap != 0
        else:
            (failing if outcome is Outcome.FAILS else unconfirmed).append(balance)
    return Audit(hold, rounded, tuple(failing), tuple(unconfirmed), blank)


def outcome_of(plan: Plan, sum_: Sum, balance: Balance | None, conjectured: frozenset[int] = frozenset()) -> Outcome:
    """How a sum comes out that weighs so; None is a sum that cannot be weighed."""
    if balance is None:
        return Outcome.BLANK
    if abs(balance.gap) <= tolerance(plan, sum_):
        return Outcome.HOLDS
    declared, down = sum_.kind is Kind.DECLARED, sum_.kind in (Kind.FOOTING, Kind.DECLARED)
    if (declared and not plan.source.complete) or (down and plan.position(sum_.whole)[0] in conjectured):
        return Outcome.UNCONFIRMED
    return Outcome.FAILS


def _plainly_holds(cells: Sequence[Amount], sum_: Sum) -> bool:
    """Whether a sum has all its figures and holds, as nearly every sum does: the quick way."""
    _, whole, plus, minus = sum_
    try:
        return not minus and cells[whole] == sum(map(cells.__getitem__, plus))  # type: ignore[arg-type]
    except TypeError:  # a part is blank
        return False
