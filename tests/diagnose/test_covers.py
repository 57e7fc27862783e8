"""The smallest forests of a block against those that CP-SAT finds, in tables with lines below lines below lines."""

from itertools import combinations
from random import Random

import pytest
from oracle import Oracle
from tables import diagnosed, table, with_cells

from sxtdbv_cli.diagnose.forests.groups import packed, zero_sums
from sxtdbv_cli.model.plan import Cell, Plan

MOST = 40


def drawn(random: Random) -> Plan:
    """A consistent table of three levels with a few wrong cells, often by the same amount in two lines."""
    parents = [-1, 0, 1, 1, 0, 4, 4] if random.random() < 0.5 else [-1, 0, 1, 2, 0, 4, 5]
    rows = [[0, 0, 0] for _ in parents]
    for line in reversed(range(len(parents))):
        if line not in parents:
            first, second = random.randint(1, 9), random.randint(1, 9)
            rows[line] = [first + second, first, second]
        if parents[line] >= 0:
            rows[parents[line]] = [one + two for one, two in zip(rows[parents[line]], rows[line], strict=True)]
    plan = table(list(zip(parents, rows, strict=True)))
    if random.random() < 0.5:
        return _moved(plan, random, rows)
    cells = random.sample([at for at, amount in enumerate(plan.cells) if amount is not None], 3)
    step = random.randint(1, 4)
    return with_cells(plan, {cell: (plan.cells[cell] or 0) + random.choice((step, -step, 7)) for cell in cells})


def _moved(plan: Plan, random: Random, rows: list[list[int]]) -> Plan:
    """Two lines off by the same row, one up and one down: as if a line stood under the wrong parent."""
    by = random.choice(rows[2:4] + rows[5:])
    changes: dict[Cell, int] = {}
    for line, sign in zip(random.sample((1, 2, 4, 5), 2), (1, -1), strict=True):
        for column, amount in enumerate(by):
            cell = plan.cell(line, column)
            changes[cell] = (plan.cells[cell] or 0) + sign * amount
    return with_cells(plan, dict(changes))


@pytest.mark.parametrize("chunk", range(4))
def test_every_smallest_set_of_a_deep_table_is_listed(chunk: int) -> None:
    compared = 0
    for seed in range(40):
        plan = drawn(Random(f"covers {chunk} {seed}"))
        found = diagnosed(plan)
        if not found.failed or not all(cluster.complete and cluster.proven for cluster in found.clusters):
            continue
        oracle = Oracle(plan, frozenset())
        assert found.minimum == oracle.minimum()
        listed = {frozenset[Cell]()}
        for cluster in found.clusters:
            sets = {frozenset(change.cell for change in one.changes) for one in cluster.explanations}
            listed = {one | two for one in listed for two in sets if len(two) == cluster.minimum}
        if len(listed) <= MOST:
            compared += 1
            assert listed == set(oracle.optima(found.minimum, MOST + 1))
    assert compared >= 25


@pytest.mark.parametrize("seed", range(30))
def test_groups_that_add_up_to_zero_are_found_by_halves_that_meet(seed: int) -> None:
    random = Random(seed)
    values = [random.choice((-3, -2, -1, 1, 2, 5)) for _ in range(random.randint(1, 9))]
    masks = range(1, 1 << len(values))
    wanted = [mask for mask in masks if not sum(value for at, value in enumerate(values) if mask >> at & 1)]
    assert zero_sums(values, 1 << 9) == wanted
    assert packed(wanted, len(values)) == max(
        (
            size
            for size in range(4)
            for groups in combinations(wanted, size)
            if all(not one & two for one, two in combinations(groups, 2))
        ),
        default=0,
    )
