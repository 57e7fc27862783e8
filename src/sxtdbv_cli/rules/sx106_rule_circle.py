"""SX106: stated rules that go round in a circle: A is B + C, and B is A - C."""

from collections.abc import Mapping, Sequence

from sxtdbv_cli.model.formula import circles
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.ERROR
TITLE = Text("Các quy tắc đã nêu đi vòng tròn", "Stated rules go round in a circle")
MESSAGE = Text(
    "quy tắc này quay về chính nó ({circle}): không số nào trong đó được tính từ số khác; hãy bỏ một quy tắc",
    "this rule leads back to itself ({circle}), so that none of these figures is worked out; remove one of the rules",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every circle of rules of columns, and of rules of lines, at the last rule of it."""
    plan = subject.plan
    columns = {own: (*column.plus, *column.minus) for own, column in enumerate(plan.columns)}
    for circle in circles(_stated(columns)):
        key = "equals" if plan.columns[circle[0]].equals else "parts"
        yield Hit(("columns", circle[0], key), _facts([plan.columns[own].key for own in circle]))
    lines = {rule.whole: (*rule.plus, *rule.minus) for rule in plan.line_rules}
    for circle in circles(_stated(lines)):
        yield Hit(("lines", circle[0], "equals"), _facts([plan.paths[line] for line in circle]))


def _stated(rules: Mapping[int, Sequence[int]]) -> Mapping[int, Sequence[int]]:
    """The rules without the terms that state none: those lead nowhere."""
    return {own: [term for term in terms if rules.get(term)] for own, terms in rules.items() if terms}


def _facts(names: list[str]) -> dict[str, str]:
    return {"circle": " → ".join(names)}
