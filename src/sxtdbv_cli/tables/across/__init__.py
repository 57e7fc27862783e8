"""Which columns add up: by the row that numbers them (``3=1+2``), by formulas, by the words of headings, by figures.

A rule is taken only where most of the rows it can be weighed on agree with it; what is stated and fails is told.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from sxtdbv_cli.tables.across.figures import LINES, by_figures
from sxtdbv_cli.tables.across.headings import by_another_heading, by_heading
from sxtdbv_cli.tables.across.rule import (
    Rule,
    carries_balances,
    columns_in,
    falls_short,
    gap_of,
    holds_on,
    is_circular,
    stated_in,
    turns_round,
    weigh_rule,
    without_named,
)
from sxtdbv_cli.tables.across.stated import by_formula, labelled, members
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.entries import Entry, Tally
from sxtdbv_cli.tables.totals.exact import is_slip
from sxtdbv_cli.tables.words.titles import is_of_which
from sxtdbv_cli.tables.words.totals import is_grand

SEVERAL, MANY = 2, 10
"""So many lines must be a difference that only a heading suggests for each that is not."""


HARDLY = 100
"""A sum off by so small a part of itself may have been rounded."""


class Across(NamedTuple):
    """The rules that hold, those that are stated but do not (or cannot be weighed), those that are meant by a heading
    but fail on some lines, and the totals that are the sum of nothing. ``also`` are rules that are stated of a column
    that has one already, or hold as well (by source, and by year): it keeps that one, and the lines that do not agree
    with the other are told."""

    rules: list[Rule]
    refuted: list[Rule]
    partly: list[Rule]
    unexplained: list[int]
    also: list[Rule]


class _Finder(NamedTuple):
    """What the rules are looked for in, and what was found."""

    heads: Sequence[Head]
    entries: Sequence[Entry]
    weigh: Callable[[Rule], Tally]
    found: Across


def find_rules(heads: Sequence[Head], entries: Sequence[Entry], formulas: Sequence[Sequence[str]], step: int) -> Across:
    """The rules of the columns of amounts. ``formulas`` has those of each column of amounts, as stored."""

    @cache
    def weigh(rule: Rule) -> Tally:  # only as far as one is taken: each goes through all the lines
        return weigh_rule(rule, without_named(rule, heads, entries), step)

    finder = _Finder(heads, entries, weigh, Across([], [], [], [], []))
    stated = [[*labelled(heads, column), *by_formula(heads, formulas, column)] for column in range(len(heads))]
    waiting = [column for column, rules in enumerate(stated) if not _take(finder, column, rules)]
    for column in waiting:  # what headings only suggest comes behind all that is stated
        suggested = by_heading(heads, column)
        if not _take(finder, column, [*stated[column], *suggested]):
            _doubt(finder, column, stated[column], suggested)
    rules = finder.found.rules
    rules.sort(key=lambda rule: rule.whole)
    finder.found.also.extend(other for rule in rules for other in _parted_again(finder, rule))
    _by_figures(finder)
    rules.sort(key=lambda rule: rule.whole)
    return finder.found


def _by_figures(finder: _Finder) -> None:
    """Take what nothing but figures suggests, where next to no line speaks against it; where few do, they are told."""
    found, weigh = finder.found, finder.weigh
    told = {rule.whole for rule in (*found.rules, *found.partly, *found.refuted)}
    free = [column for column in range(len(finder.heads)) if column not in told]
    suggested = {at: sorted(by_figures(finder.entries, at), key=lambda rule: weigh(rule).fails) for at in free}
    for column, rules in suggested.items():
        _take(finder, column, [rule for rule in rules if weigh(rule).holds >= MANY * weigh(rule).fails])
    for rules in suggested.values():
        mostly = (rule for rule in rules if weigh(rule).holds >= LINES * weigh(rule).fails)
        found.partly.extend([rule for rule in mostly if _is_new(finder, rule)][:1])


def _is_new(finder: _Finder, rule: Rule) -> bool:
    """Whether figures suggest a sum of which no other rule has two columns, and no line is off it by the last digit."""
    others = (*finder.found.rules, *finder.found.partly)
    said = any(len({*other.columns} & {*rule.columns}) > 1 for other in others)
    return not said and not any(0 < abs(gap_of(rule, entry)) <= len(rule.columns) for entry in finder.entries)


def _parted_again(finder: _Finder, rule: Rule) -> list[Rule]:
    """What else a total comes to on most lines, of columns that are in no rule yet."""
    known = columns_in([*finder.found.rules, *finder.found.also])
    others = by_another_heading(finder.heads, rule.whole, known) if not rule.minus else []
    return [other for other in others if finder.weigh(other).holds > SEVERAL * finder.weigh(other).fails][:1]


def _take(finder: _Finder, column: int, candidates: Sequence[Rule]) -> bool:
    """Take the first rule that most lines agree with, if any; of differences that headings only suggest the one that
    fewest speak against, for where most lines are nought many agree."""
    found = finder.found
    rules = [rule for rule in candidates if not is_circular(rule, found.rules)]
    rule = next((rule for rule in rules if _is_taken(rule, finder.weigh(rule), finder.entries)), None)
    if rule is None:
        return False
    if rule.meant and rule.minus and finder.weigh(rule).fails:
        rule = min((one for one in rules if one.meant and one.minus), key=lambda one: finder.weigh(one).fails)
    if finder.weigh(rule).fails and _is_partly(finder, rule):
        found.partly.append(rule)
        return True
    found.rules.append(rule)
    found.also.extend([other for other in labelled(finder.heads, column) if other[1:3] != rule[1:3]])
    return True


def _is_partly(finder: _Finder, rule: Rule) -> bool:
    """Whether the lines that fail show what the rule is no sum of: balances that are carried, differences that some
    lines state the other way round, a partial listing."""
    others = without_named(rule, finder.heads, finder.entries)
    tally = finder.weigh(rule)
    if (not rule.said and carries_balances(rule, others)) or (rule.meant and turns_round(rule, others, tally)):
        return True
    return falls_short(rule, finder.heads, others, tally.step)


def _doubt(finder: _Finder, column: int, stated: Sequence[Rule], suggested: Sequence[Rule]) -> None:
    """Note why a column that seems to be a sum was given no rule."""
    found = finder.found
    rules = [rule for rule in (*stated, *suggested) if not is_circular(rule, found.rules)]
    meant = [(rule, finder.weigh(rule)) for rule in rules if rule.meant and rule.said]
    if mostly := [rule for rule, tally in meant if tally.holds >= max(1, tally.fails)]:
        found.partly.append(mostly[0])
    elif said := [rule for rule in (*stated, *suggested) if rule.said and not rule.meant]:
        found.refuted.append(said[0])
    elif _is_unexplained(finder, column, rules):
        found.unexplained.append(column)


def _is_unexplained(finder: _Finder, column: int, rules: Sequence[Rule]) -> bool:
    """Whether a column is called a total, its header lists what it may be the total of, and nothing adds up to it. One
    that stands alone below its heading and is added to others is what the heading says, and so is one to which the row
    of numbers gives no rule, as it does to others."""
    heads = finder.heads
    if not heads[column].parts or not is_grand(heads[column].parts[-1]):
        return False
    if heads[column].label and "=" not in heads[column].label and any("=" in head.label for head in heads):
        return False
    listed = members(heads, column)
    if not listed and any(column in rule.plus for rule in finder.found.rules):
        return False
    return not _is_partial(finder, column, listed) and any(finder.weigh(rule).fails for rule in rules)


def _is_partial(finder: _Finder, column: int, listed: Sequence[int]) -> bool:
    """Whether a header lists nothing but some of a total by its words (*Trong đó*), or one column alone beside it,
    none of it more on any line."""
    if not listed:
        return False
    if len(listed) > 1 and not all(any(map(is_of_which, finder.heads[place].parts)) for place in listed):
        return False
    return all(
        whole is None or max(stated_in(entry.figures, listed), default=whole) <= whole
        for entry in finder.entries
        for whole in (entry.figures[column],)
    )


def _is_taken(rule: Rule, tally: Tally, entries: Sequence[Entry]) -> bool:
    """Whether most rows agree with a rule; for a stated one half will do, or none that speaks against it, or more than
    there are different gaps: a mistake shows the same on its line and in the totals that were added from it. Of one
    that nothing states most of the rows must agree that really add something up, or half, where slips explain the
    others."""
    if not tally.fails and (tally.holds or (rule.said and not rule.meant)):
        return True
    if rule.dated and tally.holds >= max(tally.fails, 1):
        return True  # a total beside years is theirs, in a table of two lines with one mistake, too
    if rule.meant and tally.holds > SEVERAL * tally.fails:  # what is called a difference or a total, and is one
        return tally.holds >= MANY * tally.fails or all(_is_slipped(rule, entry, tally) for entry in entries)
    if rule.said and not rule.meant:
        half = max(tally.fails, SEVERAL)
        return tally.holds >= half or tally.holds > len({gap_of(rule, entry) for entry in entries} - {0})
    return not rule.meant and tally.holds >= tally.fails and _really_adds(rule, tally, entries)


def _really_adds(rule: Rule, tally: Tally, entries: Sequence[Entry]) -> bool:
    """Whether most lines, and most of those with several terms (with one, a column equals another), agree with a rule;
    or some, and slips of the hand that rounding does not make explain all others."""
    adding = [entry for entry in entries if sum(map(bool, stated_in(entry.figures, rule.columns[1:]))) > 1]
    added = weigh_rule(rule, adding, tally.step)
    if not added.holds or (tally.convinces and added.convinces):
        return added.holds > 0
    rounded = any(0 < HARDLY * abs(gap_of(rule, entry)) < abs(entry.figures[rule.whole] or 0) for entry in entries)
    return not rounded and all(_is_slipped(rule, entry, tally) for entry in entries)


def _is_slipped(rule: Rule, entry: Entry, tally: Tally) -> bool:
    """Whether a rule holds on a line, or a slip of the hand explains why it does not."""
    whole = entry.figures[rule.whole] or 0
    terms = [
        sign * amount
        for sign, columns in ((1, rule.plus), (-1, rule.minus))
        for amount in stated_in(entry.figures, columns)
        if amount
    ]
    return holds_on(rule, entry, tally) is not False or is_slip(whole, terms)
