"""Lines that are totals although words do not say so: formulas or figures add the lines above, or round a total."""

from collections.abc import Mapping, Sequence
from itertools import islice, product

from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.entries import Entry, Tally, digits_of, is_rounded, sums, weigh
from sxtdbv_cli.tables.nest.results import by_results
from sxtdbv_cli.tables.numbering import without_code
from sxtdbv_cli.tables.stated_rules import stated_rule
from sxtdbv_cli.tables.totals.exact import DIGITS, TOLD, count_added
from sxtdbv_cli.tables.totals.names import is_named
from sxtdbv_cli.tables.words.totals import is_balance, is_grand, is_rounding, is_total, names_rest

FEW = 2
MANY = 4
SIGNED = 5
"""The most lines of which any may be taken away to come to a result."""
MOST = 40
"""The most lines that a total is looked for among."""


def tell_totals(entries: Sequence[Entry]) -> None:
    """Tell which entries are totals, and which stand first or behind one; the results of a statement are lines.

    *Chi phí trước thuế* without a number, ``=D6+D10+D14``, is the total of the lines above it.
    """
    if by_results(entries):
        for entry in entries:
            entry.total = False
        return
    adding = any(entry.adds for entry in entries)
    figured = {entry.figures_row: entry.title for entry in entries if adding and entry.has_figures}
    _tell_by_sums(entries)
    for at, entry in enumerate(entries):
        if entry.total or (entry.is_numbered and is_total(without_code(entry.title))):
            above = entries[max(0, at - MOST) : at]
            own, behind = (
                {mark.style for one in some for mark in one.marks} for some in ([entry], entries[at + 1 : at + FEW])
            )
            counts = len(behind) > 1 and bool(own & behind)  # without it I is no letter behind H
            numbered = not counts and (
                _is_numbered_total(above, entry, figured) or _ends_all(above, entry, entries[at + 1 :])
            )
            entry.total = (entry.total and not _is_carried(above, entry)) or numbered
    before: Entry | None = None
    for entry in entries:
        if not (entry.marks or entry.listed or entry.total):
            nameless = (
                not entry.title and len(entry.adds & figured.keys()) >= FEW
            )  # a formula above the header says it all
            entry.total = (
                nameless or _adds_those_above(entry, figured) or (before is not None and rounds(entry, before))
            )
        entry.opens = before is None or before.total
        entry.leaves = before is not None and before.total and before.opens
        before = entry
    _tell_last(entries)


def tell_terms(entries: Sequence[Entry], step: int) -> None:
    """Take two totals that stand first, each without lines, for lines where the one behind them is what they come to:
    their sum, or their difference where it is called what is left (*Total income*, *Total expenses*, *Result*)."""
    if len(entries) <= FEW or not (entries[0].total and entries[1].total) or entries[FEW].total:
        return
    first, second, left = entries[: FEW + 1]
    for added, taken in (((first, second), ()), ((first,), (second,))):
        tally = Tally(step)
        tally.add(left, added, taken)
        if tally.convinces and (not taken or names_rest(left.title)):
            first.total = second.total = False
            return


def tell_ended(entries: Sequence[Entry], step: int) -> None:
    """Tell the headings without figures that a result ends, which is what the result before them and the lines since
    come to, some of them taken away: *Result before*, *Changes in reserves:*, *added*, *withdrawn*, *Result after*."""
    head: Entry | None = None
    for at, entry in enumerate(entries):
        if not (entry.marked or entry.marks or entry.listed):
            head = entry
        elif head is not None and _is_result(entry):
            results = islice((place for place in range(at - 1, -1, -1) if _is_result(entries[place])), FEW)
            if any(is_left(entry, entries[place:at], step) for place in results):
                head.ends, head.ended = entries[at - 1].row, True
            head = None


def _is_result(entry: Entry) -> bool:
    return entry.has_figures and names_rest(entry.title)


def is_left(result: Entry, lines: Sequence[Entry], step: int) -> bool:
    """Whether a result is, by many digits of most columns, an earlier one and the lines behind that, or some of them
    taken away."""
    before, *some = (one for one in lines if any(one.figures) or one is lines[0])
    digits = digits_of(result.figures)
    signs = product((True, False), repeat=len(some)) if len(some) <= SIGNED else [(True,) * len(some)]
    for way in signs if digits >= DIGITS else ():
        plus, minus = ([one for one, added in zip(some, way, strict=True) if added is side] for side in (True, False))
        tally = weigh(result, [before, *plus], step, minus)
        if tally.convinces and digits * tally.holds >= DIGITS * (tally.holds + tally.fails):
            return True
    return False


def _tell_by_sums(entries: Sequence[Entry]) -> None:
    """Tell the totals that are exactly the sum of the lines right above, by figures that no coincidence gives: *Gross
    expenditure* behind its lines, the net of a service behind its gross figures.

    Outside a section they are sums of several lines, and none of them a sum itself: what comes out of two others is a
    result. A line that is the sum of those below as well heads them. One without a number behind all numbered lines
    of a heading is their sum by twice as many digits, or behind such a one states the figures of the only line since.
    """
    closed = False
    open_: list[Entry] = []
    numbered: list[Entry] = []
    results: list[Entry] = []
    headed: Entry | None = None
    for at, entry in enumerate(entries):
        if not entry.has_figures or entry.marks or entry.listed:
            open_, headed = [], None if entry.has_figures or entry.ended else entry
            numbered = numbered if entry.has_figures else []
            numbered += [entry] if entry.has_figures else []
            continue
        run, numbered = [one.figures for one in numbered], []
        again = closed and run == [entry.figures] and any(entry.figures)
        if run and (again or count_added(entry.figures, run, len(run), 2 * DIGITS)):
            entry.total = closed = True
            continue
        count = count_added(entry.figures, [one.figures for one in open_], 1 if headed else MANY - 1)
        plain = headed or not any(one.total or one in results for one in open_[len(open_) - count :])
        results += [entry] if count and not plain else []
        headed = None if entry.total and count == len(open_) else headed  # what is left behind it is no part of it
        if count and plain and not (entry.adds or entry.total or is_balance(entry.title)):
            entry.total = not count_added(entry.figures, [one.figures for one in reversed(entries[at + 1 : at + MOST])])
        elif headed and not entry.total and _closes(entry, headed, open_):
            entry.total, count = True, len(open_)
        open_ = [*open_[: len(open_) - count * entry.total], entry][-MOST:]


