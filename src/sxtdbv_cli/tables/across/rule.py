"""A rule of columns, and how it comes out over the lines."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.tables.entries import Entry, Tally


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
        tally.note(holds=holds_on(rule, entry, tally))
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
    return (
        figures[rule.whole],
        [figures[column] for column in rule.plus],
        [figures[column] for column in rule.minus],
    )


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
