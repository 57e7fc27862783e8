"""SX505: a cell of the table that shows an error instead of a value."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sxtdbv_cli.model.grid import GridCell, Kind, Span
from sxtdbv_cli.model.sheet import Position, Sheet
from sxtdbv_cli.rules.cells import Addresses, in_table, names, of_kind
from sxtdbv_cli.rules.formulas.parse import areas
from sxtdbv_cli.rules.rule import Facts, Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.ERROR
TITLE = Text("Ô báo lỗi", "An error cell")
MESSAGE = Text(
    "ô này hiện {error} thay cho giá trị; được đọc là ô trống, không phải là số",
    "this cell shows {error} instead of a value; it is read as a blank, never as a figure",
)
TEXTS = Text("; công thức dùng ô lưu dạng chữ: {texts}", "; its formula uses cells that are text: {texts}")
FOLLOWED = Text(
    "; {followed:d} ô tính từ ô này cũng báo lỗi theo",
    "; {followed:d} {followed:cell|cells} worked out from it {followed:shows|show} an error, too",
)
MOST = 500
"""Where more cells are errors, each is told by itself."""


def check(subject: Subject) -> Hits:
    """Yield a hit for every error cell of the table that is none because another is: that one has to be mended."""
    sheet = subject.sheet
    if sheet is None:
        return
    addresses = Addresses(subject, sheet)
    errors = dict(in_table(sheet, of_kind(Kind.ERROR)))
    leads = _leads(errors) if len(errors) <= MOST else {}
    followed = Counter(_first(position, leads) for position in leads)
    for position, found in errors.items():
        if position in leads and _first(position, leads) not in leads:
            continue
        texts = names(sheet, _texts(sheet, found))
        facts: Facts = {"error": found.text, "texts": texts, "followed": followed[position]}
        said = [MESSAGE, *([TEXTS] if texts else []), *([FOLLOWED] if followed[position] else [])]
        message = Text("".join(one.vi for one in said), "".join(one.en for one in said))
        yield Hit(addresses.of(position), facts, message=message)


def _leads(errors: Mapping[Position, GridCell]) -> dict[Position, Position]:
    """For each error cell whose formula uses another that shows the same error the first of these."""
    leads: dict[Position, Position] = {}
    for position, found in errors.items():
        cells = _within(areas(found.formula or ""), errors)
        if others := [one for one in cells if one != position and errors[one].text == found.text]:
            leads[position] = others[0]
    return leads


def _within(spans: Iterable[Span], errors: Mapping[Position, GridCell]) -> list[Position]:
    """The error cells in some ranges."""
    return [position for span in spans for position in errors if span.holds(position)]


def _first(position: Position, leads: Mapping[Position, Position]) -> Position:
    """The error that another comes from in the end; some cell of a circle."""
    passed: set[Position] = set()
    while position in leads and position not in passed:
        passed.add(position)
        position = leads[position]
    return position


def _texts(sheet: Sheet, found: GridCell) -> list[Position]:
    """The cells that a formula uses one by one and that hold text."""
    single = (span for span in areas(found.formula or "") if (span.top, span.left) == (span.bottom, span.right))
    positions = {(span.top, span.left) for span in single}
    cells = ((position, sheet.grid.at(*position)) for position in sorted(positions))
    return [position for position, cell in cells if cell is not None and cell.kind is Kind.TEXT]
