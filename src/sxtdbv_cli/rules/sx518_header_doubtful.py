"""SX518: the header is doubtful."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.rules.doubts import told
from sxtdbv_cli.text.language import Text

NAME = "header-doubtful"
SEVERITY = Severity.WARNING
TITLE = Text("Tên cột chưa chắc chắn", "The header is doubtful")
MESSAGE = Text(
    "bảng không có tên cột; hãy nêu các cột bằng --columns", "the table has no header; state the columns with --columns"
)


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every doubt of the recogniser about it."""
    yield from told(subject, "SX518")
