"""The total of a group: of the lines at the top since the last total, of those behind it (*Tổng thu*, its lines, *Tổng
chi*, its lines), or of those that columns of groups give it, as programs write them."""

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry, Tally, growing, meets, sums
from sxtdbv_cli.tables.numbering import without_code
from sxtdbv_cli.tables.totals.exact import TOLD, adds_but_for_slip, count_added, figures_of, last_run
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.totals.names import is_named, names_another
from sxtdbv_cli.tables.words.headings import is_difference
from sxtdbv_cli.tables.words.spelling import bare
from sxtdbv_cli.tables.words.totals import is_balance, is_grand, is_less, is_sub, is_taken, is_total, named_by_total
from sxtdbv_cli.tables.words.two_sides import are_opposite

FEW = 2
NEAR = 100
"""Off by less than a hundredth of itself beside a sum that holds, a total is that of these lines."""


def close_group(forest: Forest, total: Entry, before: Sequence[int], *, headed: bool, ends: bool) -> bool:
    """Make a total the parent of the lines at the top since the last total, or of the last of them that add up; where
    its formulas add a total, of just what they add."""
    group = [line for line in before if line not in forest.closed]
    added = [line for line in before if forest.entries[line].figures_row in total.adds] if total.adds else []
    if {*added} & forest.closed and forest.adds(total, added):
        adopt_and_close(forest, total, added)
        return True
    start = _start(forest, total, group)
    if group[1:] == [] != group and forest.children(group[0]) and names_another(total.title, forest.entries[group[0]]):
        start = None  # it is of the section around it
    if start is not None:
        _put_below_first(forest, group[:start], group[start])
        close(forest, total, group[start:], headed=headed, ends=ends)
        return True
    if len(group) < len(before) > 1 and forest.weigh(total, before).convinces:
        adopt_and_close(forest, total, before)
        return True
    run = last_run(forest, total, before)
    if run and (len(run) > 1 or not group):
        above = before[: len(before) - len(run)][-1:]
        close(forest, total, [*(line for line in above if _is_heading(forest, line)), *run], headed=headed, ends=ends)
    return bool(run)


def _put_below_first(forest: Forest, left: Sequence[int], first: int) -> None:
    """Put all lines that a total leaves out below the first that it adds, right behind them, where that is exactly
    their sum, though nothing says so: *direct cost*, *overheads*, *Subtotal*."""
    run = last_run(forest, forest.entries[first], left, TOLD) if left and not forest.children(first) else ()
    if run and len(run) == len(left):
        forest.running.append(forest.entries[first])
        forest.move(left, first)


def close_for_next(forest: Forest, total: Entry, before: Sequence[int], totals: Sequence[Entry]) -> bool:
    """Make a total the parent of the lines since the last one where the next total adds just it and the lines between
    them: it is theirs, though it is no sum of them."""
    group = [line for line in before if line not in forest.closed]
    if group != [*before] or len(group) < FEW or not _is_in_next(forest, total, totals):
        return False
    adopt_and_close(forest, total, group)
    return True


def close_part(forest: Forest, total: Entry, before: Sequence[int], totals: Sequence[Entry]) -> bool:
    """Make a subtotal the parent of the lines behind a bare heading that are its sum, where the next total adds just it
    and the lines between them: that is the total of the heading (*Costs*, *Subtotal*, *Reserve*, *Total*)."""
    group = [line for line in before if line not in forest.closed]
    lines = [*dropwhile(lambda line: _is_heading(forest, line), group)]
    part = is_sub(total.title) and FEW <= len(lines) < len(group) and forest.weigh(total, lines).proves
    if not part or not _is_in_next(forest, total, totals):
        return False
    adopt_and_close(forest, total, lines)
    return True


def _is_in_next(forest: Forest, total: Entry, totals: Sequence[Entry]) -> bool:
    """Whether the next total adds just one and the lines between them."""
    whole = next((other for other in totals if other.row > total.row), None)
    roots = [forest.entries[line] for line in (forest.roots if whole is not None else ())]
    parts = [total.figures, *(one.figures for one in roots if whole and total.row < one.row < whole.row)]
    return whole is not None and len(parts) > 1 and count_added(whole.figures, parts, digits=TOLD) == len(parts)


