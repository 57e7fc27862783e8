"""SX517: something was converted."""

from sxtdbv_cli.rules.rule import Severity, Text

SEVERITY = Severity.NOTE
TITLE = Text("Nội dung đã được chuyển đổi", "Something was converted")
MESSAGE = Text("đã chuyển đổi {count:d} ô", "{count:d} {count:cell was|cells were} converted")
