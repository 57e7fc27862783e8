"""Where the smallest explanations are too many to list, likelier ones than those met are found."""

from random import Random

from tables import diagnosed, table, with_cells

from sxtdbv_cli.diagnose.network import Network
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.plan import Cell, Plan


def flat(random: Random) -> Plan:
    """Thirty lines under one total."""
    rows = [[random.randint(10, 99) * 1_000_000 for _ in range(4)] for _ in range(30)]
    lines = [[sum(row), *row] for row in rows]
    return table([(-1, [sum(column) for column in zip(*lines, strict=True)]), *[(0, line) for line in lines]])


def mistyped(plan: Plan, random: Random, count: int) -> dict[Cell, int]:
    """Cells that are off by one digit."""
    cells = random.sample([cell for cell, amount in enumerate(plan.cells) if amount is not None], count)
    return {cell: (plan.cells[cell] or 0) + random.randint(1, 9) * 10 ** random.randint(0, 6) for cell in cells}


def test_most_of_many_errors_in_a_flat_table_are_put_right() -> None:
    found = crowded = 0
    for seed in range(12):
        random = Random(seed)
        right = flat(random)
        wrong = mistyped(right, random, 12)
        plan = with_cells(right, {**wrong})
        cost = Network(plan).judge.cost
        proposed: dict[Cell, int] = {}
        for cluster in diagnosed(plan).clusters:
            best = cluster.explanations[0]
            crowded += not cluster.complete
            assert all(cost(best) <= cost(other) for other in cluster.explanations if not other.event)
            for explanation in cluster.explanations:
                changes = {change.cell: change.proposed for change in explanation.changes}
                after = {balance.sum for balance in audit(plan.with_amounts(changes)).failing}
                assert after.isdisjoint(balance.sum for balance in cluster.sums)
            proposed |= {change.cell: change.proposed for change in best.changes}
        found += sum(proposed.get(cell) == right.cells[cell] for cell in wrong)
    assert crowded
    assert found >= 12 * 12 * 4 // 5
