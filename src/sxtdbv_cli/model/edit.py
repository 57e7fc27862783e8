"""A change to a plan, before it is made."""

from typing import NamedTuple

from sxtdbv_cli.model.audit import Audit, Balance
from sxtdbv_cli.model.diagnosis import Diagnosis
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.model.plan import Amount, Cell


class Edit(NamedTuple):
    """A cell that gets another amount."""

    cell: Cell
    before: Amount
    after: int


class Correction(NamedTuple):
    """What an edit does to a file: the characters at ``place`` become ``text``."""

    place: Place
    text: str


class Effect(NamedTuple):
    """What a change does to the sums of a plan."""

    before: Audit
    after: Audit

    @property
    def broken(self) -> tuple[Balance, ...]:
        """The sums that fail and did not before: a change that has any is refused."""
        already = {balance.sum for balance in self.before.failing}
        return tuple(balance for balance in self.after.failing if balance.sum not in already)


def certain(diagnosis: Diagnosis) -> dict[int, int]:
    """The clusters (by position) whose first explanation may be applied without asking.

    It is the only one, proven, and a known slip for every cell. An event beside it is another one: a line left out and
    totals that were not updated leave the same sums off.
    """
    return {
        number: 0
        for number, cluster in enumerate(diagnosis.clusters)
        if cluster.unique
        and cluster.proven
        and len(cluster.explanations) == 1
        and cluster.explanations[0].changes
        and all(change.slip is not None for change in cluster.explanations[0].changes)
    }


def edits_of(diagnosis: Diagnosis, chosen: dict[int, int]) -> list[Edit]:
    """The edits of the chosen explanations: position of a cluster -> position of an explanation."""
    return [
        Edit(change.cell, change.stated, change.proposed)
        for number, rank in sorted(chosen.items())
        for change in diagnosis.clusters[number].explanations[rank].changes
    ]
