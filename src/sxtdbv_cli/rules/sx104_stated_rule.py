"""SX104: a line or a column that states its own rule (``equals``) keeps it."""

from functools import partial

from sxtdbv_cli.model.sums import Kind
from sxtdbv_cli.rules.rule import Severity, Text
from sxtdbv_cli.rules.words import sum_hits

SEVERITY = Severity.ERROR
TITLE = Text("Quy tắc đã nêu không được giữ", "A stated rule does not hold")
MESSAGE = Text(
    "ghi {stated}, theo quy tắc đã nêu được {computed}, lệch {gap}",
    "states {stated}, the stated rule gives {computed}, off by {gap}",
)

check = partial(sum_hits, kind=Kind.STATED, message=MESSAGE)
