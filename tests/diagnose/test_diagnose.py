"""The diagnosis: the real appendix, the laws, and equality with CP-SAT on small adversarial tables."""

from random import Random

import pytest
from adversarial import draw
from oracle import Oracle
from tables import appendix, diagnosed, table, with_cells

from sxtdbv_cli.model.sums import audit

REAL = [
    ("III", "total", 7_433_000_000, 7_433_800_000),
    ("III/A/3.2", "total", 2_320_000_000, 2_320_800_000),
    ("III/A/3.2/3.2.2", "total", 400_000_000, 420_000_000),
]
MOST = 40


def test_the_real_appendix_has_exactly_three_wrong_cells() -> None:
    plan = appendix()
    found = diagnosed(plan)
    assert (found.failed, found.minimum, found.lower_bound) == (6, 3, 3)
    assert found.proven
    assert found.unique
    changes = [change for cluster in found.clusters for change in cluster.explanations[0].changes]
    named = [(plan.paths[plan.position(c.cell)[0]], plan.columns[plan.position(c.cell)[1]].key, c) for c in changes]
    assert [(path.replace("Ill", "III"), key, c.stated, c.proposed) for path, key, c in named] == REAL
    assert {change.slip for change in changes} == {"digit-replaced"}


@pytest.mark.parametrize("nested", [False, True], ids=["years", "nested"])
@pytest.mark.parametrize("chunk", range(5))
def test_the_answer_is_that_of_cp_sat(chunk: int, nested: bool) -> None:
    for seed in range(60):
        plan, trusted = draw(Random(f"{chunk} {seed} {nested}"), nested=nested)
        found = diagnosed(plan, trusted, limit=MOST)
        oracle = Oracle(plan, trusted)
        minimum = oracle.minimum()
        where = f"chunk {chunk}, seed {seed}"
        if not found.failed:
            continue  # only sums that nobody can check alone contradict each other, if any do
        if not found.proven or minimum is None:
            assert minimum is None or found.lower_bound <= minimum, where
            continue
        assert found.minimum == minimum, where
        for cluster in found.clusters:
            for explanation in cluster.explanations:
                changes = {change.cell: change.proposed for change in explanation.changes}
                assert trusted.isdisjoint(changes), where
        optima = 1
        for cluster in found.clusters:
            optima *= sum(explanation.event is None for explanation in cluster.explanations)
        if all(cluster.complete for cluster in found.clusters) and optima <= MOST:
            assert len(oracle.optima(minimum, MOST + 1)) == optima, where
            assert found.unique is (optima == 1), where


@pytest.mark.parametrize("seed", range(40))
def test_a_single_wrong_cell_of_a_full_table_is_located_and_restored(seed: int) -> None:
    random = Random(seed)
    leaves = [[random.randint(1, 900) * 1_000 for _ in range(3)] for _ in range(4)]
    rows = [[sum(row), *row] for row in leaves]
    top = [sum(column) for column in zip(*rows, strict=True)]
    plan = table([(-1, top), *[(0, row) for row in rows]])
    assert not audit(plan).failing
    cell = random.choice([at for at, amount in enumerate(plan.cells) if amount is not None])
    right = plan.cells[cell]
    assert right is not None
    spoiled = with_cells(plan, {cell: right + random.choice((-1, 1)) * random.randint(1, 10**6)})
    found = diagnosed(spoiled)
    assert found.proven
    assert found.unique
    [cluster] = found.clusters
    assert [(change.cell, change.proposed) for change in cluster.explanations[0].changes] == [(cell, right)]
