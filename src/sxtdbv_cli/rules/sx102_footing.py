"""SX102: the child lines of a line add up to it, in every column (footing, cộng dọc)."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.model.sums import Kind
from sxtdbv_cli.rules.words import sum_hits
from sxtdbv_cli.text.language import Text

NAME = "footing"
SEVERITY = Severity.ERROR
TITLE = Text("Các dòng con không cộng bằng dòng trên", "The child lines do not add up to their parent")
MESSAGE = Text(
    "ghi {stated}, cộng lại được {computed}, lệch {gap}", "states {stated}, adds up to {computed}, off by {gap}"
)


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every parent whose figure differs from the sum of its child lines."""
    yield from sum_hits(subject, Kind.FOOTING, MESSAGE)
