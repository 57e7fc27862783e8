"""SX515: a rule of a line is doubtful."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.rules.doubts import told
from sxtdbv_cli.text.language import Text

NAME = "line-rule-doubtful"
SEVERITY = Severity.WARNING
TITLE = Text("Quy tắc của dòng chưa chắc chắn", "A rule of a line is doubtful")
MESSAGE = Text(
    "bảng ghi “{rule}” nhưng các số không theo; hãy sửa quy tắc hoặc sửa số",
    "the table states “{rule}” but the figures do not agree; mend the rule or the figures",
)


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every doubt of the recogniser about it."""
    yield from told(subject, "SX515")
