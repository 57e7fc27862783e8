"""SX522: what the form of the file does not say of a table was worked out, or could not be."""

from sxtdbv_cli.rules.rule import Severity, Text

SEVERITY = Severity.WARNING
TITLE = Text("Hình dạng bảng được suy ra", "The shape of the table was worked out")
MESSAGE = Text(
    "chỗ này của bảng được suy ra; hãy so với bản gốc",
    "this part of the table was worked out; compare it with the original",
)
