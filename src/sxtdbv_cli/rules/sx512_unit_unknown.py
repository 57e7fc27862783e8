"""SX512: the unit is not known."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.rules.doubts import told
from sxtdbv_cli.text.language import Text

NAME = "unit-unknown"
SEVERITY = Severity.NOTE
TITLE = Text("Không rõ đơn vị tính", "The unit is not known")
MESSAGE = Text("bảng không nêu đơn vị tính; hãy nêu bằng --unit", "the table states no unit; state it with --unit")


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every doubt of the recogniser about it."""
    yield from told(subject, "SX512")
