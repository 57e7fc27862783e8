"""SX505: a cell of the table that shows an error instead of a value."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from sxtdbv_cli.by_key import by_key
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


def check(subject: Subject) -> Hits:
    """Yield a hit for every error cell of the table that is none because another is: that one has to be mended."""
    sheet = subject.sheet
    if sheet is None:
        return
    addresses = Addresses(subject, sheet)
    errors = dict(in_table(sheet, of_kind(Kind.ERROR)))
    leads = _leads(errors)
    firsts = _firsts(leads)
    followed = Counter(firsts.values())
    for position, found in errors.items():
        if position in leads and firsts[position] not in leads:
            continue
        texts = names(sheet, _texts(sheet, found))
        facts: Facts = {"error": found.text, "texts": texts, "followed": followed[position]}
        said = [MESSAGE, *([TEXTS] if texts else []), *([FOLLOWED] if followed[position] else [])]
        message = Text("".join(one.vi for one in said), "".join(one.en for one in said))
        yield Hit(addresses.of(position), facts, message=message)


def _leads(errors: Mapping[Position, GridCell]) -> dict[Position, Position]:
    """For each error cell whose formula uses another that shows the same error the first of these."""
    alike = by_key(((found.text, column), row) for (row, column), found in sorted(errors.items()))
    leads: dict[Position, Position] = {}
    for position, found in errors.items():
        columns = [(column, rows) for (text, column), rows in alike.items() if text == found.text]
        used = (
            (row, column)
            for span in areas(found.formula or "")
            for column, rows in columns
            if span.left <= column <= span.right
            for row in _two(rows, span)
            if (row, column) != position
        )
        if other := next(used, None):
            leads[position] = other
    return leads


def _two(rows: Sequence[int], span: Span) -> Sequence[int]:
    """The first two of some rows in a range."""
    first = bisect_left(rows, span.top)
    return rows[first : min(first + 2, bisect_right(rows, span.bottom))]


def _firsts(leads: Mapping[Position, Position]) -> dict[Position, Position]:
    """For each of these cells the error that it comes from in the end; some cell of a circle."""
    firsts: dict[Position, Position] = {}
    for start in leads:
        passed: dict[Position, None] = {}
        at = start
        while at in leads and at not in firsts and at not in passed:
            passed[at] = None
            at = leads[at]
        firsts.update(dict.fromkeys(passed, firsts.get(at, at)))
    return firsts


def _texts(sheet: Sheet, found: GridCell) -> list[Position]:
    """The cells that a formula uses one by one and that hold text."""
    single = (span for span in areas(found.formula or "") if (span.top, span.left) == (span.bottom, span.right))
    positions = {(span.top, span.left) for span in single}
    cells = ((position, sheet.grid.at(*position)) for position in sorted(positions))
    return [position for position, cell in cells if cell is not None and cell.kind is Kind.TEXT]
