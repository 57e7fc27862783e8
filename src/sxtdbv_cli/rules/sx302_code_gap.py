"""SX302: a gap or disorder in the codes of siblings: 1.1, 1.3."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.rules.codes import Place, canonical, in_order, parts, places
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text, confirmed

SEVERITY = Severity.WARNING
TITLE = Text("Số thứ tự không liên tục", "The codes do not follow each other")
MESSAGE = Text(
    "sau “{before}” là “{code}”; số thứ tự không liên tục, có thể thiếu dòng hoặc sai thứ tự",
    "“{before}” is followed by “{code}”; a line may be missing or out of order",
)

FIRST = Text(
    "số thứ tự đầu tiên ở đây là “{code}”; có thể thiếu dòng đứng trước",
    "the first code here is “{code}”; a line before it may be missing",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every code that does not follow that of the sibling before it; a note where the sums of its line
    hold, so that nothing that counts is missing, and in an excerpt, which leaves out numbers more than once."""
    plan, found = subject.plan, []
    for hit in _breaks_of(subject):
        line = int(hit.address[1])
        stated = [plan.cell(line, at) for at, amounts in enumerate(plan.lines.amounts) if amounts[line]]
        found.append((hit, stated))
    sound = confirmed(subject, [cell for _, cells in found for cell in cells], typed=True, down=True)
    for hit, cells in found:
        yield hit._replace(severity=Severity.NOTE) if cells and sound.issuperset(cells) else hit


def _breaks_of(subject: Subject) -> Hits:
    """The codes out of order.

    Codes of different styles are not compared, nor is the same code twice (SX301), nor are the numbers of accounts
    (6001, 6003), nor the next full ten of a line that is worked out from others (*10 = 01 + 02*). The first of all must
    be a first one where that is sure.
    """
    codes, ruled = subject.plan.lines.codes, {rule.whole for rule in subject.plan.line_rules}
    if _count_on(codes):
        return
    for parent, children in subject.siblings:
        if not children or in_order([codes[line] for line in children]):
            continue
        coded = [(line, code.strip(), places(code)) for line in children if (code := codes[line])]
        if _are_accounts([code for _, code, _ in coded]) or _are_keys([found for _, _, found in coded]):
            continue
        over = codes[parent] or "" if parent < len(codes) else None
        late = coded and _starts_late(over, [found for _, _, found in coded[:2]])
        if late and not _led_up_to(subject.plan, coded[0][0], coded[0][2]):
            yield Hit(("lines", coded[0][0], "code"), {"code": coded[0][1]}, message=FIRST)
        breaks = [
            (line, {"before": before, "code": code}, min(_steps(first, second)))
            for (above, before, first), (line, code, second) in pairwise(coded)
            if _breaks(first, second)
            and canonical(before) != canonical(code)
            and not _stands_below(subject.plan, above, first, second)
        ]
        onward = len(breaks) > 1 and all(step > 1 for *_, step in breaks)
        excerpt = onward or len(breaks) > MOST_GAPS  # one line in a wrong place makes so many
        for line, facts, _ in breaks:
            if line in ruled and any(place.number % TEN == 0 for place in places(str(facts["code"]))):
                continue
            yield Hit(("lines", line, "code"), facts, severity=Severity.NOTE if excerpt else None)


TEN = 10
ACCOUNT = 3
"""So many digits an account has at least."""
MOST_GAPS = 3
"""So many gaps may be mistakes."""


def _are_accounts(codes: list[str]) -> bool:
    """Whether numbers name accounts rather than count: all of one length, and the last part of three digits or more,
    as those of the budget index are (*Khoản* 071, 072), ten or more."""
    last = [re.split(r"[.\-/]", code)[-1] for code in codes]
    named = all(part.isdecimal() and len(part) >= ACCOUNT and int(part) >= TEN for part in last)
    return named and len({*map(len, codes)}) == 1


def _are_keys(coded: list[tuple[Place, ...]]) -> bool:
    """Whether numbers name their lines rather than count them: most of them leave numbers out, or what is left out
    goes on to the next full ten, as in the codes of a form (*Mã số* 01, 02, 10, 11, 20), or none is below ten and they
    stand in no order (*Mã nguồn* 13, 12, 14)."""
    numbers = [places[0].number for places in coded if places]
    if min(numbers, default=0) >= TEN and numbers != sorted(numbers):
        return True
    gaps = [second for first, second in pairwise(coded) if _breaks(first, second)]
    tens = sum(any(place.number % TEN == 0 for place in places) for places in gaps)
    most = 2 * len(gaps) > len(coded) or 2 * tens > len(gaps)
    return tens == len(gaps) > 1 or (len(gaps) >= MOST_GAPS and most)


def _count_on(codes: Sequence[str | None]) -> bool:
    """Whether the numbers count on from line to line through all levels: 1, below it 2 and 3, then 4."""
    numbers = [code.strip().rstrip(".)") for code in codes if code]
    return len(numbers) > 2 and numbers == [*map(str, range(1, len(numbers) + 1))]


def _starts_late(above: str | None, first: list[tuple[Place, ...]]) -> bool:
    """Whether a list surely begins after its first code: 1.2 under 1; at the top II and III, or 2 and 3
    (``above`` is the code of the parent, None at the top).

    Elsewhere numbers may go on from the list before, and one line at the top may be all there is.
    """
    late = {place.style for place in first[0] if place.number > 1}
    if above is not None:
        return f"{'.'.join(parts(above) or '?')}.1" in late
    after = {Place(place.style, place.number - 1) for place in first[-1]}
    return any(place in after for place in first[0] if place.style in late & {"I", "1"})


def _breaks(first: tuple[Place, ...], second: tuple[Place, ...]) -> bool:
    """Whether two codes share a style but in none of those follow each other.

    I, V and X beside a letter may be Roman numbers among letters: nothing is said of them.
    """
    steps = _steps(first, second)
    return 1 not in steps and bool(steps) and _roman(first) == _roman(second)


def _stands_below(plan: Plan, line: int, first: tuple[Place, ...], second: tuple[Place, ...]) -> bool:
    """Whether what is left out between a line and the next stands right below it and begins no list there: B below
    A = I + B."""
    below = {place for child in plan.children[line] if (code := plan.lines.codes[child]) for place in places(code)}
    gaps = [
        (before, {Place(before.style, number) for number in range(before.number + 1, after.number)})
        for before in first
        for after in second
        if before.style == after.style
    ]
    return any(missing and missing <= below and before not in below for before, missing in gaps)


def _led_up_to(plan: Plan, line: int, own: tuple[Place, ...]) -> bool:
    """Whether the numbers before that of a line are those of the lines below it: 1, 2 and 3 below 4 = 1 + 2 + 3."""
    below = {place for child in plan.children[line] if (code := plan.lines.codes[child]) for place in places(code)}
    return any(
        {Place(place.style, number) for number in range(1, place.number)} <= below for place in own if place.number > 1
    )


def _roman(readings: tuple[Place, ...]) -> bool:
    return any(reading.style == "I" for reading in readings)


def _steps(before: tuple[Place, ...], code: tuple[Place, ...]) -> set[int]:
    """How far two codes are apart in each style that they share."""
    return {after.number - first.number for first in before for after in code if first.style == after.style}
