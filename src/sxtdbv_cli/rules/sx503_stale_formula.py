"""SX503: a formula whose stored value is not what it comes to, or that was never calculated."""

from sxtdbv_cli.model.finding import Fact
from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.sheet import GRID
from sxtdbv_cli.rules.cells import FORMULA, Addresses, in_table
from sxtdbv_cli.rules.formulas.calculate import Number, stale
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text
from sxtdbv_cli.text.numbers import write_amount

SEVERITY = Severity.ERROR
TITLE = Text("Giá trị của công thức đã cũ", "The value of a formula is stale")
MESSAGE = Text(
    "công thức {formula} lưu giá trị {stored}, tính lại được {calculated}",
    "the formula {formula} stores {stored}, calculated anew it is {calculated}",
)
NEVER = Text(
    "công thức {formula} chưa từng được tính nên ô này không có số; mở bằng phần mềm bảng tính rồi lưu lại",
    "the formula {formula} was never calculated, so there is no figure here; open it in a spreadsheet and save it",
)
NONE = Text(
    "cả {count:d} công thức của bảng, từ {formula}, chưa từng được tính nên các ô này không có số; mở bằng phần mềm "
    "bảng tính rồi lưu lại",
    "none of the {count:d} formulas of the table, from {formula} on, was ever calculated, so there are no figures in "
    "these cells; open it in a spreadsheet and save it",
)
SHOWN = 60
MOST_DECIMALS = 6


def check(subject: Subject) -> Hits:
    """Yield a hit for every formula of the table that was never calculated or stores another value than it has; one for
    all of a table that a program wrote and no spreadsheet ever opened."""
    sheet = subject.sheet
    if sheet is None or not sheet.grid.has_formulas:
        return
    addresses = Addresses(subject, sheet)
    formulas = [*in_table(sheet, FORMULA)]
    if len(formulas) > 1 and all(found.kind is Kind.PENDING for _, found in formulas):
        (position, first), *_ = formulas
        yield Hit(addresses.of(position), {"formula": _shown(first), "count": len(formulas)}, message=NONE)
        return
    for position, found in formulas:
        formula = _shown(found)
        if found.kind is Kind.PENDING:
            yield Hit(addresses.of(position), {"formula": formula}, message=NEVER)
        elif found.kind is Kind.NUMBER and (values := stale(sheet.grid, position)):
            address = addresses.of(position)
            stored, calculated = (_figure(value, subject, address) for value in values)
            yield Hit(address, {"formula": formula, "stored": stored, "calculated": calculated})


def _shown(found: GridCell) -> str:
    return (found.formula or "")[:SHOWN]


def _figure(value: Number, subject: Subject, address: Address) -> Fact:
    """An amount in smallest steps where it is one, else the figure as text, rounded where it has no end."""
    steps = value * 10**subject.printed.unit.scale
    if address[0] != GRID and steps.denominator == 1:
        return int(steps)
    shown = round(value * 10**MOST_DECIMALS)
    return write_amount(shown, MOST_DECIMALS)
