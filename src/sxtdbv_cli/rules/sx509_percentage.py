"""SX509: a percentage that is not what its columns come to."""

from sxtdbv_cli.rules.cells import in_grid
from sxtdbv_cli.rules.rule import Facts, Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.WARNING
TITLE = Text("Tỷ lệ không khớp với hai cột số tiền", "A percentage that its columns do not come to")
MESSAGE = Text(
    "ghi {share}, nhưng {part} / {whole} được {quotient}; một trong ba số này sai",
    "states {share}, but {part} / {whole} is {quotient}; one of the three is wrong",
)
CHANGE = Text(
    "ghi {share}, nhưng ({part} - {whole}) / {whole} được {quotient}; một trong ba số này sai",
    "states {share}, but ({part} - {whole}) / {whole} is {quotient}; one of the three is wrong",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every percentage that is further off the quotient of its columns than rounding explains."""
    for one in subject.sheet.understanding.proportions if subject.sheet is not None else ():
        facts: Facts = {"share": one.stated, "part": one.part, "whole": one.whole, "quotient": one.computed}
        related = tuple(in_grid((one.row, column)) for column in one.columns)
        yield Hit(in_grid((one.row, one.column)), facts, related, message=CHANGE if one.change else None)
