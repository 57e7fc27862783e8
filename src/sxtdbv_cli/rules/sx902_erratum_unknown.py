"""SX902: an erratum that names no cell of the plan."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.text.language import Text

NAME = "erratum-unknown"
SEVERITY = Severity.ERROR
TITLE = Text("Đính chính cho một ô không có", "An erratum of a cell that is not there")
MESSAGE = Text(
    "không có ô {line}, cột {column} (hoặc có nhiều dòng trùng tên này); đính chính không được áp dụng",
    "there is no cell {line}, column {column} (or several lines of that path); it was not applied",
)


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every erratum whose line and column name no single cell."""
    for index, erratum in enumerate(subject.printed.errata):
        if subject.printed.find(erratum.line, erratum.column) is None:
            yield Hit(("errata", index, "line"), {"line": erratum.line, "column": erratum.column})
