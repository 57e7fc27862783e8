"""SX901: an erratum that corrects a figure which the line does not state."""

from sxtdbv_cli.rules.rule import Facts, Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.ERROR
TITLE = Text("Đính chính không khớp với số đã in", "An erratum that does not match the printed figure")
MESSAGE = Text(
    "đính chính ghi số đã in của {line}, cột {column} là {stated}, nhưng dòng ghi {printed}; không áp dụng được",
    "the erratum says that {line}, column {column} states {stated}, but it states {printed}; it was not applied",
)
SAME = Text(
    "đính chính của {line}, cột {column} ghi số đúng là {stated}, chính là số đã in; không đính chính gì",
    "the erratum of {line}, column {column} corrects {stated} to itself, so it corrects nothing",
)
BLANK = Text("ô trống", "nothing")


def check(subject: Subject) -> Hits:
    """Yield a hit for every erratum whose ``stated`` is not what the cell states, or is what it corrects it to."""
    plan = subject.printed
    for index, erratum in enumerate(plan.errata):
        cell = plan.find(erratum.line, erratum.column)
        if cell is None:
            continue
        printed = plan.cells[cell]
        facts: Facts = {"line": erratum.line, "column": erratum.column, "stated": erratum.stated}
        if printed != erratum.stated:
            yield Hit(("errata", index, "stated"), facts | {"printed": BLANK if printed is None else printed})
        elif erratum.correct == erratum.stated:
            yield Hit(("errata", index, "correct"), facts, message=SAME)
