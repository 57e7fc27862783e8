"""By results: a statement goes on from one result to the next (*Net cost of services*, *Operating result*), each the
sum of the lines since the last one and of that."""

from collections.abc import Sequence
from itertools import takewhile
from math import gcd

from sxtdbv_cli.model.plan import NOWHERE, Amount
from sxtdbv_cli.tables.entries import Entry, digits_of
from sxtdbv_cli.tables.nest.way import Nested, Way
from sxtdbv_cli.tables.words.totals import is_balance, names_rest
from sxtdbv_cli.text.language import Text

FEW = 2
"""So many results, lines of one and columns at least."""
DIGITS, TOLD, FEWER = 16, 4, 7
"""So many digits of all results, and of each, that agree are no coincidence; so many of three results and more that
follow from each other in one column."""
FAR = 100
LONGEST = 100
"""A table of more lines is no statement."""
_WHY = Text(
    "theo các kết quả: mỗi dòng nằm trong một kết quả đứng sau nó", "by results: every line is in a result behind it"
)


def by_results(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by results, where every line but the last is in one of several, one is called so, and several columns
    tell it by many digits, of which one may be wrong; or one column, where there are more and no other line. A line
    without figures heads no others, for sections have totals; no balance is a result, and what is called a total is
    one. Behind the last what is far too small to be a part of it may stand beside it: earnings per share."""
    if len(entries) > LONGEST or any(entry.listed or entry.is_bullet for entry in entries):
        return ()
    parents, told = _parents([entry.figures for entry in entries])
    results = sorted({*parents} - {NOWHERE})
    carried = any(is_balance(entries[line].title) for line in results)
    bare = sum(1 for _ in takewhile(lambda entry: entry.total, entries))  # without lines of their own
    totals = {line for line, entry in enumerate(entries) if entry.total and line >= bare}
    apart = any(entry.opens for entry in entries[1:]) or not totals <= {*results}
    tops = [line for line, parent in enumerate(parents) if parent == NOWHERE]
    whole = len(results) >= FEW and not (carried or apart) and tops[0] == results[-1]
    whole = whole and all(_is_small(entries[line], entries[tops[0]]) for line in tops[1:])
    heads = [line for line, entry in enumerate(entries) if not entry.has_figures and line + 1 not in results]
    called = any(names_rest(entries[line].title) for line in results) or len(entries[0].figures) < FEW
    if not whole or heads or told < (DIGITS if len(entries[0].figures) > 1 else FEWER) or not called:
        return ()
    return (Way(_WHY, lambda _: Nested(parents), proved=True),)


def _is_small(line: Entry, whole: Entry) -> bool:
    """Whether a line states far less than another in each column."""
    pairs = zip(line.figures, whole.figures, strict=True)
    return line.has_figures and all(FAR * abs(own or 0) < abs(stated or 0) for own, stated in pairs if own)


def _parents(figures: Sequence[Sequence[Amount]]) -> tuple[list[int], int]:
    """For each line the one behind it that adds it with all since the last such, or with the last of these; and by how
    many digits they agree. In a single column three lines and more make the first result, and there are three."""
    parents, open_, told = [NOWHERE] * len(figures), list[int](), 0
    step = gcd(*(amount for line in figures for amount in line if amount))
    single = bool(figures) and len(figures[0]) == 1
    for line, whole in enumerate(figures):
        count, digits = _agreeing(whole, [figures[part] for part in open_], step)
        if count and not (single and not told and count <= FEW):
            told += digits
            for part in open_[len(open_) - count :]:
                parents[part] = line
            del open_[len(open_) - count :]
        open_.append(line)
    return parents, told if not single or len({*parents} - {NOWHERE}) > FEW else 0


def _agreeing(whole: Sequence[Amount], parts: Sequence[Sequence[Amount]], step: int) -> tuple[int, int]:
    """Of how many of the last of several a line is the sum in every column, but for what rounding to a step makes, and
    by how many digits; of all of them one of several columns may be off. Nothing where it is not."""
    single = len(whole) == 1
    added = [0] * len(whole)
    if sum(map(bool, whole)) < (1 if single else FEW):
        return 0, 0
    for count, part in enumerate(reversed(parts), 1):
        added = [total + (amount or 0) for total, amount in zip(added, part, strict=True)]
        every = count == len(parts)
        if count < FEW or (single and not every):
            continue
        right = [2 * abs((one or 0) - total) <= (count + 1) * step for one, total in zip(whole, added, strict=True)]
        digits = digits_of(one for one, agrees in zip(whole, right, strict=True) if agrees)
        if right.count(False) <= (every and not single) and digits >= (FEW if single else TOLD if every else 2 * TOLD):
            return count, digits
    return 0, 0
