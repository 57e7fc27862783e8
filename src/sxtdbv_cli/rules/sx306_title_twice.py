"""SX306: the same title twice under one parent."""

import unicodedata
from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.sums import Subject
from sxtdbv_cli.text.language import Text

NAME = "title-twice"
SEVERITY = Severity.NOTE
TITLE = Text("Nội dung bị trùng", "The same title twice")
MESSAGE = Text(
    "nội dung này đã có ở dòng “{first}” cùng cấp; có thể một dòng bị ghi hai lần",
    "its sibling “{first}” has the same title; a line may be entered twice",
)


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every title that an earlier sibling has, in any case, spacing and form of Unicode."""
    plan = subject.plan
    for children in plan.children:
        seen: dict[str, int] = {}
        for line in children:
            title = " ".join(unicodedata.normalize("NFC", plan.lines.titles[line]).casefold().split())
            if title and seen.setdefault(title, line) != line:
                first = seen[title]
                yield Hit(("lines", line, "title"), {"first": plan.paths[first]}, (("lines", first, "title"),))
