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
DIGITS, TOLD = 16, 4
"""So many digits of all results, and of each, that agree are no coincidence."""
LONGEST = 100
"""A table of more lines is no statement."""
_WHY = Text(
    "theo các kết quả: mỗi dòng nằm trong một kết quả đứng sau nó", "by results: every line is in a result behind it"
)


def by_results(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by results, where every line but the last is in one of several, one is called so, and several columns
    tell it by many digits, of which one may be wrong. A line without figures heads no others, for sections have totals;
    no balance is a result, and what is called a total is one."""
    if len(entries) > LONGEST or any(entry.listed or entry.marks for entry in entries):
        return ()
    parents, told = _parents([entry.figures for entry in entries])
    results = sorted({*parents} - {NOWHERE})
    carried = any(is_balance(entries[line].title) for line in results)
    bare = sum(1 for _ in takewhile(lambda entry: entry.total, entries))  # without lines of their own
    totals = {line for line, entry in enumerate(entries) if entry.total and line >= bare}
    apart = any(entry.opens for entry in entries[1:]) or not totals <= {*results}
    whole = parents.count(NOWHERE) == 1 and len(results) >= FEW and not (carried or apart)
    heads = [line for line, entry in enumerate(entries) if not entry.has_figures and line + 1 not in results]
    if not whole or heads or told < DIGITS or not any(names_rest(entries[line].title) for line in results):
        return ()
    return (Way(_WHY, lambda _: Nested(parents), proved=True),)


def _parents(figures: Sequence[Sequence[Amount]]) -> tuple[list[int], int]:
    """For each line the one behind it that adds it with all since the last such; and by how many digits they agree."""
    parents, open_, told = [NOWHERE] * len(figures), list[int](), 0
    step = gcd(*(amount for line in figures for amount in line if amount))
    for line, whole in enumerate(figures):
        digits = _agreeing(whole, [figures[part] for part in open_], step)
        if digits >= TOLD:
            told += digits
            for part in open_:
                parents[part] = line
            open_ = []
        open_.append(line)
    return parents, told


def _agreeing(whole: Sequence[Amount], parts: Sequence[Sequence[Amount]], step: int) -> int:
    """By how many digits a line is the sum of several in every column but one, but for what rounding to a step makes;
    0 where it is not."""
    if len(parts) < FEW or sum(map(bool, whole)) < FEW:
        return 0
    columns = zip(whole, zip(*parts, strict=True), strict=True)
    gaps = [abs((stated or 0) - sum(filter(None, column))) for stated, column in columns]
    right = [2 * gap <= (len(parts) + 1) * step for gap in gaps]
    if right.count(False) > 1:
        return 0
    return digits_of(stated for stated, agrees in zip(whole, right, strict=True) if agrees)
