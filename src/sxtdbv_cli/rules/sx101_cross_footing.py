"""SX101: the parts of a row add up to its total (cross-footing, cộng ngang)."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.model.sums import Kind
from sxtdbv_cli.rules.words import sum_hits
from sxtdbv_cli.text.language import Text

NAME = "cross-footing"
SEVERITY = Severity.ERROR
TITLE = Text("Các cột không cộng bằng tổng của dòng", "The columns do not add up to the row total")
MESSAGE = Text(
    "ghi {stated}, cộng lại được {computed}, lệch {gap}", "states {stated}, adds up to {computed}, off by {gap}"
)


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every row total that differs from the sum of its parts."""
    yield from sum_hits(subject, Kind.CROSS_FOOTING, MESSAGE)
