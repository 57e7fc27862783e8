"""SX503: a formula whose stored value is not what it comes to, or that was never calculated."""

from collections.abc import Iterator
from fractions import Fraction

from sxtdbv_cli.model.finding import Fact, Hit, Severity
from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.sheet import GRID, Sheet
from sxtdbv_cli.model.sums import Subject
from sxtdbv_cli.rules.cells import address_of, in_table, places
from sxtdbv_cli.rules.formulas.calculate import calculate
from sxtdbv_cli.rules.formulas.parse import NotRead
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.numbers import write_amount

NAME = "stale-formula"
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
SHOWN = 60
MOST_DECIMALS = 6


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every formula of the table that was never calculated or stores another value than it has."""
    sheet = subject.sheet
    if sheet is None:
        return
    cells = places(subject, sheet)
    for position, found in in_table(sheet):
        if found.formula is None:
            continue
        address = address_of(subject, cells, position)
        if found.kind is Kind.PENDING:
            yield Hit(address, {"formula": found.formula[:SHOWN]}, message=NEVER)
        elif found.kind is Kind.NUMBER:
            yield from _stale(subject, sheet, address, found)


def _stale(subject: Subject, sheet: Sheet, address: Address, found: GridCell) -> Iterator[Hit]:
    """A hit if a formula stores another value than it has. One that is not judged is passed over."""
    formula = str(found.formula)
    try:
        calculated = calculate(sheet.grid, formula)
    except NotRead:
        return
    stored = Fraction(found.text)
    if abs(stored - calculated.value) > calculated.noise:
        figures = [_figure(value, subject, address) for value in (stored, calculated.value)]
        yield Hit(address, {"formula": formula[:SHOWN], "stored": figures[0], "calculated": figures[1]})


def _figure(value: Fraction, subject: Subject, address: Address) -> Fact:
    """An amount in smallest steps where it is one, else the figure as text, rounded where it has no end."""
    steps = value * 10**subject.printed.unit.scale
    if address[0] != GRID and steps.denominator == 1:
        return int(steps)
    shown = round(value * 10**MOST_DECIMALS)
    return write_amount(shown, MOST_DECIMALS)
