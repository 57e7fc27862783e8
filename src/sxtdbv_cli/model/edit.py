"""A change to a plan, before it is made."""

from typing import NamedTuple

from sxtdbv_cli.model.plan import Amount, Cell, Plan
from sxtdbv_cli.model.sums import Audit, Balance, audit


class Edit(NamedTuple):
    """A cell that gets another amount."""

    cell: Cell
    before: Amount
    after: int


class Effect(NamedTuple):
    """What edits do to the sums of a plan."""

    before: Audit
    after: Audit

    @property
    def mended(self) -> tuple[Balance, ...]:
        """The sums that failed and no longer do."""
        still = {balance.sum for balance in self.after.failing}
        return tuple(balance for balance in self.before.failing if balance.sum not in still)

    @property
    def broken(self) -> tuple[Balance, ...]:
        """The sums that fail and did not before: edits that have any are refused."""
        already = {balance.sum for balance in self.before.failing}
        return tuple(balance for balance in self.after.failing if balance.sum not in already)


def effect(plan: Plan, edits: tuple[Edit, ...]) -> Effect:
    """Try edits on a plan."""
    return Effect(audit(plan), audit(plan.with_amounts({edit.cell: edit.after for edit in edits})))
