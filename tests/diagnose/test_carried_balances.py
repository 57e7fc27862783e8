"""Balances that are carried from period to period promise no sum across: the check, the diagnosis and CP-SAT agree."""

from dataclasses import replace
from random import Random

import adversarial
import deep_tables
import pytest
from agreement import agreed
from tables import renewed, with_cells

from sxtdbv_cli.model.plan import Amount, Cell, Column, Plan
from sxtdbv_cli.model.sums import carried

WAYS = ["years", "nested", "deeper and rounded"]


def drawn(random: Random, way: str) -> tuple[Plan, frozenset[Cell]]:
    """A table with mistakes in which some lines are balances, and the cells to be trusted."""
    if way != WAYS[2]:
        plan, trusted = adversarial.draw(random, nested=way == WAYS[1])
    else:
        plan, trusted = deep_tables.draw(random)
    return with_balances(plan, random), trusted


def with_balances(plan: Plan, random: Random) -> Plan:
    """The table with a line or two called balances, which mostly state what their first or last period does."""
    columns = tuple(_period(column, at) for at, column in enumerate(plan.columns))
    titles, changes = list(plan.lines.titles), dict[Cell, Amount]()
    for line in random.sample(range(len(titles)), min(len(titles), random.choice((1, 1, 2)))):
        titles[line] = random.choice(("Tồn quỹ đầu kỳ", "Closing balance"))
        for at, column in enumerate(columns):
            if column.plus and random.random() < 0.9:
                end = random.choice((column.plus[0], column.plus[-1]))
                changes[plan.cell(line, at)] = plan.cells[plan.cell(line, end)]
    lines = replace(plan.lines, titles=tuple(titles))
    return with_cells(renewed(plan, columns=columns, lines=lines), changes)


def _period(column: Column, at: int) -> Column:
    return column if column.year or column.minus else replace(column, key=f"quý {at}")


@pytest.mark.parametrize("way", WAYS)
def test_the_answer_is_that_of_cp_sat_where_balances_are_carried(way: str) -> None:
    compared = 0
    for seed in range(80):
        where = f"carried {way} {seed}"
        plan, trusted = drawn(Random(where), way)
        found = agreed(plan, trusted, where)
        compared += found is not None and any(carried(plan, at) for at in range(len(plan.columns)))
    assert compared >= 30
