"""Sums that no coincidence gives: exact in every column, by many digits."""

from collections.abc import Sequence, Set
from itertools import count as count_from
from math import gcd

from sxtdbv_cli.model.plan import Amount, Role
from sxtdbv_cli.tables.entries import Entry, Tally, by_columns, sums
from sxtdbv_cli.tables.totals.forest import Forest

_PART = Role.PART
DIGITS = 8
"""So many digits that agree are no coincidence."""
TOLD = 4
"""So many are none where words say that it is a total."""
SAID = 2
"""So many where the table says which lines it is the sum of."""
SEVERAL = 2
"""Where more columns tell, by so many more digits, another may be off by anything."""
SCALED = 1000
"""A figure below has too few digits to tell anything."""
SWAPPED = 2
"""So many digits, a multiple of nine, are off by two neighbours exchanged."""


def last_run(forest: Forest, total: Entry, lines: Sequence[int], digits: int = DIGITS) -> Sequence[int]:
    """The last of some lines, two at least, that a total is exactly the sum of, and those without figures that count up
    to the first of them; empty if there are none. Where its formulas add just them, few digits will do."""
    figures = _reaching(forest, total, lines)
    count = count_added(total.figures, figures, digits=digits)
    if not count and total.adds:
        count = count_added(total.figures, figures, digits=TOLD)
        count = count if count and forest.adds(total, lines[-count:]) else 0
    while 0 < count < len(lines) and _counts_up_to(forest, lines[-count - 1], lines[-count]):
        count += 1
    return lines[len(lines) - count :] if count else ()


def _reaching(forest: Forest, total: Entry, lines: Sequence[int]) -> list[tuple[Amount, ...]]:
    """The figures of the last of some lines; where none is negative, no further than until they are past a total."""
    left = [figure for figure in total.figures if figure and forest.margin is not None]
    columns = [column for column, figure in enumerate(total.figures) if figure]
    found: list[tuple[Amount, ...]] = []
    for line in reversed(lines):
        found.append(figures_of(forest, line))
        left = [rest - (found[-1][column] or 0) for rest, column in zip(left, columns, strict=False)]
        if left and max(left) < 0:
            break
    return found[::-1]


def _counts_up_to(forest: Forest, above: int, first: int) -> bool:
    """Whether a line without figures, that heads none, has the number right before that of another: 1 and 2."""
    bare = not forest.entries[above].has_figures and not forest.children(above)
    pairs = [(mark, other) for mark in forest.entries[first].marks for other in forest.entries[above].marks]
    return bare and any(mark.continues(other) and mark.ordinal == other.ordinal + 1 for mark, other in pairs)


def figures_of(forest: Forest, line: int) -> tuple[Amount, ...]:
    """The figures that a line adds: its own, or of a section without any those of the lines below it together."""
    own = forest.entries[line]
    if own.has_figures and forest.roles[line] is _PART:
        return own.figures  # as most lines are asked for, again and again
    return sums([part.figures for part in forest.parts([line])]) or (None,) * len(own.figures)


def count_added(
    whole: Sequence[Amount], parts: Sequence[Sequence[Amount]], fewest: int = 2, digits: int = DIGITS
) -> int:
    """How many parts, from the last one, are exactly a whole in every column they state, two of them at least other
    than nought, by so many digits that chance would hardly do it; 0 for none. In one of several columns it may be off
    by a slip of the hand or hardly at all, if the others have as many digits as where words say that it is a total; by
    anything, if many others have many more; in several, if more are exact, as rounding does."""
    stated = [column for column, figure in enumerate(whole) if figure]
    if not stated:
        return 0
    first, other = stated[0], stated[len(stated) > 1]
    sought, also, added, beside = whole[first], whole[other], 0, 0
    for count, part in enumerate(reversed(parts), 1):
        added += part[first] or 0
        beside += part[other] or 0
        if (added == sought or beside == also) and count >= fewest and _is_sum(whole, parts[-count:], digits):
            return count
    return 0


