"""SX518: the header is doubtful."""

from sxtdbv_cli.rules.rule import Severity, Text

SEVERITY = Severity.WARNING
TITLE = Text("Tên cột chưa chắc chắn", "The header is doubtful")
MESSAGE = Text(
    "bảng không có tên cột; hãy nêu các cột bằng --columns", "the table has no header; state the columns with --columns"
)
