"""SX104: a line or a column that states its own rule (``equals``) keeps it."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.model.sums import Kind
from sxtdbv_cli.rules.words import sum_hits
from sxtdbv_cli.text.language import Text

NAME = "stated-rule"
SEVERITY = Severity.ERROR
TITLE = Text("Quy tắc đã nêu không được giữ", "A stated rule does not hold")
MESSAGE = Text(
    "ghi {stated}, theo quy tắc đã nêu được {computed}, lệch {gap}",
    "states {stated}, the stated rule gives {computed}, off by {gap}",
)


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every stated rule that fails."""
    yield from sum_hits(subject, Kind.STATED, MESSAGE)
