"""Small tables made to mislead: zero and equal amounts, coinciding differences, blanks, deductions, nested columns."""

from random import Random

from tables import ROLES, table, with_cells

from sxtdbv_cli.model.plan import NOWHERE, Amount, Cell, Column, Plan
from sxtdbv_cli.model.sums import promised

NESTED = (
    Column(key="total", plus=(1, 2)),
    Column(key="2022", year=2022, plus=(3, 4)),
    Column(key="2023", year=2023),
    Column(key="central", year=2022),
    Column(key="local", year=2022),
)
DIFFERENCE = (Column(key="rest", plus=(1,), minus=(2,)), Column(key="plan"), Column(key="done"))


def draw(random: Random, *, nested: bool = False) -> tuple[Plan, frozenset[Cell]]:
    """A table with mistakes, and the cells to be trusted."""
    columns = NESTED if nested else DIFFERENCE if random.random() < 0.1 else None
    width = len(columns) if columns else random.choice((1, 2, 3, 3, 4))
    lines = random.randint(2, 5 if nested else 8)
    parents = [NOWHERE if line == 0 or random.random() < 0.2 else random.randrange(line) for line in range(lines)]
    roles = [random.choice((*ROLES, "", "", "", "", "", "", "")) for _ in parents]
    rows = [
        (parent, [0] * width, role) if role else (parent, [0] * width)
        for parent, role in zip(parents, roles, strict=True)
    ]
    declared = random.choice((None, [0] * width, [0, *[random.choice((0, None))] * (width - 1)]))
    plan = table(rows, declared, columns=columns, complete=random.random() < 0.8)
    plan = with_cells(plan, consistent(plan, random))
    plan = with_cells(plan, mistakes(plan, random))
    stated = [cell for cell, amount in enumerate(plan.cells) if amount is not None]
    trusted = frozenset(cell for cell in stated if random.random() < random.choice((0, 0, 0.1)))
    return plan, trusted


def consistent(plan: Plan, random: Random) -> dict[Cell, Amount]:
    """Amounts that make every sum hold, drawn for the cells that are no sum."""
    top = random.choice((2, 5, 12))
    sums = list(promised(plan))
    wholes = {sum_.whole for sum_ in sums}
    amounts: dict[Cell, Amount] = {
        cell: None if amount is None else 0 if cell in wholes else random.randint(0, top)
        for cell, amount in enumerate(plan.cells)
    }
    for _ in range(12):  # as often as sums nest
        for sum_ in sums:
            if sum_.plus or sum_.minus:
                plus = sum(amounts[cell] or 0 for cell in sum_.plus)
                amounts[sum_.whole] = plus - sum(amounts[cell] or 0 for cell in sum_.minus)
    return amounts


def mistakes(plan: Plan, random: Random) -> dict[Cell, Amount]:
    """A few wrong figures, often by the same amount, and a few blanks."""
    stated = [cell for cell, amount in enumerate(plan.cells) if amount is not None]
    step = random.randint(1, 5)
    wrong = random.sample(stated, min(len(stated), random.choice((1, 2, 2, 3, 3, 4))))
    changes: dict[Cell, Amount] = {
        cell: (plan.cells[cell] or 0) + random.choice((step, -step, 2 * step, random.randint(-6, 6))) for cell in wrong
    }
    if random.random() < 0.3:
        changes |= dict.fromkeys(random.sample(stated, min(len(stated), random.randint(1, 3))))
    return changes
