"""Which columns add up: by the row that numbers them (``3=1+2``), by formulas, by the words of their headings.

A rule is taken only where most of the rows it can be weighed on agree with it; what is stated and fails is told.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sxtdbv_cli.tables.across.formulas import by_formula
from sxtdbv_cli.tables.across.headings import by_heading
from sxtdbv_cli.tables.across.labels import labelled
from sxtdbv_cli.tables.across.rule import Rule, stated_in, weigh_rule
from sxtdbv_cli.tables.columns.head import Head
from sxtdbv_cli.tables.entries import Entry, Tally
from sxtdbv_cli.tables.words import is_grand


class Across(NamedTuple):
    """The rules that hold, those that are stated but do not (or cannot be weighed), those that are meant by a heading
    but fail on some lines, and the totals that are the sum of nothing. ``also`` are rules that are stated of a column
    that has one already: it keeps that one, and the lines that do not agree with the other are told."""

    rules: list[Rule]
    refuted: list[Rule]
    partly: list[Rule]
    unexplained: list[int]
    also: list[Rule]


def find_rules(heads: Sequence[Head], entries: Sequence[Entry], formulas: Sequence[Sequence[str]], step: int) -> Across:
    """The rules of the columns of amounts. ``formulas`` has those of each column of amounts, as stored."""
    found = Across([], [], [], [], [])

    @cache
    def weigh(rule: Rule) -> Tally:  # only as far as one is taken: each goes through all the lines
        return weigh_rule(rule, entries, step)

    for column in range(len(heads)):
        candidates = [*labelled(heads, column), *by_formula(heads, formulas, column), *by_heading(heads, column)]
        rules = [rule for rule in candidates if not _circular(rule, found.rules)]
        if (rule := next((rule for rule in rules if _is_taken(rule, weigh(rule), entries)), None)) is not None:
            found.rules.append(rule)
            found.also.extend([other for other in labelled(heads, column) if other[1:3] != rule[1:3]])
        elif mostly := [rule for rule in rules if rule.meant and rule.said and weigh(rule).convinces]:
            found.partly.append(mostly[0])
        elif said := [rule for rule in candidates if rule.said and not rule.meant]:
            found.refuted.append(said[0])
        elif any(weigh(rule).fails for rule in rules) and is_grand(heads[column].parts[-1]):
            found.unexplained.append(column)
    return found


def _is_taken(rule: Rule, tally: Tally, entries: Sequence[Entry]) -> bool:
    """Whether most rows agree with a rule; a stated one that no row speaks against will do. Of one that nothing states
    most of the rows must agree that really add something up."""
    if not tally.fails and (tally.holds or (rule.said and not rule.meant)):
        return True
    if rule.dated and tally.holds >= max(tally.fails, 1):
        return True  # a total beside years is theirs, in a table of two lines with one mistake, too
    return tally.convinces and not rule.meant and (bool(rule.said) or _tells(rule, entries, tally.step))


def _tells(rule: Rule, entries: Sequence[Entry], step: int) -> bool:
    """Whether most of the rows agree with a rule that have two terms or more: with one, a column equals another."""
    adding = [entry for entry in entries if sum(map(bool, stated_in(entry.figures, (*rule.plus, *rule.minus)))) > 1]
    return weigh_rule(rule, adding, step).convinces


def _circular(rule: Rule, taken: Sequence[Rule]) -> bool:
    """Whether a rule says again, or the other way round, what the rules before it say."""
    by_whole = {other.whole: other for other in taken}
    waiting, seen = [*rule.plus, *rule.minus], set()
    while waiting:
        column = waiting.pop()
        if column == rule.whole:
            return True
        if column in by_whole and column not in seen:
            seen.add(column)
            waiting += [*by_whole[column].plus, *by_whole[column].minus]
    return False
