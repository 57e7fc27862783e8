"""SX302: a gap or disorder in the codes of siblings: 1.1, 1.3."""

from collections.abc import Iterator
from itertools import pairwise

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.sums import Subject
from sxtdbv_cli.rules.codes import Place, canonical, places
from sxtdbv_cli.text.language import Text

NAME = "code-gap"
SEVERITY = Severity.WARNING
TITLE = Text("Số thứ tự không liên tục", "The codes do not follow each other")
MESSAGE = Text(
    "sau “{before}” là “{code}”; số thứ tự không liên tục, có thể thiếu dòng hoặc sai thứ tự",
    "“{before}” is followed by “{code}”; a line may be missing or out of order",
)


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every code that does not follow that of the sibling before it.

    Codes of different styles are not compared, nor is the same code twice (SX301).
    """
    codes = subject.plan.lines.codes
    for children in subject.plan.children:
        coded = [(line, code.strip(), places(code)) for line in children if (code := codes[line])]
        for (_, before, first), (line, code, second) in pairwise(coded):
            if _breaks(first, second) and canonical(before) != canonical(code):
                yield Hit(("lines", line, "code"), {"before": before, "code": code})


def _breaks(first: tuple[Place, ...], second: tuple[Place, ...]) -> bool:
    """Whether two codes share a style but in none of those follow each other.

    I, V and X beside a letter may be Roman numbers among letters: nothing is said of them.
    """
    steps = _steps(first, second)
    return 1 not in steps and bool(steps) and _roman(first) == _roman(second)


def _roman(readings: tuple[Place, ...]) -> bool:
    return any(reading.style == "I" for reading in readings)


def _steps(before: tuple[Place, ...], code: tuple[Place, ...]) -> set[int]:
    """How far two codes are apart in each style that they share."""
    return {after.number - first.number for first in before for after in code if first.style == after.style}
