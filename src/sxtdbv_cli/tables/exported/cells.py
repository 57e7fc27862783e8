"""The cells of an exported table: texts, amounts, roles and rules, with every fault noted on the way."""

from collections.abc import Sequence
from decimal import Decimal

from sxtdbv_cli.model import form
from sxtdbv_cli.model.finding import Fact, Fault
from sxtdbv_cli.model.formula import BadFormula, LineNames
from sxtdbv_cli.model.grid import Grid, GridCell, Kind
from sxtdbv_cli.model.plan import Amount, LineRule, Lines, Role, Unit
from sxtdbv_cli.tables.faults import refuse
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.numbers import BadAmount, read_amount

NO_FORM = Text(
    "“{text}” không đúng mẫu của tệp do sxtdbv xuất; cần {wanted}",
    "“{text}” does not fit the form of a file exported by sxtdbv; expected {wanted}",
)
AN_AMOUNT = Text("một số trong đơn vị của bảng", "an amount in the unit of the table")
A_RULE = Text("một phép cộng trừ các mã đã có, ví dụ A + B - C", "a sum of codes that exist, such as A + B - C")
A_ROLE = Text("trong đó, trừ đi hoặc không cộng", "of which, deduction or memo")
SHOWN = 60

_ROLES = {text: role for role, words in form.ROLES.items() for text in (words.vi, words.en, role.value)}


class Cells:
    """Reads the cells of a grid; what is wrong is noted in ``faults`` and read as blank."""

    def __init__(self, grid: Grid, unit: Unit) -> None:
        self.grid = grid
        self.unit = unit
        self.faults: list[Fault] = []

    def refuse(self, row: int, column: int, message: Text, **facts: Fact) -> None:
        """Note that a cell does not fit."""
        short = {name: fact[:SHOWN] if isinstance(fact, str) else fact for name, fact in facts.items()}
        self.faults.append(refuse(message, self.grid.place(row, column), **short))

    def text(self, row: int, column: int) -> str | None:
        """The text of a cell as it is; None where it is empty."""
        cell = self.grid.at(row, column)
        return cell.text if cell is not None and cell.text else None

    def amount(self, row: int, column: int) -> Amount:
        """The amount of a cell in smallest steps; None where it is empty, an error, or a formula never calculated."""
        cell = self.grid.at(row, column)
        if cell is None or not cell.text or cell.kind in (Kind.ERROR, Kind.PENDING):
            return None
        try:
            return _number(cell, self.unit.scale)
        except (BadAmount, ValueError, ArithmeticError):
            self.refuse(row, column, NO_FORM, text=cell.text, wanted=AN_AMOUNT)
            return None

    def role(self, row: int, column: int | None) -> Role:
        """The role of a line, in either language."""
        text = None if column is None else self.text(row, column)
        if column is None or text is None:
            return Role.PART
        if text not in _ROLES:
            self.refuse(row, column, NO_FORM, text=text, wanted=A_ROLE)
        return _ROLES.get(text, Role.PART)

    def rules(self, lines: Lines, rows: Sequence[int], column: int) -> list[LineRule]:
        """The rules that lines state."""
        found: list[LineRule] = []
        names = LineNames(lines.codes, lines.parents)
        for line, text in enumerate(lines.equals):
            if text is None:
                continue
            try:
                found.append(names.rule(text, line))
            except BadFormula:
                self.refuse(rows[line], column, NO_FORM, text=text, wanted=A_RULE)
        return found


def _number(cell: GridCell, scale: int) -> int:
    """The amount of a cell that is no formula error: an exact number, or a text in the notation of plan files."""
    if cell.kind is Kind.TEXT:
        return read_amount(cell.text, scale)
    if cell.kind is not Kind.NUMBER:
        raise ValueError(cell.kind)
    value = Decimal(cell.text).scaleb(scale)
    if value != value.to_integral_value():
        raise ValueError(cell.text)
    return int(value)
