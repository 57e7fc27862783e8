"""Sums that are only conjectured: a level or a total that words and numbers do not state, and whose sums fail.

A structure that was inferred is believed because its sums hold. Where they do not, that speaks against the structure
and not against the figures: such sums convict nobody, and the doubt is told instead.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.model.sections import without_sections
from sxtdbv_cli.tables.down import agrees
from sxtdbv_cli.tables.entries import Entry, Tally, by_columns, is_idle, weigh
from sxtdbv_cli.tables.stated_rules import names_all
from sxtdbv_cli.tables.totals.by_words import are_near
from sxtdbv_cli.tables.totals.exact import slipped
from sxtdbv_cli.tables.totals.names import names_another
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.words.totals import named_by_total, says_declared
from sxtdbv_cli.tables.words.two_sides import comes_in, goes_out

FEW = 3
"""Up to so many totals that fit nowhere tell nothing of the others."""
MANY = 3
"""Where so many sums hold for each that fails, a line is right of which as many hold as fail."""
TENTH = 10
"""The first line is the sum of those numbered below it where it is off by no more than such a share of itself."""
SMALL = 5
"""Up to so many sums a table may have most wrong and still be read right."""


def conjectured(found: Structure, *, beside: bool = False) -> dict[int, Tally]:
    """The lines whose sums over their child lines are only conjectured, and how those come out; the declared total is
    the line behind the last. A table ``beside`` this one was not read: the total may be that of both."""
    if found.sides:
        return {start + line: tally for start, side in found.sides for line, tally in conjectured(side).items()}
    fails, holds = found.tally.fails, found.tally.holds
    if not fails and all(any(found.entries[parent].figures) for parent in {*found.parents} - {NOWHERE}):
        return {}  # no sum fails, none was weighed over other lines than its own, or passed over for its noughts
    step, last = found.tally.step, len(found.entries)
    slips = all(slipped(whole, parts, step) for whole, parts in found.sums)
    misread = fails > holds and fails + holds > SMALL and not slips
    proven, astray = holds > MANY * fails, _are_astray(found)
    doubted: dict[int, Tally] = {}
    by_line, shaky, crooked = _children(found), _unplaced(found), _above_odd(found)
    for line in sorted(by_line, key=lambda line: -1 if line == last else line, reverse=True):  # child lines first
        below = not shaky.isdisjoint(by_line[line])  # a line that is misplaced below is missing here, in its columns
        shaky |= {line} if below else set()
        whole = found.outcome.declared if line == last else found.entries[line]
        if whole is None:
            continue
        parts = [found.entries[child] for child in by_line[line] if found.roles[child] is not Role.DEDUCTION]
        minus = [found.entries[child] for child in by_line[line] if found.roles[child] is Role.DEDUCTION]
        tally = weigh(_as_loose(whole, parts), parts, step, minus)
        lost = below or (astray and _is_total(found, whole))
        sure = proven and all(whole is not total for total in found.outcome.doubtful)
        failing = tally.fails >= (1 if lost else max(1, tally.holds + sure))
        elsewhere = (
            lost or line in crooked or (beside and line == last) or (misread and not _is_added(found, whole, parts))
        )
        if failing and (elsewhere or _is_unfounded(found, whole, parts, minus)):
            doubted[line] = tally
            shaky.add(line)
    return doubted


def as_ruled(found: Structure, roles: Sequence[Role]) -> Structure:
    """A structure with the roles that the rules of lines give: what these take away, or leave out, fails no sum."""
    ruled, tally = replace(found, roles=[*roles]), copy(found.tally)
    parents = {parent for parent, old, new in zip(found.parents, found.roles, roles, strict=True) if old is not new}
    for parent in parents - {NOWHERE}:
        minus = [found.entries[line] for line in found.children[parent] if roles[line] is Role.DEDUCTION]
        own = weigh(found.entries[parent], ruled.parts(parent), tally.step, minus)
        tally.holds += own.holds - found.tally_of(parent).holds
        tally.fails += own.fails - found.tally_of(parent).fails
    return replace(ruled, tally=tally)


def _is_unfounded(found: Structure, whole: Entry, parts: list[Entry], minus: list[Entry]) -> bool:
    """Whether neither the table itself nor a slip of the hand that explains the difference says which lines are added;
    or noughts and sums among the lines speak against it, or several columns none of which is near, or one
    of them that is a sum states just as much."""
    added = parts if not minus else []  # what is taken away again may be more than is left
    if any(doubts(whole, added) for doubts in (_is_twice, _is_far, _repeats, _is_rest)) or is_idle(whole, parts):
        return True
    return not (_is_stated(found, whole, parts) or slipped(whole, parts, found.tally.step, minus))


def _unplaced(found: Structure) -> set[int]:
    """The lines that are totals of something, and nobody knows of what: what they are added to may add them twice."""
    doubtful = {id(total) for total in found.outcome.doubtful}
    return {line for line, entry in enumerate(found.entries) if id(entry) in doubtful and line not in found.children}


def _above_odd(found: Structure) -> set[int]:
    """The lines above one whose number fits no place, and the total of everything: it may belong elsewhere."""
    odd = {id(entry) for entry in found.outcome.odd}
    above = {len(found.entries)} if odd else set()
    for line, entry in enumerate(found.entries):
        parent = found.parents[line] if id(entry) in odd else NOWHERE
        while parent != NOWHERE and parent not in above:
            above.add(parent)
            parent = found.parents[parent]
    return above


def _are_astray(found: Structure) -> bool:
    """Whether most of what a table calls totals fit nowhere: then the others stand where they do by chance."""
    outcome = found.outcome
    placed = len(outcome.merged) + (outcome.declared is not None) + sum(entry.total for entry in found.entries)
    astray = len(outcome.unclear) + len(outcome.doubtful)
    return astray > max(FEW, placed - len(outcome.doubtful))


def _is_total(found: Structure, whole: Entry) -> bool:
    return whole.total or whole is found.outcome.declared or any(line is whole for line, _ in found.outcome.merged)


def _is_twice(whole: Entry, parts: list[Entry]) -> bool:
    """Whether lines come to exactly twice what they are added to, in every column: sums of some stand among them."""
    told = [(stated, sum(amounts)) for stated, amounts in by_columns(whole, parts) if stated]
    return len(parts) > FEW and bool(told) and all(added == 2 * stated for stated, added in told)


def _repeats(whole: Entry, parts: list[Entry]) -> bool:
    """Whether a line states just what one of several lines does that is a total: the others may be none of it."""
    return len(parts) > 1 and any(part.total and part.figures == whole.figures for part in parts)


def _is_far(whole: Entry, parts: list[Entry]) -> bool:
    """Whether lines come to more than twice what they are added to in each of several columns: other sums are among
    them, or they are the lines of others."""
    told = [(stated, sum(amounts)) for stated, amounts in by_columns(whole, parts) if stated]
    return len(told) > 1 and all(abs(added) > 2 * abs(stated) for stated, added in told)


def _is_rest(whole: Entry, parts: list[Entry]) -> bool:
    """Whether what comes in and what goes out stand among lines, one of which is more than they are added to in every
    column: it is what is left of them, and somebody subtracted wrongly."""
    sides = {goes_out(part.title) for part in parts if goes_out(part.title) or comes_in(part.title)}
    told = [(stated, max(amounts)) for stated, amounts in by_columns(whole, parts) if stated and amounts]
    return len(sides) > 1 and bool(told) and all(stated < most for stated, most in told)


def _as_loose(whole: Entry, parts: list[Entry]) -> Entry:
    """A line with those figures only that tell whether its child lines without a number, among others that have one,
    belong to it: the sums they take part in."""
    loose = [part for part in parts if not part.marks]
    if not loose or len(loose) == len(parts):
        return whole
    told = [any(part.figures[column] for part in loose) for column in range(len(whole.figures))]
    kept = tuple([figure if tells else None for figure, tells in zip(whole.figures, told, strict=True)])
    return replace(whole, figures=kept)


def _children(found: Structure) -> dict[int, list[int]]:
    """The lines that are added to each, those of a section without figures in its place; at the top to the total."""
    stated, last = [entry.has_figures for entry in found.entries], len(found.entries)
    parents, roles = without_sections(found.parents, found.roles, stated)
    added = [line for line, role in enumerate(roles) if role in (Role.PART, Role.DEDUCTION)]
    return by_key((last if parents[line] == NOWHERE else parents[line], line) for line in added)


def _is_stated(found: Structure, whole: Entry, parts: list[Entry]) -> bool:
    """Whether the table itself says what a line is the sum of: by numbers in order, or as the total of a plain list."""
    numbered = all(part.marks for part in parts)
    total = next((total for line, total in found.outcome.merged if line is whole), None)
    if _is_added(found, whole, parts):
        return True
    first = numbered and whole is found.entries[0] and all(are_near(whole, parts, TENTH))
    own = first or (parts and all(part.within for part in parts))
    if own or says_declared(whole.title) or names_all(whole, parts):
        return True
    if whole is found.outcome.declared or whole.total:
        alike = len({bool(part.marks) for part in parts}) == 1 and not found.outcome.unclear
        if alike and len(parts) == len(found.entries) - (whole in found.entries) and all(p.marked for p in parts):
            return True
        plain = numbered or not any(part.marks or not part.marked for part in parts)
        return plain and not named_by_total(whole.title) and not found.outcome.unclear
    if total is not None:
        clear = numbered or all(total is not one for one in found.outcome.doubtful)
        return clear and not names_another(total.title, whole)
    return numbered and (bool(whole.marks) or _heads_as_others(found, whole, parts))


def _is_added(found: Structure, whole: Entry, parts: list[Entry]) -> bool:
    """Whether formulas say what a line is the sum of; those that leave some of its lines out where others say it."""
    author = next((total for line, total in found.outcome.merged if line is whole), whole)
    lines = (*found.entries, *found.outcome.unclear)
    rows = {entry.figures_row for entry in lines if entry.figures_row in author.adds and entry.has_figures}
    short = found.author > 0 and bool(rows) and rows < {part.figures_row for part in parts}
    return short or bool(author.adds and agrees(author, parts, rows))


def _heads_as_others(found: Structure, whole: Entry, parts: Sequence[Entry]) -> bool:
    """Whether lines are numbered anew below one without a number, as below others, and most of those sums hold."""

    def heads(one: Entry, below: Sequence[Entry]) -> bool:
        return not one.marks and all(part.is_numbered for part in below) and below[0].marks[0].ordinal == 1

    alike = [weigh(one, below, found.tally.step).proves for one, below in found.sums if below and heads(one, below)]
    return heads(whole, parts) and 2 * sum(alike) > len(alike) > sum(alike)
