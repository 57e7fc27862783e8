"""SX514: a rule of columns is doubtful."""

from sxtdbv_cli.rules.rule import Severity, Text

SEVERITY = Severity.WARNING
TITLE = Text("Quy tắc cộng cột chưa chắc chắn", "A rule of columns is doubtful")
MESSAGE = Text(
    "bảng ghi “{rule}” nhưng phần lớn các dòng không theo; hãy sửa quy tắc hoặc sửa số",
    "the table states “{rule}” but most lines do not agree; mend the rule or the figures",
)
