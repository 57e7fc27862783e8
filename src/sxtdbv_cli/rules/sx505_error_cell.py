"""SX505: a cell of the table that shows an error instead of a value."""

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.rules.cells import Addresses, in_table, of_kind
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.ERROR
TITLE = Text("Ô báo lỗi", "An error cell")
MESSAGE = Text(
    "ô này hiện {error} thay cho giá trị; được đọc là ô trống, không phải là số",
    "this cell shows {error} instead of a value; it is read as a blank, never as a figure",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every error cell of the table."""
    sheet = subject.sheet
    if sheet is None:
        return
    addresses = Addresses(subject, sheet)
    for position, found in in_table(sheet, of_kind(Kind.ERROR)):
        yield Hit(addresses.of(position), {"error": found.text})
