"""SX903: an erratum that leaves a sum worse than it was printed."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Fact, Hit, Severity
from sxtdbv_cli.model.subject import Subject, applies
from sxtdbv_cli.text.language import Text

NAME = "erratum-worse"
SEVERITY = Severity.ERROR
TITLE = Text("Đính chính làm một phép cộng lệch thêm", "An erratum leaves a sum worse")
MESSAGE = Text(
    "với đính chính của {line}, cột {column}, một phép cộng lệch {gap} thay vì {before}; hãy kiểm tra số đính chính",
    "with the erratum of {line}, column {column}, a sum is off by {gap} instead of {before}; check the correct figure",
)


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every applied erratum that stands in a sum farther off than as printed, once each."""
    plan = subject.printed
    before = {balance.sum: balance.gap for balance in subject.as_printed.failing}
    for index, erratum in enumerate(plan.errata):
        cell = applies(plan, erratum)
        worse = (
            (abs(balance.gap), before.get(balance.sum, 0))
            for balance in subject.audit.failing
            if cell in balance.sum.cells and abs(balance.gap) > abs(before.get(balance.sum, 0))
        )
        for gap, was in list(worse)[:1]:
            facts: dict[str, Fact] = {"line": erratum.line, "column": erratum.column, "gap": gap, "before": abs(was)}
            yield Hit(("errata", index, "correct"), facts)
