"""What is usual in a table decides between sets of cells that explain the same."""

import pytest
from tables import diagnosed, table

from sxtdbv_cli.diagnose import network
from sxtdbv_cli.diagnose.ranking.usual import Usual
from sxtdbv_cli.model.plan import Plan

UNEVEN = [(1_234_567, 1_345_678, 1_456_789), (2_345_611, 2_100_457, 2_345_113), (812_339, 845_127, 871_293)]
UNEVEN += [(371_953, 380_179, 411_233), (5_100_457, 5_221_379, 5_633_121), (75_119, 71_377, 70_613)]
ROUND = [(1_200_000, 1_300_000, 1_400_000), (2_300_000, 2_100_000, 2_400_000), (800_000, 850_000, 900_000)]


def spoiled(rows: list[tuple[int, ...]], wrong: dict[tuple[int, int], int]) -> Plan:
    """A total line and its lines, with some cells of them replaced: line (from 1) and column."""
    lines = [(sum(row), *row) for row in rows]
    whole = tuple(sum(column) for column in zip(*lines, strict=True))
    figures = [list(row) for row in (whole, *lines)]
    for (line, column), amount in wrong.items():
        figures[line][column] = amount
    return table([(-1 if not line else 0, row) for line, row in enumerate(figures)])


def proposed(plan: Plan) -> dict[int, int]:
    """The cells of the likeliest explanation of all clusters, with their figures."""
    return {
        change.cell: change.proposed
        for cluster in diagnosed(plan).clusters
        for change in cluster.explanations[0].changes
    }


def test_round_figures_stick_out_among_uneven_ones() -> None:
    # Three corners of a square are wrong: four sets of three cells explain that, only one makes all figures uneven.
    right = spoiled(UNEVEN, {})
    plan = spoiled(UNEVEN, {(1, 1): 1_200_000, (2, 1): 2_500_000, (2, 2): 2_000_000})
    assert proposed(plan) == {plan.cell(*at): right.cells[right.cell(*at)] for at in [(1, 1), (2, 1), (2, 2)]}


def test_uneven_figures_stick_out_among_round_ones() -> None:
    plan = spoiled(ROUND, {})
    usual = Usual(plan)
    assert usual.odd(plan.cell(1, 2), 1_312_345) > usual.odd(plan.cell(1, 2), 1_300_000)
    plan = spoiled(UNEVEN, {})
    usual = Usual(plan)
    assert usual.odd(plan.cell(1, 2), 1_300_000) > usual.odd(plan.cell(1, 2), 1_345_678)


def test_a_figure_beyond_those_beside_it_is_odd_where_lines_rise() -> None:
    plan = spoiled([(100, 110, 120), (310, 340, 370), (52, 55, 58), (710, 760, 810)], {})
    usual = Usual(plan)
    assert usual.odd(plan.cell(1, 2), 990) > usual.odd(plan.cell(1, 2), 111)
    assert usual.odd_row(1, [330, 110, 100, 120]) > usual.odd_row(1, [330, 100, 110, 120])


def test_the_others_of_a_row_may_all_be_nothing() -> None:
    plan = spoiled([(100, 0, 0), (0, 0, 0)], {})
    assert Usual(plan).odd(plan.cell(1, 1), 100) == 0


def test_where_one_set_alone_explains_all_nothing_is_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = table([(-1, (90, 40, 50)), (0, (30, 10, 20)), (0, (60, 30, 30))])
    monkeypatch.setattr(network, "Usual", None)
    assert diagnosed(plan.with_amounts({plan.cell(1, 1): 11})).unique
