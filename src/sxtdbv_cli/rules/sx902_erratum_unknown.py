"""SX902: an erratum that names no cell of the plan."""

from sxtdbv_cli.rules.rule import Facts, Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.ERROR
TITLE = Text("Đính chính cho một ô không có", "An erratum of a cell that is not there")
MESSAGE = Text(
    "không có ô {line}, cột {column} (hoặc có nhiều dòng trùng tên này); đính chính không được áp dụng",
    "there is no cell {line}, column {column} (or several lines of that path); it was not applied",
)
SEVERAL = Text(
    "có nhiều đính chính cho ô {line}, cột {column}; không đính chính nào được áp dụng, hãy giữ lại một",
    "there are several errata of {line}, column {column}; none was applied, keep one of them",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every erratum whose line and column name no single cell, or one that another names too."""
    plan = subject.printed
    cells = [plan.find(erratum.line, erratum.column) for erratum in plan.errata]
    for index, (erratum, cell) in enumerate(zip(plan.errata, cells, strict=True)):
        facts: Facts = {"line": erratum.line, "column": erratum.column}
        if cell is None:
            yield Hit(("errata", index, "line"), facts)
        elif cells.index(cell) < index:
            yield Hit(("errata", index, "line"), facts, message=SEVERAL)
