"""SX515: a rule of a line is doubtful."""

from sxtdbv_cli.rules.rule import Severity, Text

SEVERITY = Severity.WARNING
TITLE = Text("Quy tắc của dòng chưa chắc chắn", "A rule of a line is doubtful")
MESSAGE = Text(
    "bảng ghi “{rule}” nhưng các số không theo; hãy sửa quy tắc hoặc sửa số",
    "the table states “{rule}” but the figures do not agree; mend the rule or the figures",
)
