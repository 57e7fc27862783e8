"""What several rules share: hits from failing sums."""

from collections.abc import Iterator

from sxtdbv_cli.model.audit import Balance
from sxtdbv_cli.model.finding import Hit
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.model.sums import Kind


def sum_hits(subject: Subject, kind: Kind) -> Iterator[Hit]:
    """A hit for every failing sum of one kind: stated, computed and gap (stated less computed)."""
    return (balance_hit(subject.plan, balance) for balance in subject.audit.failing if balance.sum.kind is kind)


def balance_hit(plan: Plan, balance: Balance) -> Hit:
    """The hit of one sum that does not hold; the parts that were added up are related."""
    parts = (*balance.sum.plus, *balance.sum.minus)
    return Hit(
        plan.address(balance.sum.whole),
        {"stated": balance.stated, "computed": balance.computed, "gap": balance.gap},
        tuple(plan.address(cell) for cell in parts if plan.cells[cell] is not None),
    )
