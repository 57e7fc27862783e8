"""SX301: the same code twice under one parent."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.plan import is_mark
from sxtdbv_cli.model.sums import Subject
from sxtdbv_cli.rules.codes import canonical, in_order
from sxtdbv_cli.text.language import Text

NAME = "code-twice"
SEVERITY = Severity.WARNING
TITLE = Text("Số thứ tự bị trùng", "A code is used twice")
MESSAGE = Text(
    "số thứ tự “{code}” đã dùng cho dòng “{first}” cùng cấp",
    "the code “{code}” is already used by its sibling “{first}”",
)


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every code that an earlier sibling has; the marks of bullets (``-``, ``+``) are no codes."""
    lines = subject.plan.lines
    for children in subject.plan.children:
        if not children or in_order([lines.codes[line] for line in children]):
            continue
        seen: dict[str, int] = {}
        for line in children:
            code = (lines.codes[line] or "").strip()
            if code and (first := seen.setdefault(canonical(code), line)) != line and not is_mark(code):
                yield Hit(
                    ("lines", line, "code"), {"code": code, "first": lines.titles[first]}, (("lines", first, "code"),)
                )
