"""How many real tables are read exactly: compares readings with what a careful reader took from each table.

    python benchmarks/tables.py FOLDER...

Each folder holds ``original.*`` and ``table.json`` (lines with code, title, parent and amounts as decimal numbers;
``sheet`` and ``range`` where they must be stated). Prints for each table whether every line, parent and amount is the
same, and where it first differs.
"""

import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from sxtdbv_cli.files.read import read
from sxtdbv_cli.model.choices import Choices
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.plan import NOWHERE, Plan
from sxtdbv_cli.text.language import Language


def lines_read(plan: Plan) -> list[tuple[Any, ...]]:
    """The lines of a plan as code, title, parent, amounts that are stated."""
    lines, scale = plan.lines, plan.unit.scale
    return [
        (
            lines.codes[line],
            " ".join(lines.titles[line].split()),
            None if lines.parents[line] == NOWHERE else lines.parents[line],
            sorted(
                Decimal(amount[line] or 0).scaleb(-scale).normalize()
                for amount in lines.amounts
                if amount[line] is not None
            ),
        )
        for line in range(len(lines))
    ]


def lines_wanted(table: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The lines of a table.json in the same form; amounts freed of what 13 digits do not show."""
    return [
        (
            line["code"],
            " ".join(line["title"].split()),
            line["parent"],
            sorted(_amount(value) for value in [line["total"], *line["amounts"].values()] if value is not None),
        )
        for line in table["lines"]
    ]


def _amount(text: str) -> Decimal:
    value = Decimal(text)
    return Decimal(f"{value:.12e}").normalize() if len(value.as_tuple().digits) > 14 else value.normalize()


def compare(folder: Path) -> str:
    """What there is to say of one table."""
    table = json.loads((folder / "table.json").read_text(encoding="utf-8"))
    original = next(folder.glob("original.*"))
    try:
        plan = read(str(original), None, Choices(sheet=table.get("sheet"), range=table.get("range"))).plan
    except Unreadable as unreadable:
        fault = unreadable.faults[0]
        return f"refused: {fault.message.say(Language.EN, fault.facts)}"
    found, wanted = lines_read(plan), lines_wanted(table)
    if found == wanted:
        return f"exact: {len(found)} lines"
    if len(found) != len(wanted):
        return f"differs: {len(found)} lines, not {len(wanted)}"
    at = next(index for index in range(len(found)) if found[index] != wanted[index])
    return f"differs at line {at}: {found[at]} is not {wanted[at]}"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(f"{Path(name).name:32} {compare(Path(name))}")
