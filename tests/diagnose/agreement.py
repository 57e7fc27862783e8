"""A diagnosis is held to CP-SAT: the same minimum, as many sets of so many cells, unique where there is one."""

from math import prod

from oracle import Oracle
from tables import beside_blanks, diagnosed, sets

from sxtdbv_cli.model.diagnosis import Diagnosis, Explanation
from sxtdbv_cli.model.plan import Cell, Plan

MOST = 40


def agreed(plan: Plan, trusted: frozenset[Cell], where: str) -> Diagnosis | None:
    """The diagnosis, if it has anything that is proven, once it is held to CP-SAT; ``where`` tells a failure."""
    found, oracle = diagnosed(plan, trusted, limit=MOST), Oracle(plan, trusted)
    for cluster in found.clusters:
        for explanation in cluster.explanations:
            assert trusted.isdisjoint(change.cell for change in explanation.changes), where
    minimum = oracle.minimum()
    if minimum is None:
        assert not (found.failed and found.proven), where
        return None
    assert found.lower_bound <= minimum, where
    if not found.failed or not found.proven:
        return None
    assert found.minimum == minimum, where
    listed = [[cells_of(one) for one in sets(cluster)] for cluster in found.clusters]
    assert plan.unit.precision > 1 or all(len(one) == len(set(one)) for one in listed), where
    optima = prod(len(set(one)) for one in listed)
    if all(cluster.complete for cluster in found.clusters) and optima <= MOST and minimum:
        assert len(oracle.optima(minimum, MOST + 1)) == optima, where
        assert found.unique is (optima == 1 and not any(map(beside_blanks, found.clusters))), where
    return found


def cells_of(explanation: Explanation) -> frozenset[Cell]:
    """The stated cells that an explanation changes."""
    return frozenset(change.cell for change in explanation.changes if change.stated is not None)
