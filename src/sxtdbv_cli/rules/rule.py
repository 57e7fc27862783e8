"""What a rule is written with: its texts, what it looks at, what it yields."""

from collections.abc import Callable, Iterator

from sxtdbv_cli.model.finding import Fact, Hit, Severity
from sxtdbv_cli.model.sheet import GRID
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.text.language import Text

__all__ = ["Facts", "Hit", "Hits", "Severity", "Subject", "Text", "telling"]

Facts = dict[str, Fact]
Hits = Iterator[Hit]


def telling(code: str) -> Callable[[Subject], Hits]:
    """What checks a plan for a rule that tells the doubts of the recogniser and the remarks of the readers: a hit for
    each of a code about the table it was read from."""

    def check(subject: Subject) -> Hits:
        if subject.sheet is None:
            return
        for doubt in subject.sheet.understanding.doubts:
            if doubt.code == code:
                yield Hit(doubt.address, doubt.facts, message=doubt.message)
        for remark in subject.sheet.grid.remarks:
            if remark.code == code:
                yield Hit((GRID, remark.row, remark.column), remark.facts, message=remark.message)

    return check
