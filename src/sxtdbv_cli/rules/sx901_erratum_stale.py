"""SX901: an erratum that corrects a figure which the line does not state."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Fact, Hit, Severity
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.text.language import Text

NAME = "erratum-stale"
SEVERITY = Severity.ERROR
TITLE = Text("Đính chính không khớp với số đã in", "An erratum that does not match the printed figure")
MESSAGE = Text(
    "đính chính ghi số đã in của {line}, cột {column} là {stated}, nhưng dòng ghi {printed}; không áp dụng được",
    "the erratum says that {line}, column {column} states {stated}, but it states {printed}; it was not applied",
)
BLANK = Text("ô trống", "nothing")


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every erratum whose ``stated`` is not what the cell states."""
    plan = subject.printed
    for index, erratum in enumerate(plan.errata):
        cell = plan.find(erratum.line, erratum.column)
        if cell is not None and plan.cells[cell] != erratum.stated:
            printed = plan.cells[cell]
            facts: dict[str, Fact] = {
                "line": erratum.line,
                "column": erratum.column,
                "stated": erratum.stated,
                "printed": BLANK if printed is None else printed,
            }
            yield Hit(("errata", index, "stated"), facts)
