"""The form of exported tables, which makes them readable without a guess: ``tables/exported`` reads it.

A row under the header numbers the columns; the columns of level, role and rule stand beside the table. What a table
cannot say of its plan is a list of rows of texts: in a sheet of its own in a workbook, below the table in CSV.
docs/workbooks.md describes it.
"""

from dataclasses import asdict
from typing import NamedTuple

from sxtdbv_cli.model.plan import Acceptance, Column, Erratum, Plan, Role
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.numbers import write_amount

SIGN = ("sxtdbv", "1")
"""The first row: what this is, and the version of the form."""


DERIVED = "sxtdbv check"
"""What stands in the first row of a sheet that only shows what was found in another: it is no table to be read."""


SOURCE = Text("Nguồn: {note}", "Source: {note}")
"""The line below a table that names its source."""
INCOMPLETE = Text(
    "Bảng chưa đầy đủ: nguồn không có hết các dòng của bảng.",
    "The table is incomplete: the source does not have all of its lines.",
)
"""The line below a table whose source breaks off."""


CARRIED = "{urn:sxtdbv:table}table"
"""The root of the XML that a document carries unseen: the rows of its table from that of the numbers on, with their
texts, levels, roles and rules but without figures (``row``), and the structure (``said``), each a list in JSON."""
ROW, SAID = "row", "said"


class Marks(NamedTuple):
    """What the row under the header calls the columns that hold no amounts; amounts are numbered 1, 2, 3."""

    code: str = "A"
    title: str = "B"
    schedule: str = "C"
    note: str = "D"
    level: str = "E"
    role: str = "F"
    rule: str = "G"


MARKS = Marks()

ROLES = {
    Role.PART: Text("", ""),
    Role.OF_WHICH: Text("trong đó", "of which"),
    Role.DEDUCTION: Text("trừ đi", "deduction"),
    Role.MEMO: Text("không cộng", "memo"),
}

Entry = list[str]
"""One row: the kind of a particular, then its fields; an absent field is empty."""


def number(position: int, column: Column) -> str:
    """The number of a column of amounts with the sum it is: ``1=2+3``, or ``2`` alone."""
    terms = [f"+{part + 1}" for part in column.plus] + [f"-{part + 1}" for part in column.minus]
    return f"{position + 1}={''.join(terms).removeprefix('+')}" if terms else str(position + 1)


def structure(plan: Plan) -> list[Entry]:
    """The particulars, the unit, the columns and the errata, a row for each."""
    particulars = asdict(plan.document).items()
    rows: list[Entry] = [list(SIGN), *([name, str(said)] for name, said in particulars if said is not None)]
    if not plan.source.complete:
        rows.append(["complete", "false"])
    if plan.source.note is not None:
        rows.append(["source", plan.source.note])
    rows.append(["unit", plan.unit.name])
    if plan.unit.decimals:
        rows.append(["decimals", str(plan.unit.decimals)])
    rows += [_column(position, column) for position, column in enumerate(plan.columns)]
    rows += [_erratum(erratum, plan.unit.scale) for erratum in plan.errata]
    rows += [_acceptance(accepted) for accepted in plan.accept]
    return rows


def _column(position: int, column: Column) -> Entry:
    """A column: its number with the sum it is (``1=2+3``), its key, title, year and stated rule."""
    year = "" if column.year is None else str(column.year)
    return ["column", number(position, column), column.key, column.title or "", year, column.equals or ""]


def _erratum(erratum: Erratum, scale: int) -> Entry:
    date = erratum.date.isoformat() if erratum.date else ""
    figures = [write_amount(erratum.stated, scale), write_amount(erratum.correct, scale)]
    return ["erratum", erratum.line, erratum.column, *figures, erratum.reason, erratum.by or "", date]


def _acceptance(found: Acceptance) -> Entry:
    """A finding that was accepted; its figures in smallest steps, each behind its name."""
    until = found.until.isoformat() if found.until else ""
    figures = [text for name, amount in found.amounts.items() for text in (name, str(amount))]
    return ["accept", found.rule, found.line or "", found.column or "", found.reason, found.by or "", until, *figures]
