"""SX303: a code that does not belong under its parent: 2.1 under 1."""

from collections import Counter

from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.rules.codes import in_order, parts, places
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.WARNING
TITLE = Text("Số thứ tự không thuộc dòng trên", "A code does not belong under its parent")
MESSAGE = Text(
    "số thứ tự “{code}” không thuộc dòng trên “{parent}”; có thể dòng này đặt nhầm chỗ",
    "the code “{code}” does not belong under “{parent}”; the line may stand in the wrong place",
)
ODD = Text(
    "số thứ tự “{code}” khác nhóm “{prefix}” của các dòng cùng cấp; có thể dòng này đặt nhầm chỗ",
    "the code “{code}” is not of the group “{prefix}” of its siblings; the line may stand in the wrong place",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every dotted code whose beginning is not the code of its parent, compared part by part.

    Under a parent with another kind of code (III, A) siblings are held against most of each other, at the top
    of the table against nothing. Where most Roman parents of a plan, and two others at least, have their own number
    before their lines (III, 3.1), all are held to it.
    """
    lines = subject.plan.lines
    owned = _owned(subject.plan)
    for parent, children in enumerate(subject.plan.children):
        if not children or parent == len(lines):
            continue  # a flat table may hold 1.1, 1.2, 2.1 side by side
        above = lines.codes[parent] or ""
        codes = [lines.codes[line] for line in children]
        if codes[0] == f"{above}.1" and parts(above) and in_order(codes):
            continue
        dotted = {line: found for line in children if (found := parts(lines.codes[line] or "")) and len(found) > 1}
        wanted = _heading(parts(above)) or owned.get(parent)
        usual = wanted or _usual(list(dotted.values()))
        for line, found in dotted.items():
            if usual is not None and (found[: len(usual)] != usual or found == wanted):
                facts = {"code": lines.codes[line], "parent": above, "prefix": ".".join(usual)}
                yield Hit(("lines", line, "code"), facts, message=MESSAGE if wanted else ODD)


def _heading(code: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """What the codes below one begin with: those below 1.0 are 1.1, 1.2."""
    return _heading(code[:-1]) if code and code[1:] and set(code[-1]) == {"0"} else code


def _owned(plan: Plan) -> dict[int, tuple[str, ...]]:
    """The numbers of Roman parents as their lines write them; none where the plan does not go by them."""
    numbers: dict[int, tuple[str, ...]] = {}
    kept = 0
    for parent, children in enumerate(plan.children[:-1]):
        if not children:
            continue
        number = next(
            (str(place.number) for place in places(plan.lines.codes[parent] or "") if place.style == "I"), None
        )
        if not number:
            continue
        dotted = [found for line in children if (found := parts(plan.lines.codes[line] or ""))]
        if any(len(found) > 1 for found in dotted):
            numbers[parent] = (number,)
            kept += all(found[0] == number for found in dotted)
    return numbers if kept > 1 and 2 * kept > len(numbers) else {}


def _usual(codes: list[tuple[str, ...]]) -> tuple[str, ...] | None:
    """What most of several codes begin with; None where that is not clear."""
    counts = Counter(code[:-1] for code in codes)
    (prefix, count), *_ = counts.most_common(1) or [((), 0)]
    return prefix if 2 * count > len(codes) and count > 1 else None
