"""SX516: something was not read."""

from sxtdbv_cli.rules.rule import Severity, Text

SEVERITY = Severity.WARNING
TITLE = Text("Có phần không được đọc", "Something was not read")
MESSAGE = Text(
    "bảng khác trên cùng trang không được đọc; để đọc bảng đó, hãy nêu --range",
    "another table on the sheet was not read; to read that one, state --range",
)
