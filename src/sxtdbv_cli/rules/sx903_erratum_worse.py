"""SX903: an erratum that leaves a sum worse than it was printed."""

from sxtdbv_cli.model.plan import DECLARED
from sxtdbv_cli.model.subject import applied
from sxtdbv_cli.rules.rule import Facts, Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.ERROR
TITLE = Text("Đính chính làm một phép cộng lệch thêm", "An erratum leaves a sum worse")
MESSAGE = Text(
    "với đính chính của {line}, cột {column}, phép cộng của {whole}, cột {of} lệch {gap} thay vì {before}; "
    "hãy kiểm tra số đính chính",
    "with the erratum of {line}, column {column}, the sum of {whole}, column {of} is off by {gap} instead of {before}; "
    "check the correct figure",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every applied erratum that stands in a sum farther off than as printed, once each."""
    plan = subject.printed
    before = {balance.sum: abs(balance.gap) for balance in subject.as_printed.failing}
    for index, cell in applied(plan).items():
        erratum = plan.errata[index]
        worse = (
            balance
            for balance in subject.audit.failing
            if cell in balance.sum.cells and abs(balance.gap) > before.get(balance.sum, 0)
        )
        for balance in list(worse)[:1]:
            line, column = plan.position(balance.sum.whole)
            facts: Facts = {
                "line": erratum.line,
                "column": erratum.column,
                "whole": plan.paths[line] if line < len(plan.lines) else DECLARED,
                "of": plan.columns[column].key,
                "gap": abs(balance.gap),
                "before": before.get(balance.sum, 0),
            }
            yield Hit(("errata", index, "correct"), facts)
