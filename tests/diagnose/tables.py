"""Plans made from a few figures, for the tests of the diagnosis."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sxtdbv_cli.diagnose import diagnose
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.diagnosis import Cluster, Diagnosis, Explanation
from sxtdbv_cli.model.plan import Amount, Cell, Column, Document, LineRule, Lines, Plan, Role, Source, Unit

APPENDIX = Path(__file__).parents[1] / "fixtures" / "appendix.tsv"
ROLES = {"of": Role.OF_WHICH, "-": Role.DEDUCTION, "memo": Role.MEMO}

Row = tuple[int, Sequence[Amount]] | tuple[int, Sequence[Amount], str]
"""The parent of a line (-1 at the top), its amounts, and its role if it is no part (a key of ROLES)."""


def total_and_years(years: int) -> tuple[Column, ...]:
    """A total and so many years; no columns but one without years."""
    parts = tuple(range(1, years + 1))
    return (Column(key="total", plus=parts), *[Column(key=str(2021 + year), year=2021 + year) for year in parts])


def table(
    rows: Iterable[Row],
    declared: Sequence[Amount] | None = None,
    *,
    columns: tuple[Column, ...] | None = None,
    complete: bool = True,
    precision: int = 1,
    rules: tuple[LineRule, ...] = (),
) -> Plan:
    """A plan of some lines; without ``columns`` the first is the total of the others."""
    lines = list(rows)
    width = len(lines[0][1])
    count = len(lines)
    return Plan(
        document=Document(),
        source=Source(complete=complete),
        unit=Unit(precision=precision),
        columns=columns or total_and_years(width - 1),
        declared=tuple(declared or [None] * width),
        lines=Lines(
            parents=tuple(row[0] for row in lines),
            codes=tuple(str(index + 1) for index in range(count)),
            titles=tuple(f"line {index}" for index in range(count)),
            schedules=(None,) * count,
            notes=(None,) * count,
            roles=tuple(ROLES[row[2]] if len(row) == 3 else Role.PART for row in lines),
            equals=(None,) * count,
            amounts=tuple(zip(*[row[1] for row in lines], strict=True)),
        ),
        line_rules=rules,
    )


def with_cells(plan: Plan, changes: dict[Cell, Amount]) -> Plan:
    """The plan with some of its cells changed."""
    rows = len(plan.lines) + 1
    cells = [changes.get(cell, amount) for cell, amount in enumerate(plan.cells)]
    columns = [cells[start : start + rows] for start in range(0, len(cells), rows)]
    lines = replace(plan.lines, amounts=tuple(tuple(column[:-1]) for column in columns))
    return renewed(plan, lines=lines, declared=tuple(column[-1] for column in columns))


def renewed(plan: Plan, **fields: object) -> Plan:
    """A plan with other fields; nothing is kept that was cached of the old ones."""
    return replace(plan, **fields)


def diagnosed(plan: Plan, trusted: Iterable[Cell] = (), budget: float = 20.0, limit: int = 40) -> Diagnosis:
    """The diagnosis of a plan."""
    return diagnose(plan, audit(plan), trusted=frozenset(trusted), budget=budget, limit=limit)


def appendix() -> Plan:
    """The appendix of plan 160/KH-UBND as it was printed, with the two totals that its text declares."""
    with APPENDIX.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    keys = ["total", "2022", "2023", "2024", "2025"]
    amounts = [[int(row[key].replace(".", "")) if row[key] else None for key in keys] for row in rows]
    lines = [(int(row["parent"] or 0) - 1, figures) for row, figures in zip(rows, amounts, strict=True)]
    plan = table(lines, [13_233_000_000, 3_802_800_000, None, None, None], complete=False)
    codes = tuple(row["code"] or None for row in rows)
    return renewed(plan, lines=replace(plan.lines, codes=codes))


def sets(cluster: Cluster) -> list[Explanation]:
    """The explanations of the fewest cells; an event may be one of them."""
    stated = [sum(change.stated is not None for change in one.changes) for one in cluster.explanations]
    return [
        one
        for one, size in zip(cluster.explanations, stated, strict=True)
        if (one.event is None or one.changes)
        and (size == cluster.minimum or (cluster.minimum is None and not one.event))
    ]


def beside_blanks(cluster: Cluster) -> bool:
    """Whether stated cells alone are another reading of a cluster that fewer explain where blanks are filled."""
    stated = [sum(change.stated is not None for change in one.changes) for one in cluster.explanations if not one.event]
    return cluster.minimum is not None and max(stated, default=0) > cluster.minimum
