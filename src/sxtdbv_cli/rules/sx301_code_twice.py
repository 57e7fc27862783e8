"""SX301: the same code twice under one parent."""

from sxtdbv_cli.model.plan import is_mark
from sxtdbv_cli.rules.codes import are_keys, canonical, in_order, repeats
from sxtdbv_cli.rules.rule import Hits, Severity, Subject, Text

SEVERITY = Severity.WARNING
TITLE = Text("Số thứ tự bị trùng", "A code is used twice")
MESSAGE = Text(
    "số thứ tự “{code}” đã dùng cho dòng “{first}” cùng cấp",
    "the code “{code}” is already used by its sibling “{first}”",
)
MANY = Text(
    "{count:d} dòng cùng cấp có số thứ tự “{code}”; dòng đầu là “{first}”",
    "{count:d} siblings have the code “{code}”; the first is “{first}”",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every code that several siblings have; the marks of bullets (``-``, ``+``) are no codes. A slip
    makes one code twice; where more are, they sort the lines, and it is a note."""
    lines = subject.plan.lines
    for parent, children in subject.siblings:
        if not children or in_order([lines.codes[line] for line in children]):
            continue
        coded = [(canonical(code), line) for line in children if (code := (lines.codes[line] or "").strip())]
        codes = [code for code, _ in coded]
        if are_keys(codes) or (parent < len(lines) and {*codes} == {canonical(lines.codes[parent] or "")}):
            continue  # the code of their group stands on each of them
        found = [*repeats((code, line) for code, line in coded if not is_mark(code))]
        severity = Severity.NOTE if sum(repeat.lines - 1 for repeat in found) > 1 else None
        for repeat in found:
            facts = {"code": (lines.codes[repeat.second] or "").strip(), "first": lines.titles[repeat.first]}
            yield repeat.hit("code", facts, MANY)._replace(severity=severity)
