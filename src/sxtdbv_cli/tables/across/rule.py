"""A rule of columns, how it comes out over the lines, and which lines it passes over: balances that are carried on,
what *trong đó* lists only in part."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.sums import is_balance, is_period
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.entries import Entry, Tally
from sxtdbv_cli.tables.words.titles import is_of_which

_MANY = 5
"""One line in so many at least falls short."""


class Rule(NamedTuple):
    """One column is the sum of others, less others; positions among the columns of amounts. ``said`` is the rule in
    the words of the table, empty where the headings alone say it; ``meant`` what hardly more than a
    heading suggests, such as a difference called *Variance*: every line must agree. ``dated``: a total of the years."""

    whole: int
    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()
    said: str = ""
    meant: bool = False
    dated: bool = False

    @property
    def columns(self) -> tuple[int, ...]:
        """Every column that it speaks of, the whole first."""
        return (self.whole, *self.plus, *self.minus)


def weigh_rule(rule: Rule, entries: Sequence[Entry], step: int) -> Tally:
    """How a rule comes out over the lines."""
    tally = Tally(step)
    for entry in entries:
        whole, parts, taken = sides(rule, entry)
        if whole and not taken and whole == sum(filter(None, parts)):
            tally.holds += 1  # as nearly every line does
        else:
            tally.note(holds=tally.comes_out(whole, parts, taken))
    return tally


def holds_on(rule: Rule, entry: Entry, tally: Tally) -> bool | None:
    """Whether one line agrees with a rule; None where it has no figures on both sides, or only noughts."""
    return tally.comes_out(*sides(rule, entry))


def columns_in(rules: Iterable[Rule]) -> set[int]:
    """The columns that stand in any of some rules."""
    return {place for rule in rules for place in rule.columns}


def sides(rule: Rule, entry: Entry) -> tuple[Amount, list[Amount], list[Amount]]:
    """The figures of one line that a rule speaks of: the whole, what is added, what is taken away."""
    figures = entry.figures
    return (figures[rule.whole], [figures[column] for column in rule.plus], [figures[column] for column in rule.minus])


def gap_of(rule: Rule, entry: Entry) -> int:
    """By how much one line fails a rule; 0 where it has no figures on both sides."""
    stated, added, taken = sides(rule, entry)
    if stated is None or not any((*added, *taken)):
        return 0
    return stated - sum(filter(None, added)) + sum(filter(None, taken))


def stated_in(figures: Sequence[Amount], columns: Sequence[int]) -> list[int]:
    """The figures that a line states in some columns."""
    return [amount for column in columns if (amount := figures[column]) is not None]


def is_circular(rule: Rule, taken: Sequence[Rule]) -> bool:
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


def carries_balances(rule: Rule, entries: Sequence[Entry]) -> bool:
    """Whether a line opens every part of a rule but the first with what another closed the part before it with, and the
    whole opens as its first part does, or closes as its last: one of the two may be mistyped."""
    rows = [tuple([entry.figures[column] for column in (rule.whole, *rule.plus)]) for entry in entries]
    full = [row for row in rows if None not in row]
    opened: dict[tuple[Amount, ...], bool] = {}
    for row in full:
        if len(set(row[2:])) > 1:  # the same figure in all parts, such as 0, is carried by chance
            opened[row[2:]] = opened.get(row[2:], False) or row[0] == row[1]
    return any(opened[row[1:-1]] or row[0] == row[-1] for row in full if row[1:-1] in opened)


def turns_round(rule: Rule, entries: Sequence[Entry], tally: Tally) -> bool:
    """Whether several lines state a difference the other way round and none fails otherwise: of income what comes in
    above the plan is written with a plus, of expenses what is spent below it."""
    failing = [entry for entry in entries if holds_on(rule, entry, tally) is False]
    return len(failing) > 1 and all(is_turned(rule, entry) for entry in failing)


def is_turned(rule: Rule, entry: Entry) -> bool:
    """Whether a line states a difference the other way round."""
    return gap_of(rule, entry) == 2 * (entry.figures[rule.whole] or 0)


def without_named(rule: Rule, heads: Sequence[Head], entries: Sequence[Entry]) -> Sequence[Entry]:
    """The lines that a sum of periods is weighed by: without those that are balances by their name and open or close
    the whole as its first or last part does (``model/sums.py``)."""
    if len(rule.plus) < 2 or rule.minus or not all(is_period(heads[part].text) for part in rule.plus):
        return entries
    ends = rule.plus[0], rule.plus[-1]
    return [entry for entry in entries if not _is_carried(entry, rule.whole, ends)]


def _is_carried(entry: Entry, whole: int, ends: Sequence[int]) -> bool:
    stated = entry.figures[whole]
    return stated is not None and stated in [entry.figures[end] for end in ends] and is_balance(entry.title)


def falls_short(rule: Rule, heads: Sequence[Head], entries: Sequence[Entry], step: int) -> bool:
    """Whether the parts of a rule that nothing but *trong đó* suggests come to less than the whole wherever they do not
    come to it, by different amounts, and on several lines: one mistake shows one gap, on its line and in the totals."""
    if rule.said or rule.minus or not all(any(map(is_of_which, heads[part].parts)) for part in rule.plus):
        return False
    gaps = [
        stated - sum(filter(None, added))
        for stated, added, _ in (sides(rule, entry) for entry in entries)
        if stated and any(added)
    ]
    off = [gap for gap in gaps if 2 * abs(gap) > (len(rule.plus) + 1) * step]
    return len(set(off)) > 1 and min(off) > 0 and _MANY * len(off) >= len(gaps)
