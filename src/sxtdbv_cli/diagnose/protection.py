"""The stated cells that no sum protects: a wrong figure there would not show."""

from itertools import compress

from sxtdbv_cli.diagnose.network import Network
from sxtdbv_cli.model.plan import Cell


def unprotected(network: Network) -> tuple[Cell, ...]:
    """Every stated cell that stands in no sum with figures on both sides."""
    plan = network.plan
    safe = _safe_rows(network)
    found: list[Cell] = []
    for column in range(network.width):
        start = column * network.rows
        rows = range(network.rows) if not network.column_sums[column] else compress(range(network.rows), safe)
        found += [
            start + line for line in rows if plan.cells[start + line] is not None and _bare(network, start + line)
        ]
    return tuple(found)


def _safe_rows(network: Network) -> list[bool]:
    """Whether a line needs a closer look: the others have a row total and figures it is the sum of."""
    needs = [True] * network.rows
    for whole, column in enumerate(network.plan.columns):
        parts = [network.plan.lines.amounts[part] for part in (*column.plus, *column.minus)]
        if len(network.plan.columns) != len(parts) + 1:
            continue
        totals = network.plan.lines.amounts[whole]
        if None not in totals and any(None not in part for part in parts):
            return [*[False] * network.last, True]
        for line, (total, *amounts) in enumerate(zip(totals, *parts, strict=True)):
            needs[line] = total is None or amounts.count(None) == len(amounts)
    return needs


def _bare(network: Network, cell: Cell) -> bool:
    return not any(_checkable(network, key) for key, _ in network.sums_of(cell))


def _checkable(network: Network, key: int) -> bool:
    whole, *parts = network.terms(key)
    cells = network.plan.cells
    return cells[whole[0]] is not None and any(cells[part] is not None for part, _ in parts)