def _closes(entry: Entry, heading: Entry, lines: Sequence[Entry]) -> bool:
    """Whether a line called as the heading above it comes, in half of its columns, to the lines between: its total."""
    if len(lines) < FEW or plain(entry.title).strip(" .:") != plain(heading.title).strip(" .:"):
        return False
    tally = Tally(1)
    tally.add(entry, lines)
    return tally.holds >= max(tally.fails, 1)


def _is_carried(above: Sequence[Entry], entry: Entry) -> bool:
    """Whether a total by its words is a balance that is carried on (*Total funds brought forward*): it is not the sum
    of lines right above, or one of these is a balance, too."""
    if not is_balance(entry.title) or entry.adds:
        return False
    count = count_added(entry.figures, [one.figures for one in above])
    return not count or any(is_balance(one.title) for one in above[-count:])


def _is_numbered_total(above: Sequence[Entry], entry: Entry, figured: Mapping[int, str]) -> bool:
    """Whether a numbered line (*11.9 Total personnel*) is just the sum of those above, or its formulas add them; not of
    one beside it and some that are the parts of another: *Đ* of *D* and of *1*, *2* below *C*; nor of all those of the
    one before it, which states as much: *A Tổng thu*, *B Tổng chi*; nor of a few beside it: *E* of *C* and *D*."""
    if not entry.is_numbered or not is_total(without_code(entry.title)) or stated_rule(entry) is not None:
        return False
    numbered = [one for one in above if one.is_numbered]
    count = count_added(entry.figures, [one.figures for one in numbered], digits=TOLD)
    before, parts = numbered[: len(numbered) - count], numbered[len(numbered) - count :]
    alike = {one.marks[0].style is entry.marks[0].style for one in parts}
    few = alike == {True} and any(one.marks[0].is_beside(parts[0].marks[0]) for one in before) and not before[-1].total
    beside = few or (not is_grand(without_code(entry.title)) and _goes_on(before, entry))
    return (len(alike) == 1 and not beside) or _adds_those_above(entry, figured) or _ends_section(above, entry)


def _ends_all(above: Sequence[Entry], entry: Entry, behind: Sequence[Entry]) -> bool:
    """Whether a numbered total is the last line with figures, and none above it has a number of its kind: *1*, *2*,
    *II Tổng cộng*; by whatever it is off."""
    if any(one.has_figures for one in behind) or not is_total(without_code(entry.title)):
        return False
    told = [mark.style for one in above for mark in one.marks if one.has_figures]
    return len(told) >= FEW and not {mark.style for mark in entry.marks} & {*told}


def _goes_on(above: Sequence[Entry], entry: Entry) -> bool:
    """Whether a line has the number behind that of the last one above, and its figures."""
    pairs = [(mark, own) for one in above[-1:] for mark in one.marks for own in entry.marks if mark.continues(own)]
    return any(own.ordinal == mark.ordinal + 1 for mark, own in pairs) and above[-1].figures == entry.figures


def _ends_section(above: Sequence[Entry], entry: Entry) -> bool:
    """Whether a numbered total names the last heading above it that has no figures, and states what the lines behind
    that come to, if only one does."""
    head = max((at for at, one in enumerate(above) if not one.marked), default=-1)
    named = head >= 0 and any(entry.figures) and is_named(entry.title, above[head])
    return named and sums(one.figures for one in above[head + 1 :]) == entry.figures


def _tell_last(entries: Sequence[Entry]) -> None:
    """Take the last line for the total where it is the sum of all above, in every column but for a slip of the hand in
    one: *Net cost of services*."""
    if not entries:
        return
    *above, last = entries
    if last.marks or last.listed or not last.has_figures or any(entry.total for entry in entries):
        return
    stated = len({*filter(None, last.figures)})  # two columns that say the same tell no more than one
    figures = [entry.figures for entry in above]
    adds = last.figures == sums(figures) or count_added(last.figures, figures, len(figures)) > 0
    last.total = adds and len(above) >= (MANY if stated == 1 else FEW) and stated > 0


def _adds_those_above(entry: Entry, figured: Mapping[int, str]) -> bool:
    """Whether formulas add lines above, none below, and the entry is no balance carried on and no stated difference;
    what is called as all that it adds is no total of the table."""
    added = entry.adds & figured.keys()
    if len(added) < FEW or max(entry.adds) > entry.row or is_balance(entry.title):
        return False
    if {figured[row] for row in added} == {entry.title}:
        return False
    rule = stated_rule(entry)
    return rule is None or not rule.minus


def rounds(entry: Entry, total: Entry) -> bool:
    """Whether an entry is called so and states a total, rounded to some zeros, in each of its own columns."""
    if not total.total or not is_rounding(entry.title) or not entry.has_figures:
        return False
    pairs = zip(entry.figures, total.figures, strict=True)
    return all(stated is None or (whole is not None and is_rounded(stated, whole)) for stated, whole in pairs)
