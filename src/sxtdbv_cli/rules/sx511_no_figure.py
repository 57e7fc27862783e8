"""SX511: a cell of amounts holds a mark, a word or a percentage."""

from sxtdbv_cli.rules.rule import Severity, Text

SEVERITY = Severity.WARNING
TITLE = Text("Ô số tiền không chứa số", "A cell of amounts that holds no figure")
MESSAGE = Text(
    "“{text}” không phải là số tiền; ô này được coi là để trống", "“{text}” is no amount; the cell is taken as blank"
)
