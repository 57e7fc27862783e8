"""The place of a total whose sums do not tell it: its words do, or nothing does."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from sxtdbv_cli.tables.entries import Entry, by_columns, tally
from sxtdbv_cli.tables.named_rules import is_net
from sxtdbv_cli.tables.totals.exact import adds_but_for_slip, is_slip
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.totals.group import NEAR, close
from sxtdbv_cli.tables.totals.names import is_named, names_another
from sxtdbv_cli.tables.words.totals import is_balance, is_grand, is_sub, is_total, named_by_total, says_declared

_FAR = 5
"""Off by more than a fifth of itself, a total of a list that shows no levels is likelier the sum of other lines, unless
one digit mistyped or two exchanged explain it."""


class Open(NamedTuple):
    """The lines before a total, without an opening balance that is none of its own, and those behind the last total."""

    before: Sequence[int]
    group: Sequence[int]


def place_by_words(forest: Forest, total: Entry, open_: Open, *, headed: bool, last: bool) -> None:
    """Place a total whose sums do not tell: the last one is that of everything, one behind a section is its; one that
    fits nowhere and multiplies others is a line, whatever it is called, and so are nought behind what has its total and
    what came in less what went out."""
    before = open_.before
    done = bool(forest.children(before[-1])) and forest.section(before[-1]) is None
    nought = done and total.has_figures and not any(total.figures)
    net = last and is_net(total, [forest.entries[line] for line in forest.roots])
    if nought or net or _is_taken_from_last(forest, total, before):
        forest.adopt(total, [])
        return
    if any(section.figures == total.figures and is_named(total.title, section) for section, _ in forest.merged):
        forest.repeated.append(total)
        return
    nameless = not total.title and not total.code and is_far(total, forest.parts(before))
    whole = last and not is_sub(total.title)
    astray = is_astray(forest, total, before) or (whole and is_astray(forest, total, forest.roots))
    if nameless or (astray and not (last and named_by_total(total.title))):
        _leave(forest, total)
    elif astray:  # it is the total of what no line shows, and no later one can add it
        forest.adopt(total, [])
        forest.doubtful.append(total)
    elif last and _is_whole(forest, total, open_):
        forest.declared = total
        claims = total.has_figures and not says_declared(total.title)  # formulas without values claim nothing
        forest.doubtful += [total] if claims and not _closes_list(forest, total, before) else []
    elif _take(forest, total, open_, headed=headed):
        forest.doubtful.append(total)
    else:
        _leave(forest, total)


def _leave(forest: Forest, total: Entry) -> None:
    """Give a total no place but where it stands, or none: one with a code may have no figures, and no lines then."""
    if total.multiplies or (total.code and not total.has_figures):
        forest.adopt(total, [])
    else:
        forest.unclear.append(total)


def _is_taken_from_last(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Whether the line behind a total is exactly, in every column, what the total right above it is more, or less:
    *Total revenue*, *Total expenses* without lines of their own, *Net*."""
    behind = [line for line in forest.roots if forest.entries[line].row > total.row]
    if before[-1] not in forest.closed or not behind:
        return False
    above, left = (forest.entries[line].figures for line in (before[-1], behind[0]))
    stated = [pair for pair in zip(above, total.figures, left, strict=True) if pair != (None, None, None)]
    return len(stated) > 1 and all((one or 0) - (other or 0) == (net or 0) for one, other, net in stated)


def _is_whole(forest: Forest, total: Entry, open_: Open) -> bool:
    """Whether the last total can be that of everything: there is none, and it does not speak of a part."""
    before, group = open_
    section = forest.section(before[-1])
    again = section is not None and total.title in forest.called
    ends = len(before) == len(forest.roots) or is_grand(total.title)
    part = group != before and adds_but_for_slip(total, forest.parts(group), forest.step)
    return forest.declared is None and ends and not (is_sub(total.title) or again or part)


def open_lines(forest: Forest, total: Entry, before: Sequence[int]) -> Open:
    """The lines a total can be of: those behind an opening balance, if a slip of the hand explains what it is off by
    then, and those behind the last total; all of them if a slip explains that."""
    opens = is_balance(forest.entries[before[0]].title)
    before = before[opens and adds_but_for_slip(total, forest.parts(before[1:]), forest.step) :]
    count = sum(1 for _ in takewhile(lambda line: line not in forest.closed, reversed(before)))
    if count == len(before) or adds_but_for_slip(total, forest.parts(before), forest.step):
        return Open(before, before)
    return Open(before, before[len(before) - count :])


def _closes_list(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Whether the one total of a table, called so, stands behind lines that are all numbered, or those at the top are
    and every sum below them holds: it is the sum of nothing else."""
    plain = is_total(total.title) and len(before) == len(forest.roots)
    numbered = all(forest.entries[line].marks for line in before)
    sums = tally(forest.entries, forest.parents, forest.roles, forest.step)
    holds = all(entry.marks for entry in forest.entries) or not sums.fails
    return plain and numbered and holds and not (forest.merged or forest.unclear or forest.doubtful or forest.repeated)


def _take(forest: Forest, total: Entry, open_: Open, *, headed: bool) -> bool:
    """Give a total to the open section, or make it the parent of a group where other groups have theirs, it hardly
    differs from the group, or a slip of the hand explains the difference; one that is far from what the group comes to
    stays a line."""
    before, group = open_
    section = forest.section(before[-1])
    if section is not None and not names_another(total.title, forest.entries[section]) and forest.take(section, total):
        return True
    lines = forest.parts(group)
    near = are_near(total, lines, NEAR)
    shown = is_sub(total.title) or forest.closed or (near and all(near))
    if not group or not (shown or adds_but_for_slip(total, lines, forest.step)):
        return False
    if any(forest.entries[line].marks for line in group) or not is_far(total, lines):
        close(forest, total, group, headed=headed, ends=True)
    else:
        forest.adopt(total, [])
    return True


def is_astray(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Whether nothing says that lines belong together, no numbers and no sum that holds, and a total is far from what
    they add up to, and those of the open section: it is the sum of others, if of any."""
    if forest.holds or any(forest.entries[line].marks for line in before):
        return False
    inside = forest.children(before[-1]) if before and forest.section(before[-1]) is not None else before
    return is_far(total, forest.parts(before)) and is_far(total, forest.parts(inside))


def is_far(total: Entry, parts: Sequence[Entry]) -> bool:
    """Whether a total is far from what lines add up to in every column, and no slip of the hand."""
    near = are_near(total, parts, _FAR)
    return bool(near) and not any(near)


def are_near(total: Entry, parts: Sequence[Entry], share: int) -> list[bool]:
    """Whether a total is off by no more than a share of itself, or a slip of the hand, in each column it states."""
    stated = by_columns(total, parts)
    return [share * abs(figure - sum(added)) <= abs(figure) or is_slip(figure, added) for figure, added in stated]
