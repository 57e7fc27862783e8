"""SX516: something was not read."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.rules.doubts import told
from sxtdbv_cli.text.language import Text

NAME = "table-left-out"
SEVERITY = Severity.WARNING
TITLE = Text("Có phần không được đọc", "Something was not read")
MESSAGE = Text(
    "bảng khác trên cùng trang không được đọc; để đọc bảng đó, hãy nêu --range",
    "another table on the sheet was not read; to read that one, state --range",
)


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every doubt of the recogniser about it."""
    yield from told(subject, "SX516")
