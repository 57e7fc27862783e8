"""SX513: the level of a line is doubtful."""

from sxtdbv_cli.rules.rule import Severity, Text

SEVERITY = Severity.WARNING
TITLE = Text("Cấp của dòng chưa chắc chắn", "The level of a line is doubtful")
MESSAGE = Text(
    "không chắc dòng này thuộc dòng nào; xem cây dòng bằng sxtdbv inspect",
    "it is not certain which line this one belongs to; see the tree in sxtdbv inspect",
)
