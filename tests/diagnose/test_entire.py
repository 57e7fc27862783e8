"""Small tables whose lines state rules of their own are explained as CP-SAT explains them."""

from dataclasses import replace
from random import Random

import pytest
from adversarial import draw
from oracle import Oracle
from tables import diagnosed

from sxtdbv_cli.diagnose.deeper.entire import every
from sxtdbv_cli.diagnose.network import Network
from sxtdbv_cli.model.plan import LineRule, Plan
from sxtdbv_cli.model.sums import promised

MOST = 40


def ruled(plan: Plan, random: Random) -> Plan:
    """A plan of which a line or two state a rule over any other lines."""
    count = len(plan.lines)
    rules = []
    for whole in random.sample(range(count), min(count, random.choice((1, 1, 2)))):
        others = [line for line in range(count) if line != whole]
        chosen = random.sample(others, min(len(others), random.randint(1, 3)))
        minus = tuple(line for line in chosen[1:] if random.random() < 0.3)
        rules.append(LineRule(whole=whole, plus=tuple(line for line in chosen if line not in minus), minus=minus))
    return replace(plan, line_rules=tuple(rules))


@pytest.mark.parametrize("chunk", range(4))
def test_tables_with_rules_of_lines_are_explained_as_cp_sat_does(chunk: int) -> None:
    compared = left = 0
    for seed in range(50):
        random = Random(f"ruled {chunk} {seed}")
        drawn, trusted = draw(random, nested=seed % 2 == 0)
        plan = ruled(drawn, random)
        found = diagnosed(plan, trusted, limit=MOST)
        oracle = Oracle(plan, trusted)
        minimum = oracle.minimum()
        if not found.failed or minimum is None:
            continue
        left += not found.proven
        assert found.lower_bound <= minimum, seed
        if found.proven:
            compared += 1
            assert found.minimum == minimum, seed
            if all(cluster.complete for cluster in found.clusters) and minimum:
                assert found.unique is (len(oracle.optima(minimum, 2)) == 1), seed
    assert compared >= 25
    assert left <= compared // 10


def test_every_sum_is_listed_once() -> None:
    plan, _ = draw(Random("every"), nested=True)
    ruled_plan = ruled(replace(plan, source=replace(plan.source, complete=True)), Random("every"))
    keys = every(Network(ruled_plan))
    assert len(keys) == len(set(keys)) == len([one for one in promised(ruled_plan) if one.plus or one.minus])
