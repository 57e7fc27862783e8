"""SX512: the unit is not known."""

from sxtdbv_cli.rules.rule import Severity, Text

SEVERITY = Severity.NOTE
TITLE = Text("Không rõ đơn vị tính", "The unit is not known")
MESSAGE = Text("bảng không nêu đơn vị tính; hãy nêu bằng --unit", "the table states no unit; state it with --unit")
