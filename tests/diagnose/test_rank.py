"""What a wrong cell costs: a slip, or another figure that could have been meant; what is usual in its row."""

import pytest
from tables import diagnosed, table

from sxtdbv_cli.diagnose.ranking.judge import Changes
from sxtdbv_cli.diagnose.ranking.rank import apart, change_cost, least_cost
from sxtdbv_cli.diagnose.ranking.usual import Usual
from sxtdbv_cli.model.plan import Plan


def spoiled(rows: list[tuple[int, ...]], wrong: dict[tuple[int, int], int]) -> Plan:
    """A total line and its lines, with some cells of them replaced: line (from 1) and column."""
    lines = [(sum(row), *row) for row in rows]
    figures = [[sum(column) for column in zip(*lines, strict=True)], *map(list, lines)]
    for (line, column), amount in wrong.items():
        figures[line][column] = amount
    return table([(-1 if not line else 0, tuple(row)) for line, row in enumerate(figures)])


def named(plan: Plan) -> dict[tuple[int, int], int]:
    """The cells of the likeliest explanation of all clusters, by line and column, with their figures."""
    found = [change for cluster in diagnosed(plan).clusters for change in cluster.explanations[0].changes]
    return {plan.position(change.cell): change.proposed for change in found}


@pytest.mark.parametrize(
    ("near", "away"),
    [
        ((1_200_000, 1_500_000), (1_200_000, 1_512_345)),  # three steps of 100.000 against many single ones
        ((1_200_000, 1_500_000), (1_234_567, 1_534_589)),
        ((400, 700), (100, 400)),  # as many steps, but four times as large
        ((70, 90), (70, 570)),
        ((5, 6), (0, 6)),
    ],
)
def test_figures_of_as_many_digits_and_about_as_large_are_near(near: tuple[int, int], away: tuple[int, int]) -> None:
    assert apart(*near) < apart(*away)
    assert apart(*near) == apart(*near[::-1])


def test_figures_like_those_of_their_row_outweigh_slips_by_chance() -> None:
    # Three corners of a square: any three of the four explain that. With another three, each is a digit replaced.
    rows = [(6_500_000,) * 4, (20_600_000,) * 4, (4_200_000,) * 4, (31_700_000,) * 4, (12_900_000,) * 4]
    plan = spoiled(rows, {(1, 3): 4_300_000, (2, 3): 19_800_000, (2, 0): 81_200_000})
    assert named(plan) == {(1, 3): 6_500_000, (2, 3): 20_600_000, (2, 0): 82_400_000}


def test_of_figures_without_a_slip_those_near_the_stated_ones_are_likelier() -> None:
    # The same square in a table without any order; another three are off by more digits, or several times as large.
    rows = [(440, 1_550, 260), (750, 400, 1_360), (1_250, 1_300, 1_760), (1_070, 630, 340), (1_340, 170, 1_090)]
    plan = spoiled(rows, {(1, 1): 640, (1, 2): 1_320, (2, 1): 840})
    assert named(plan) == {(1, 1): 440, (1, 2): 1_550, (2, 1): 750}


def test_no_change_of_a_cell_costs_less_than_its_least() -> None:
    plan = spoiled([(1_200, 1_300, 1_400), (95, 95, 95), (700, 0, 712)], {(1, 1): 1_201, (2, 2): 950})
    usual = Usual(plan)
    for cell, stated in enumerate(plan.cells):
        for proposed in {*range(-5, 40), *range(85, 130), 950, 1_200, 1_300, 12_000, 1_200_000} - {stated}:
            assert change_cost(usual, Changes(plan)[cell, proposed - (stated or 0)]) >= least_cost(usual, cell)
