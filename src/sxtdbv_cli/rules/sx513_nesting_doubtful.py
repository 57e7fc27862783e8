"""SX513: the level of a line is doubtful."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.rules.doubts import told
from sxtdbv_cli.text.language import Text

NAME = "nesting-doubtful"
SEVERITY = Severity.WARNING
TITLE = Text("Cấp của dòng chưa chắc chắn", "The level of a line is doubtful")
MESSAGE = Text(
    "không chắc dòng này thuộc dòng nào; xem cây dòng bằng sxtdbv inspect",
    "it is not certain which line this one belongs to; see the tree in sxtdbv inspect",
)


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every doubt of the recogniser about it."""
    yield from told(subject, "SX513")
