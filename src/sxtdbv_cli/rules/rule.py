"""What a rule is written with: its texts, what it looks at, what it yields."""

from collections.abc import Callable, Collection, Iterable, Iterator

from sxtdbv_cli.model.finding import Fact, Hit, Severity
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import DECLARED, Cell
from sxtdbv_cli.model.sheet import GRID
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.model.sums import Kind, promised
from sxtdbv_cli.text.language import Text

__all__ = ["Facts", "Hit", "Hits", "Severity", "Subject", "Text", "telling"]

LEFT_OUT = "SX516"
"""What was not read: it is settled where all that was read comes out."""
Facts = dict[str, Fact]
Hits = Iterator[Hit]


DOWN = (Kind.FOOTING, Kind.DECLARED)


def telling(code: str) -> Callable[[Subject], Hits]:
    """What checks a plan for a rule that tells the doubts of the recogniser and the remarks of the readers: a hit for
    each of a code about the table it was read from. One that the sums settle is a note."""

    def check(subject: Subject) -> Hits:
        if subject.sheet is None:
            return
        doubts = [doubt for doubt in subject.sheet.understanding.doubts if doubt.code == code]
        remarks = [remark for remark in subject.sheet.grid.remarks if remark.code == code]
        weighed = any(doubt.weighed for doubt in doubts) or any(remark.weighed for remark in remarks)
        sound = confirmed(subject, _cells(subject), down=True) if weighed else frozenset()
        for doubt in doubts:
            about = () if code == LEFT_OUT else doubt.address
            settled = doubt.weighed and _settles(subject, _cells(subject, about), sound)
            severity = Severity.NOTE if settled else doubt.severity
            yield Hit(doubt.address, doubt.facts, severity=severity, message=doubt.message)
        for one in remarks:
            settled = one.weighed and _settles(subject, _cells(subject), sound)
            address = (GRID, one.row, one.column)
            yield Hit(address, one.facts, severity=Severity.NOTE if settled else one.severity, message=one.message)

    return check


def _cells(subject: Subject, address: Address = ()) -> range:
    """The cells of the plan that a doubt is about: those of a line, of a column of amounts, or all."""
    plan, sheet, height = subject.plan, subject.sheet, len(subject.plan.lines) + 1
    if address and address[0] in ("lines", DECLARED):
        return range(int(address[1]) if address[0] == "lines" else height - 1, len(plan.cells), height)
    if sheet is None or not address or address[0] != GRID or address[2] not in sheet.columns:
        return range(len(plan.cells))
    column = sheet.columns.index(int(address[2]))
    return range(column * height, (column + 1) * height)


def _settles(subject: Subject, cells: Iterable[Cell], sound: frozenset[Cell]) -> bool:
    """Whether every figure in some cells is confirmed by sums, or told as an error by itself."""
    stated = {cell for cell in cells if subject.plan.cells[cell]}
    return bool(stated) and stated - sound <= {balance.sum.whole for balance in subject.audit.failing}


def confirmed(subject: Subject, cells: Collection[Cell], *, typed: bool = False, down: bool = False) -> frozenset[Cell]:
    """Those of some cells that are in a sum that holds and in none that fails; with ``down`` in one over lines.

    With ``typed`` a total that a formula calculates confirms nothing: it holds whatever is typed above it.
    """
    plan, sheet = subject.plan, subject.sheet
    wanted = frozenset(cells)
    fails = {balance.sum for balance in (*subject.audit.failing, *subject.audit.unconfirmed)}
    held: set[Cell] = set()
    for sum_ in promised(plan, {plan.position(cell)[0] for cell in wanted}) if wanted else ():
        if (
            wanted.isdisjoint(sum_.cells)
            or sum_ in fails
            or plan.cells[sum_.whole] is None
            or (down and sum_.kind not in DOWN)
        ):
            continue
        place = sheet.cell_of(plan.address(sum_.whole)) if sheet is not None and typed else None
        cell = sheet.grid.at(*place) if sheet is not None and place is not None else None
        if cell is None or cell.formula is None:
            held.update(sum_.cells)
    return wanted & held.difference(*(sum_.cells for sum_ in fails))
