"""Lines that count otherwise than they stand: balances that are carried on, what is taken away though positive, and
what sums put below a total although its number puts it beside that."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from sxtdbv_cli.model.plan import NOWHERE, Amount, Role
from sxtdbv_cli.tables.entries import Entry, Tally, by_parent, growing, sums, weigh
from sxtdbv_cli.tables.numbering import code_in_title, marks_of
from sxtdbv_cli.tables.stated_rules import stated_rule
from sxtdbv_cli.tables.totals.exact import count_added
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.tree.summing import is_left
from sxtdbv_cli.tables.words.totals import is_balance, is_grand, is_taken, is_total, names_rest
from sxtdbv_cli.tables.words.two_sides import goes_out

FEW = 3
_ROUNDED = 2


def without_balances(entries: Sequence[Entry]) -> None:
    """Take the balances out of the totals of months or years, where each line opens with what the one before closed
    with: *Cả năm* opens as its first line does, and closes as its last. So may a column alone, of what runs up."""
    lines = [entry for entry in entries if not entry.total and entry.has_figures]
    totals = [entry for entry in entries if entry.total]
    pairs = [*_carried(lines)]
    for opening, closing in pairs:
        ends = lines[0].figures[opening], lines[-1].figures[closing]
        for total in totals:
            if (total.figures[opening], total.figures[closing]) == ends:
                total.leave({opening, closing})
    if len(totals) == 1 and len(lines) >= FEW and not pairs:
        totals[0].leave(_ends(totals[0], lines))


def _ends(total: Entry, lines: Sequence[Entry]) -> set[int]:
    """The columns in which a total only says the figure of the last line once more, where others are added up."""
    stated = {column for column, figure in enumerate(total.figures) if figure}
    last = {column for column in stated if total.figures[column] == lines[-1].figures[column]}
    added = {c: [line.figures[c] for line in lines] for c in (stated if last else ())}
    held = {column for column, figures in added.items() if sum(filter(None, figures)) == total.figures[column]}
    return {column for column in last - held if None not in added[column]} if held else set()


def _carried(lines: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """The columns of balances: each line but the first opens with what the one before it closed with."""
    if len(lines) < FEW:
        return
    first, second = lines[0].figures, lines[1].figures
    for opening, closing in permutations(range(len(first)), 2):
        if first[closing] is None or first[closing] != second[opening]:
            continue  # as nearly always
        carried = [line.figures[closing] for line in lines[:-1]]
        opened = [line.figures[opening] for line in lines[1:]]
        if carried == opened and None not in carried and len(set(carried)) > 1:
            yield opening, closing


def with_deductions(found: Structure) -> Structure:
    """The same with the lines as deductions that call themselves so, where half of the sums they take part in come out
    with them taken away, and none with them added: two signs that agree. Where all sums of a line fail, and come out
    exactly without what is called by its side, *Costs* among what is kept for a road, so is that."""
    told = {line for line, entry in enumerate(found.entries) if is_taken(entry.title)}
    roles, step = [*found.roles], found.tally.step
    holds, fails = found.tally.holds, found.tally.fails
    explained: list[Entry] = []
    failing = {line for line, tally in found.tallies.items() if tally.fails and not tally.holds}
    for parent in sorted({_counts_in(found, line) for line in told} | failing):
        whole = found.whole(parent)
        parts = [*_parts(found, parent)]
        called = [line for line in parts if line in told]
        minus = called or [line for line in parts if goes_out(found.entries[line].title)]
        if whole is None or not minus:
            continue
        added = weigh(whole, [found.entries[line] for line in parts], step)
        plus = [found.entries[line] for line in parts if line not in minus]
        taken = weigh(whole, plus, step, [found.entries[line] for line in minus])
        signed = any(figure < 0 for line in minus for figure in filter(None, found.entries[line].figures))
        told_once = called and taken.holds >= max(1, taken.fails) and not (added.holds or signed)
        if told_once or (taken.proves and added.fails and (called or plus)):
            roles = [Role.DEDUCTION if line in minus else role for line, role in enumerate(roles)]
            holds, fails = holds + taken.holds - added.holds, fails + taken.fails - added.fails
            explained.append(whole)
    if not explained:
        return found
    found.outcome.doubtful = [total for total in found.outcome.doubtful if total not in explained]
    return replace(found, roles=roles, tally=Tally(step, holds, fails))


def _counts_in(found: Structure, line: int) -> int:
    """The nearest line above one that has figures; the top where none has."""
    above = found.parents[line]
    return above if above == NOWHERE or found.entries[above].has_figures else _counts_in(found, above)


def _parts(found: Structure, parent: int) -> Iterator[int]:
    """The lines that are added to one; in place of those without figures those below them."""
    for line in found.children.get(parent, ()):
        if found.roles[line] is Role.PART and found.entries[line].has_figures:
            yield line
        elif found.roles[line] is Role.PART:
            yield from _parts(found, line)


def put_under_ends(lines: Sequence[Entry], parents: list[int], roles: Sequence[Role], step: int) -> None:
    """Put all lines below the first or the last that is their total although it has a number like theirs: ``12 Total``.
    Its words say so: it may be off as far as rounding goes. One that states a rule, or heads some already, is none."""
    ends = [(end, lines[end]) for end in (0, len(lines) - 1) if len(lines) > _ROUNDED]
    named = [(end, whole) for end, whole in ends if whole.marks and (is_total if end else is_grand)(whole.title)]
    for end, whole in named:
        if whole.is_bullet or stated_rule(whole) or parents[end] != NOWHERE or (end == 0 and 0 in parents):
            continue
        pairs = enumerate(zip(parents, roles, strict=True))
        roots = [line for line, (parent, role) in pairs if parent == NOWHERE and role is Role.PART and line != end]
        if len(roots) > 1 and weigh(whole, [lines[line] for line in roots], max(step, _ROUNDED)).proves:
            for line in roots:
                parents[line] = end


def put_under_totals(lines: Sequence[Entry], parents: list[int], roles: Sequence[Role], step: int) -> list[Entry]:
    """Put the next lines beside a total below it where none of its sums hold without them and all of them with them:
    *A. Total expenditure*, *I*, then *B*, though A = I + B. The lines that were moved."""
    moved: list[Entry] = []
    children = by_parent(parents, roles)
    for line, entry in enumerate(lines):
        own = children.get(line, [])
        if not own or not is_total(entry.title) or weigh(entry, [lines[child] for child in own], step).holds:
            continue
        beside = children.get(parents[line], [])
        after = beside[beside.index(line) + 1 :] if line in beside else []
        missing = after[: _missing(entry, [lines[child] for child in own], [lines[other] for other in after], step)]
        for other in missing:
            parents[other] = line
            beside.remove(other)
        own += missing
        moved += [lines[other] for other in missing]
    return moved


def _missing(whole: Entry, parts: Sequence[Entry], after: Sequence[Entry], step: int) -> int:
    """How many of the lines behind must be added to parts until all sums of a line hold; 0 where none do."""
    weighed = enumerate(growing(whole, [parts, *([line] for line in after)], step))
    return next((count for count, tally in weighed if count and tally.holds > 1 and not tally.fails), 0)


def lift_result(forest: Forest) -> None:
    """Put the last line of all out of the sections without a total that end the table, where it is what is left of
    everything at the top, some of it taken away: *Net surplus* behind the reserves that are used; or closes the account
    that the first line opens."""
    line = forest.last(forest.roots[-1])
    section, entry, before = forest.parents[line], forest.entries[line], forest.roots
    inside = not any(forest.entries[above].has_figures for above in forest.up(section))
    if section == NOWHERE or not inside or len(before) < _ROUNDED or not names_rest(entry.title):
        return
    rest = forest.children(section)
    rest.remove(line)
    opened = (forest.parts(forest.children(root) if forest.section(root) == root else [root]) for root in before)
    sides = [replace(entry, figures=sums(part.figures for part in parts)) for parts in opened if parts]
    own = [forest.entries[other] for other in rest]
    carried = is_balance(forest.entries[before[0]].title) and is_balance(entry.title)
    if rest and (carried or is_left(entry, sides, forest.step)) and not is_left(entry, own, forest.step):
        rest, forest.parents[line] = before, NOWHERE
    rest.append(line)


def lift_what_is_alone(forest: Forest) -> None:
    """Put the only line below another, which is not its sum, beside it where the total of both holds only so, but for
    rounding: *6.1*, put in behind *6.0* later; or the bullets below a line whose title begins with one of them; or all
    lines without a number behind the last one with a number, where many digits say so."""
    sums_beside: dict[int, Sequence[Amount]] = {}
    for head in [*forest.kids]:
        lines = forest.children(head)
        if head == NOWHERE or any(map(forest.children, lines)):
            continue
        entry, above = forest.entries[head], forest.parents[head]
        numbered = [line for line in lines if forest.entries[line].marks]
        if numbered != lines and (numbered or not entry.marks or forest.children(above)[-1] != head):
            continue
        bullets = marks_of(code_in_title(entry.title)[:1]) if entry.code else ()
        alike = bool(bullets) and all(forest.entries[line].marks == bullets for line in lines)
        if len(numbered) > 1 and not alike:
            continue
        whole, beside = forest.declared if above == NOWHERE else forest.entries[above], forest.children(above)
        if whole is None or not forest.weigh(entry, lines).fails:
            continue
        if above not in sums_beside:
            sums_beside[above] = sums(part.figures for part in forest.parts(beside))
        own = [part.figures for part in forest.parts(lines)]
        added = sums([*filter(None, [sums_beside[above]]), *own])
        gaps, others = _off(whole, added), _off(whole, sums_beside[above])
        if gaps and max(gaps) <= len(beside) * forest.step < max(others, default=0):
            figures = [part.figures for part in forest.parts([*beside, *lines])]
            if not numbered and (forest.unclear or count_added(whole.figures, figures) <= len(lines)):
                continue
            sums_beside.clear()
            forest.kids[head] = []
            beside[beside.index(head) + 1 : beside.index(head) + 1] = lines
            for line in lines:
                forest.parents[line] = above
                forest.drawn += [forest.entries[line]] if numbered and not alike else []


def _off(whole: Entry, added: Sequence[Amount]) -> list[int]:
    """How far a line is from what others come to, in the columns where both state something."""
    pairs = zip(whole.figures, added, strict=False)
    return [abs(stated - sum_) for stated, sum_ in pairs if stated is not None and sum_ is not None]
