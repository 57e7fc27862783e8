"""Rounded tables with nested columns: one wrong cell is found as CP-SAT finds it, and no more is claimed."""

from dataclasses import replace
from random import Random

import pytest
from adversarial import draw
from oracle import Oracle
from tables import diagnosed, with_cells

from sxtdbv_cli.model.plan import Unit

MOST = 40


@pytest.mark.parametrize("chunk", range(4))
def test_single_cells_of_rounded_tables_are_those_of_cp_sat(chunk: int) -> None:
    compared = 0
    for seed in range(60):
        random = Random(f"rounded {chunk} {seed}")
        plan, trusted = draw(random, nested=True)
        plan = with_cells(replace(plan, unit=Unit(precision=2)), {})
        stated = [at for at, amount in enumerate(plan.cells) if amount is not None]
        cell = random.choice(stated)
        plan = with_cells(plan, {cell: (plan.cells[cell] or 0) + 60})
        found = diagnosed(plan, trusted, limit=MOST)
        minimum = Oracle(plan, trusted).minimum()
        where = f"chunk {chunk}, seed {seed}"
        assert minimum is None or found.lower_bound <= minimum, where
        if found.failed and found.proven:
            compared += 1
            assert found.minimum == minimum, where
            if found.unique:
                assert minimum is not None
                assert len(Oracle(plan, trusted).optima(minimum, 2)) == 1, where
    assert compared >= 5
