"""SX517: something was converted."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.rules.doubts import remarked, told
from sxtdbv_cli.text.language import Text

NAME = "converted"
SEVERITY = Severity.NOTE
TITLE = Text("Nội dung đã được chuyển đổi", "Something was converted")
MESSAGE = Text("đã chuyển đổi {count:d} ô", "{count:d} {count:cell was|cells were} converted")


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every doubt of the recogniser, and every remark of a reader, about it."""
    yield from told(subject, "SX517")
    yield from remarked(subject, "SX517")