def close_less(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Make a total the parent of the last lines that it is exactly what is left of, less those that say that they are
    taken away: *Giá*, *Chiết khấu*, *Tổng cộng*; that of all lines is declared."""
    taken = {line for line in before if is_taken(forest.entries[line].title)}
    figures = [(figures_of(forest, line), -1 if line in taken else 1) for line in before]
    signed = [[figure and sign * figure for figure in line] for line, sign in figures]
    count = count_added(total.figures, signed, digits=TOLD) if taken else 0
    if count in (0, len(forest.roots)):
        return False
    adopt_and_close(forest, total, before[len(before) - count :])
    return True


def close_beside(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Make a total the parent of the one it stands behind, where it states what the same lines come to in the columns
    in which that one states nothing: one total on two rows."""
    for last in before[-1:]:
        pairs = zip(forest.entries[last].figures, total.figures, strict=True)
        apart = forest.entries[last].has_figures and all(None in pair for pair in pairs)
        if apart and forest.weigh(total, forest.children(last)).proves:
            adopt_and_close(forest, total, [last])
            return True
    return False


def stand_beside(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Make a total a line beside the only one at the top, which has lines below it and the same figures, where it is
    of the other side: *Tổng thu*, what it comes from, *Tổng chi*."""
    if len(before) != 1 or len(forest.roots) != 1 or not forest.children(before[0]):
        return False
    above = forest.entries[before[0]]
    beside = above.figures == total.figures and are_opposite(above.title, total.title)
    if beside:
        forest.adopt(total, [])
    return beside


def adopt_and_close(forest: Forest, total: Entry, lines: Sequence[int]) -> None:
    """Make a total the parent of lines, which have their total then."""
    forest.adopt(total, lines)
    forest.closed.add(len(forest.entries) - 1)


def close(forest: Forest, total: Entry, lines: Sequence[int], *, headed: bool, ends: bool) -> None:
    """Make a total the parent of lines at the top; where the first of them are bare headings, it is the last of these,
    or the one above it where others like it follow, unless it names another and others follow before the next one."""
    own = lines[0] if lines and forest.section(lines[0]) is not None else None
    several = all(forest.section(line) is None or len(forest.children(line)) > 1 for line in lines)
    if own is not None and several and is_named(total.title, forest.entries[own]) and forest.take(own, total):
        forest.move(lines[1:], own)  # other headings stood below it
        forest.closed.add(own)
        return
    heads = [*takewhile(lambda line: _is_heading(forest, line), lines)]
    stacked = any(_is_heading(forest, line) for line in lines[len(heads) :]) and len(heads) > 1
    named = [line for line in heads if is_named(total.title, forest.entries[line])]
    head = (named or heads[-1 - stacked :] or lines)[0]
    rest = lines[lines.index(head) + 1 :]
    entry = forest.entries[head]
    numbered = bool(entry.marks) and not any(forest.entries[line].marks for line in rest)
    bare = bool(rest) and bool(heads)
    bare = bare and (headed or numbered or bool(named)) and (ends or not names_another(total.title, entry))
    if not bare or not forest.take(head, total):
        adopt_and_close(forest, total, lines)
        return
    forest.move(rest, head)
    forest.closed.add(head)


def _start(forest: Forest, total: Entry, group: Sequence[int]) -> int | None:
    """Where the lines begin that a total is the sum of: as many as add up to it, two at least if there are two."""
    stated = next((at for at, line in enumerate(group) if forest.entries[line].figures_row in total.adds), None)
    if stated is not None and forest.adds(total, group[stated:]):
        return stated - bool(stated and _is_heading(forest, group[stated - 1]))
    found, proved = None, False
    bare = all(forest.section(line) is not None for line in group)  # what is below sections is added in their place
    weighed = growing(
        total,
        (forest.parts(forest.spread([line]) if bare else [line]) for line in reversed(group)),
        forest.step,
        forest.margin,
    )
    for count, tally in enumerate(weighed, 1):
        first = forest.entries[group[-count]]
        begins = not first.has_figures or meets(first, total)  # unlike the opening balance of a cash book
        added = count >= min(2, len(group)) and tally.convinces and begins
        told = tally.holds > 1 or count == len(group) or _begins(forest, group[-count - 1 :])
        if added and told and not (proved and tally.fails):
            found, proved = len(group) - count, tally.proves
    return (
        0 if found is None and len(group) > FEW and _nearly_equals(total, forest.parts(group), forest.step) else found
    )


def _begins(forest: Forest, lines: Sequence[int]) -> bool:
    """Whether the second of some lines begins what a total adds, the first beside it: a sum in one column is no proof
    that it adds a list from its second number on, unless the first is a balance."""
    above, first = (forest.entries[line] for line in lines[:2])
    pairs = [(mark, other) for mark in first.marks for other in above.marks if mark.continues(other)]
    return is_balance(above.title) or all(mark.is_bullet or mark.ordinal != other.ordinal + 1 for mark, other in pairs)


def _is_heading(forest: Forest, line: int) -> bool:
    """Whether a line has nothing but a name, and none below it."""
    return not forest.children(line) and not forest.entries[line].marked


def _nearly_equals(total: Entry, parts: Sequence[Entry], step: int) -> bool:
    """Whether a total agrees with a sum in one column and nearly in all others, some figures of which are wrong."""
    added = sums(part.figures for part in parts)
    pairs = [(stated, computed) for stated, computed in zip(total.figures, added, strict=True) if stated and computed]
    near = all(NEAR * abs(stated - computed) <= abs(stated) for stated, computed in pairs)
    return near and any(Tally(step).agrees(stated - computed, 2) for stated, computed in pairs)


def head_group(forest: Forest, total: Entry, later: Sequence[Entry]) -> bool:
    """Make a total the parent of the lines behind it at the top, or else beside the next one."""
    after = forest.above(total.row) + 1
    inside = forest.parents[after] if after < len(forest.rows) else NOWHERE
    return any(_head(forest, total, later, parent) for parent in dict.fromkeys((NOWHERE, inside)))


def _head(forest: Forest, total: Entry, later: Sequence[Entry], parent: int) -> bool:
    """Make a total the parent of the lines behind it below another, up to the next total, as far as most of its sums
    hold, or of all where a slip of the hand explains what it is off by. One that calls itself that of everything heads
    no part, unless others do so as well, or indentation shows its lines; what stands behind its lines is told, unless
    indentation shows that, or it is a difference."""
    end = min((other.row for other in later if other.row > total.row), default=None)
    behind = [
        line
        for line in forest.children(parent)
        if line not in forest.closed
        and forest.entries[line].row > total.row
        and (end is None or forest.entries[line].row < end)
    ]
    weighed = growing(total, (forest.parts(forest.spread([line])) for line in behind), forest.step)
    runs = {count: tally for count, tally in enumerate(weighed, 1) if count >= FEW}
    deeper = len([*takewhile(lambda line: forest.entries[line].indent > total.indent, behind)])
    shown = deeper in runs and runs[deeper].proves and deeper < len(behind)
    grand = is_grand(total.title)
    if grand and sum(other.title == total.title for other in later) < FEW and not shown:
        return False
    best = max(runs, key=lambda count: (runs[count].worth, count), default=0)
    if deeper in runs and runs[deeper].holds >= max(1, runs[deeper].fails):
        best = deeper  # where indentation shows the lines, half of the sums will do
    elif best and adds_but_for_slip(total, forest.parts(forest.spread(behind)), forest.step):
        best = len(behind)
    elif not best or not runs[best].convinces:
        return False
    if (grand and runs[best].fails) or any(is_less(without_code(forest.entries[line].title)) for line in behind[:best]):
        return False  # what is left of it stands below, and what was taken away
    adopt_and_close(forest, total, behind[:best])
    for line in [] if shown else behind[best:]:
        if end is not None or not is_difference(forest.entries[line].title):
            forest.doubtful.append(total)
            break
    return True


def place_by_group(forest: Forest, total: Entry) -> bool:
    """Make a total the parent of the lines around it that its group has, where others have other lines."""
    group = _group(total)
    roots = forest.roots if group else ()
    before = forest.before(total.row) if group else ()

    def is_its(line: int) -> bool:
        return tuple(map(bare, forest.entries[line].group[: len(group)])) == group

    lines = [*reversed([*takewhile(is_its, reversed(before))]), *takewhile(is_its, roots[len(before) :])]
    weighed = forest.weigh(total, lines)
    its = len(lines) < len(roots) and any(meets(forest.entries[line], total) for line in lines)
    if not its or (weighed.fails and not weighed.convinces):
        return False
    adopt_and_close(forest, total, lines)
    return True


def _group(total: Entry) -> tuple[str, ...]:
    """The labels of the group that a total names, in a column of groups, or right of the label that it names, those of
    groups around it or in it; one that names nothing is of the group that stands beside it."""
    labels = [*map(bare, total.group)]
    level = next((level for level, label in enumerate(total.group) if is_total(label)), None)
    if level is not None:
        labels[level:] = [named_by_total(total.group[level])]
    named = named_by_total(total.title)
    if level is None and named in labels:
        labels = labels[: labels.index(named) + 1]
    own = bool(labels and labels[-1]) and named in ("", labels[-1])
    return tuple(labels) if own else ()
