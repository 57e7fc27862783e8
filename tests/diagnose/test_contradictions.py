"""Cells that are trusted though they contradict each other: it is said of which, and the rest is explained."""

from random import Random

import adversarial
import pytest
from oracle import Oracle
from tables import diagnosed, table

from sxtdbv_cli.model.diagnosis import Contradiction, Diagnosis
from sxtdbv_cli.model.plan import Cell, Column, Plan
from sxtdbv_cli.model.sums import Sum, promised

CHAIN = ((-1, [11, 6, 4]), (0, [5, 3, 2]), (0, [5, 3, 2]))


def said(found: Diagnosis) -> list[Contradiction]:
    """All contradictions that are told."""
    return [one for cluster in found.clusters for one in cluster.contradictions]


def row(plan: Plan, line: int) -> list[Cell]:
    """The cells of a line."""
    return [plan.cell(line, column) for column in range(len(plan.columns))]


def named(plan: Plan, one: Contradiction) -> list[tuple[str, tuple[int, int]]]:
    """The sums of a contradiction by their kind and the place of their whole."""
    return [(sum_.kind.value, plan.position(sum_.whole)) for sum_ in one.sums]


def test_a_row_that_is_trusted_and_does_not_add_up_is_named_with_its_sum() -> None:
    plan = table([(-1, [10, 5, 5]), (0, [6, 3, 2]), (0, [4, 2, 2]), (-1, [20, 9, 12]), (3, [20, 9, 11])])
    [one] = said(found := diagnosed(plan, row(plan, 1)))
    assert one.cells == tuple(row(plan, 1))
    assert named(plan, one) == [("cross-footing", (1, 0))]
    contradicted, other = sorted(found.clusters, key=lambda cluster: not cluster.contradictions)
    assert (contradicted.minimum, contradicted.lower_bound, contradicted.explanations) == (None, 0, ())
    [alone] = [cluster for cluster in diagnosed(plan).clusters if cluster.sums == other.sums]
    assert other == alone
    assert other.unique


def test_sums_that_contradict_each_other_only_together_are_named_together() -> None:
    plan = table(CHAIN)
    trusted = [plan.cell(0, 0), *(plan.cell(line, column) for line in (1, 2) for column in (1, 2))]
    [one] = said(diagnosed(plan, trusted))
    assert one.cells == tuple(sorted(trusted))
    assert len(one.sums) == 3


def test_cells_that_are_trusted_and_agree_are_no_contradiction() -> None:
    plan = table(CHAIN)
    trusted = [plan.cell(line, column) for line in (1, 2) for column in range(3)]
    found = diagnosed(plan, trusted)
    assert not said(found)
    assert found.unique


def test_a_line_left_out_is_told_beside_the_contradiction() -> None:
    plan = table([(-1, [30, 12, 18]), (0, [9, 4, 5]), (0, [14, 5, 9])])
    trusted = [cell for line in range(3) for cell in row(plan, line)]
    [cluster] = diagnosed(plan, trusted).clusters
    assert cluster.contradictions
    event = cluster.explanations[0].event
    assert event is not None
    assert (event.kind, event.amounts) == ("left-out", (7, 3, 4))


def test_columns_that_nest_and_rounded_figures_contradict_too() -> None:
    nested = table([(-1, [9, 5, 5, 2, 3])], columns=adversarial.NESTED)
    [one] = said(diagnosed(nested, [0, nested.cell(0, 1), nested.cell(0, 2)]))
    assert named(nested, one) == [("cross-footing", (0, 0))]
    for total, wrong in ((1_001, False), (1_002, True)):
        plan = table([(-1, [total * 1_000, 500_000, 500_000])], precision=1_000)
        assert bool(said(diagnosed(plan, row(plan, 0)))) is wrong


def contradict(plan: Plan, sums: list[Sum], trusted: frozenset[Cell]) -> bool:
    """Whether some sums cannot all hold, by CP-SAT."""
    kept = [sum_ for sum_ in promised(plan) if sum_ in sums]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("oracle.promised", lambda _: kept)
        return Oracle(plan, trusted).minimum() is None


@pytest.mark.parametrize("nested", [False, True])
def test_what_is_said_to_contradict_does_and_with_no_sum_less(nested: bool) -> None:
    told = missed = 0
    for seed in range(150):
        random = Random(f"contradictions {seed}")
        plan, _ = adversarial.draw(random, nested=nested)
        stated = [cell for cell, amount in enumerate(plan.cells) if amount is not None]
        trusted = frozenset(cell for cell in stated if random.random() < 0.5)
        found = diagnosed(plan, trusted)
        for one in said(found):
            told += 1
            sums = list(one.sums)
            assert trusted.issuperset(one.cells)
            assert contradict(plan, sums, frozenset(one.cells))
            assert not any(contradict(plan, sums[:at] + sums[at + 1 :], trusted) for at in range(len(sums)))
        if found.failed and not said(found):
            missed += Oracle(plan, trusted).minimum() is None
    assert told > 40
    assert missed <= told // 20


def test_trusted_columns_of_one_year_are_named_in_every_line() -> None:
    columns = (Column(key="total", plus=(1,)), Column(key="2022", year=2022))
    plan = table([(-1, [5, 4]), (-1, [7, 7])], columns=columns)
    [one] = said(diagnosed(plan, range(len(plan.cells))))
    assert one.cells == (plan.cell(0, 0), plan.cell(0, 1))
