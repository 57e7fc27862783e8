"""Whenever the time is over, what is said is true: a bound is one, and nothing is called unique that is not."""

from collections.abc import Callable
from itertools import count
from random import Random

import adversarial
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tables import diagnosed

from sxtdbv_cli.diagnose import meter
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.diagnosis import Cluster, Diagnosis, Explanation
from sxtdbv_cli.model.plan import Cell, Plan

NEVER, LONG_AGO = 1e12, -1.0


def clock(looks: int) -> Callable[[], float]:
    """A clock that stands still for so many looks at it; then the time is over."""
    seen = count()
    return lambda: NEVER if next(seen) >= looks else LONG_AGO


def stopped(plan: Plan, trusted: frozenset[Cell], looks: int) -> Diagnosis:
    """The diagnosis whose time is over after so many looks at the clock."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(meter, "perf_counter", clock(looks))
        return diagnosed(plan, trusted)


def smallest(cluster: Cluster) -> set[Explanation]:
    """The sets of cells of a cluster."""
    return {one for one in cluster.explanations if one.event is None}


@example(3913, 26, False)  # broken off between the sets that fill blanks and those of stated cells alone
@example(8643, 40, False)  # broken off between a bound of blocks apart and one of them together
@example(1615, 54, False)  # broken off before every failing sum had its cluster
@given(st.integers(0, 10_000), st.integers(0, 60), st.booleans())
def test_nothing_is_claimed_that_was_not_proven(seed: int, looks: int, nested: bool) -> None:
    plan, trusted = adversarial.draw(Random(seed), nested=nested)
    whole, found = diagnosed(plan, trusted), stopped(plan, trusted, looks)
    failing = audit(plan).failing
    if found.clusters:
        assert sorted(balance for cluster in found.clusters for balance in cluster.sums) == sorted(failing)
    assert found.minimum is None or not whole.proven or found.minimum == whole.minimum or not found.proven
    if whole.proven:
        assert found.lower_bound <= (whole.minimum or 0)
    if found.unique and failing:
        assert whole.unique
        assert [smallest(cluster) for cluster in found.clusters] == [smallest(one) for one in whole.clusters]


def test_without_any_time_the_failing_sums_are_told_and_no_cell_is_blamed() -> None:
    plan, trusted = adversarial.draw(Random(3))
    found = stopped(plan, trusted, 0)
    assert found.failed == len(audit(plan).failing) > 0
    assert found.minimum is None
    assert not found.proven
    assert not found.unique
    assert not any(cluster.explanations for cluster in found.clusters)
