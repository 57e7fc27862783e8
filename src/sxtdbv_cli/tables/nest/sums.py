"""By sums alone, where all of a table is in them: each line is the exact sum of those behind it, or one of these."""

from collections.abc import Sequence

from sxtdbv_cli.tables.entries import Entry, digits_of
from sxtdbv_cli.tables.nest.headings import below
from sxtdbv_cli.tables.nest.way import Way
from sxtdbv_cli.tables.stated_rules import stated_rule
from sxtdbv_cli.tables.words.totals import names_rest
from sxtdbv_cli.text.language import Text

FEW = 2
"""So many lines that are the sum of several others are no coincidence, where so many columns tell."""
DIGITS, TOLD = 8, 4
"""So many digits that agree are none either; so many will do beside such."""
_WHY = Text(
    "theo các tổng: mỗi dòng đúng bằng tổng của các dòng ngay sau nó, hoặc là một trong các dòng ấy",
    "by sums: each line is exactly the sum of those just behind it, or is one of these",
)


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by sums, where every line but those that say *of which* is in one, several columns tell, and nothing is
    what is left of others: no line is called so, no two sums end with the same title, and not all are of two."""
    lines = [line for line, entry in enumerate(entries) if not entry.listed]
    figures = [entries[line].figures for line in lines]
    heads, at, several, ends = [False] * len(entries), 0, 0, []
    while at < len(lines):
        count = _added(figures[at:])
        if not count or not all(_is_plain(entries[line]) for line in lines[at : at + count + 1]):
            return ()
        heads[lines[at]] = True
        several += count >= FEW and digits_of(figures[at]) >= DIGITS
        at += count + 1
        ends.append((entries[lines[at - 1]].title, count))
    results = len({title for title, _ in ends}) < len(ends) or max([count for _, count in ends], default=0) <= FEW
    return (Way(_WHY, lambda entries: below(entries, heads), proved=True),) if several >= FEW and not results else ()


def _added(figures: Sequence[tuple[int | None, ...]]) -> int:
    """How many lines behind the first are exactly what it states, in every column and by many digits; 0 for none."""
    whole = [amount or 0 for amount in figures[0]]
    if sum(map(bool, whole)) < FEW or digits_of(whole) < TOLD:
        return 0
    added = [0] * len(whole)
    for count, part in enumerate(figures[1:], 1):
        added = [total + (amount or 0) for total, amount in zip(added, part, strict=True)]
        if added == whole:
            return count
    return 0


def _is_plain(entry: Entry) -> bool:
    """Whether a line may be a part of a sum, or one: it states something, and is no balance or difference."""
    title = entry.title
    left = names_rest(title) or stated_rule(entry) is not None
    return entry.has_figures and not left