def _is_sum(whole: Sequence[Amount], parts: Sequence[Sequence[Amount]], digits: int) -> bool:
    """Whether a whole is exactly the sum of parts, in the way of ``count_added``; a column in which no part states
    anything shows nothing."""
    pairs = zip(whole, zip(*parts, strict=True), strict=True)
    told = [(stated or 0, [*filter(None, column)]) for stated, column in pairs if any(a is not None for a in column)]
    off = [one for one in told if sum(one[1]) != one[0]]
    if max((len(column) for _, column in told), default=0) <= 1:
        return False
    right = {stated for stated, column in told if stated and sum(column) == stated}
    shown = shown_by(right, parts)
    sure = len(right) > SEVERAL and shown >= DIGITS + TOLD
    if len(off) > 1 and not (sure and len(right) > len(off) and _are_rounded(off)):
        return False
    slight = sure or all(is_slip(*one) or abs(one[0] - sum(one[1])) <= len(one[1]) for one in off)
    return slight and shown >= (max(digits, TOLD) if off else digits)


def _are_rounded(off: Sequence[tuple[int, Sequence[int]]]) -> bool:
    """Whether sums are off by no more than rounding to the last digit makes, as those in thousands are."""
    step = gcd(*(amount for _, column in off for amount in column))
    return all(abs(stated - sum(column)) <= (len(column) // 2 + 1) * step for stated, column in off)


def shown_by(sums: Set[int], parts: Sequence[Sequence[Amount]]) -> int:
    """The digits of sums, without the zeros that all of their parts end in; 0 where these are all nought."""
    step = gcd(*(amount for part in parts for amount in part if amount))
    if not step:
        return 0
    zeros = next(zeros for zeros in count_from(0) if step % 10 ** (zeros + 1))
    return sum(max(0, len(str(abs(figure))) - zeros) for figure in sums)


def is_slip(whole: int, amounts: Sequence[int], told: int = TOLD) -> bool:
    """Whether one digit, or two neighbours exchanged, in a total or in one of its parts explain what it is off by, and
    rounding does not: of totals with ``told`` digits, without the zeros all figures end in, chance does that to one of
    a hundred. So does a zero, or three of them, too many or too few; but a tenth of a sum may be its tax. So does a
    minus before an amount that is added."""
    if _is_scaled(whole, amounts):
        return True
    gap = whole - sum(amounts)
    digits, off = str(abs(whole)), str(abs(gap)).rstrip("0")
    if gap >= 2 * SCALED and -gap in [2 * amount for amount in amounts]:
        return True
    if not (len(off) == 1 or (len(off) == SWAPPED and int(off) % 9 == 0)):
        return False
    zeros = min(len(text) - len(text.rstrip("0")) for text in (digits, *map(str, filter(None, amounts))))
    return abs(gap) > len(amounts) * 10**zeros and len(digits) - zeros >= told


def _is_scaled(whole: int, amounts: Sequence[int]) -> bool:
    """Whether a total of several digits, or one of its parts, is ten or a thousand times what it has to be, or that is
    so many times the figure; but a tenth of a sum may be its tax."""
    total = sum(amounts)
    for times in (10, 1000):
        share, rest = divmod(whole - total, times - 1)
        if not rest and abs(share) >= SCALED and (share in amounts or -share * times in amounts):
            return 10 * whole != total
        if min(abs(whole), abs(total)) >= SCALED and (whole == times * total or 1000 * whole == total):
            return True
    return False


def adds_but_for_slip(whole: Entry, parts: Sequence[Entry], step: int) -> bool:
    """Whether a line is the sum of several others, or a slip of the hand explains what it is off by; noughts alone say
    nothing."""
    return len(parts) > 1 and any(stated for stated, _ in by_columns(whole, parts)) and slipped(whole, parts, step)


def slipped(whole: Entry, parts: Sequence[Entry], step: int, minus: Sequence[Entry] = (), *, told: int = TOLD) -> bool:
    """Whether a slip of the hand explains what a line is off by, in every column where it is."""
    for column, stated in enumerate(whole.figures):
        added = [amount for part in parts if (amount := part.figures[column]) is not None]
        taken = [-amount for part in minus if (amount := part.figures[column]) is not None]
        amounts = added + taken
        if not (stated and amounts) or Tally(step).agrees(stated - sum(amounts), len(amounts) + 1):
            continue
        if not is_slip(stated, amounts, told):
            return False
    return True
