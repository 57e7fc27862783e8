"""What stays open after a diagnosis: declared totals of an incomplete source, and what may be guessed of them."""

from typing import NamedTuple

from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.diagnosis import Diagnosis
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.model.sums import Kind


class OpenTotal(NamedTuple):
    """A declared total that cannot be confirmed: what is not itemised, as printed and after the corrections."""

    column: int
    stated: int
    gap: int
    after: int | None


class Conjecture(NamedTuple):
    """The missing part may be the same amount every year: the declared total would then be ``proposed``."""

    gap: int
    years: int
    yearly: int
    proposed: int


class Open(NamedTuple):
    """What stays open."""

    totals: tuple[OpenTotal, ...]
    conjecture: Conjecture | None


def still_open(subject: Subject, diagnosis: Diagnosis) -> Open:
    """The declared totals that cannot be confirmed, before and after the corrections that are certain."""
    changes = {
        change.cell: change.proposed
        for cluster in diagnosis.clusters
        if cluster.unique and cluster.proven and cluster.explanations
        for change in cluster.explanations[0].changes
    }
    corrected = audit(subject.plan.with_amounts(changes)).unconfirmed if changes else subject.audit.unconfirmed
    after = {balance.sum.whole: balance.gap for balance in corrected}
    totals = tuple(
        OpenTotal(
            subject.plan.position(balance.sum.whole)[1], balance.stated, balance.gap, after.get(balance.sum.whole, 0)
        )
        for balance in subject.audit.unconfirmed
        if balance.sum.kind is Kind.DECLARED and not subject.plan.source.complete
    )
    return Open(totals, _conjecture(subject.plan, totals))


def _conjecture(plan: Plan, totals: tuple[OpenTotal, ...]) -> Conjecture | None:
    """Where the gap of the total is the gap of a year times the number of years, but the corrections upset that.

    Then the missing part may be the same each year, and the declared total may repeat the slip of a line.
    """
    gaps = {total.column: total for total in totals}
    for column, whole in enumerate(plan.columns):
        yearly = {gaps[part].gap for part in whole.plus if part in gaps}
        if column not in gaps or len(yearly) != 1 or whole.minus:
            continue
        total, each = gaps[column], yearly.pop()
        if each > 0 and total.gap == each * len(whole.plus) and total.after not in (None, total.gap):
            proposed = total.stated + total.gap - (total.after or 0)
            return Conjecture(total.gap, len(whole.plus), each, proposed)
    return None
