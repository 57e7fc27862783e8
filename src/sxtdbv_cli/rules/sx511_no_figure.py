"""SX511: a cell of amounts holds a mark, a word or a percentage."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.rules.doubts import told
from sxtdbv_cli.text.language import Text

NAME = "no-figure"
SEVERITY = Severity.WARNING
TITLE = Text("Ô số tiền không chứa số", "A cell of amounts that holds no figure")
MESSAGE = Text(
    "“{text}” không phải là số tiền; ô này được coi là để trống", "“{text}” is no amount; the cell is taken as blank"
)


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every doubt of the recogniser about it."""
    yield from told(subject, "SX511")
