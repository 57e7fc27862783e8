"""What a table cannot say of its plan, as rows of texts: how an exported file is read back exactly.

The rows stand in a sheet of their own in a workbook, below the table in CSV. docs/workbooks.md describes them;
``files/exported`` reads them.
"""

from sxtdbv_cli.model.plan import Column, Document, Erratum, Plan
from sxtdbv_cli.render.annex import number
from sxtdbv_cli.text.numbers import write_amount

SIGN = ("sxtdbv", "1")
"""The first row: what this is, and the version of the form."""

Entry = list[str]
"""One row: the kind of a particular, then its fields; an absent field is empty."""


def structure(plan: Plan) -> list[Entry]:
    """The particulars, the unit, the columns and the errata, a row for each."""
    rows: list[Entry] = [list(SIGN), *_particulars(plan.document)]
    if not plan.source.complete:
        rows.append(["complete", "false"])
    if plan.source.note is not None:
        rows.append(["source", plan.source.note])
    rows.append(["unit", plan.unit.name])
    if plan.unit.decimals:
        rows.append(["decimals", str(plan.unit.decimals)])
    rows += [_column(position, column) for position, column in enumerate(plan.columns)]
    rows += [_erratum(erratum, plan.unit.scale) for erratum in plan.errata]
    return rows


def _particulars(document: Document) -> list[Entry]:
    date = document.date.isoformat() if document.date else None
    named = [("number", document.number), ("date", date), ("issuer", document.issuer), ("title", document.title)]
    return [[name, text] for name, text in named if text is not None]


def _column(position: int, column: Column) -> Entry:
    """A column: its number with the sum it is (``1=2+3``), its key, title, year and stated rule."""
    year = "" if column.year is None else str(column.year)
    return ["column", number(position, column), column.key, column.title or "", year, column.equals or ""]


def _erratum(erratum: Erratum, scale: int) -> Entry:
    date = erratum.date.isoformat() if erratum.date else ""
    figures = [write_amount(erratum.stated, scale), write_amount(erratum.correct, scale)]
    return ["erratum", erratum.line, erratum.column, *figures, erratum.reason, erratum.by or "", date]
