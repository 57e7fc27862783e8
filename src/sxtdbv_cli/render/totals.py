"""The rows under the sections of a summary, and its years: shared by its formats."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, starmap
from typing import NamedTuple

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.sheet import Sheet
from sxtdbv_cli.model.summary import Row, Summary
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.render.annex import SUM
from sxtdbv_cli.render.names import heading, total_name
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import Digits, grouped
from sxtdbv_cli.text.words import DIFFERENCE

LISTED_BELOW = Text("Cộng các dòng trực thuộc", "Sum of the lines below")
STATED = Text("Ghi ở dòng {path}", "Stated at line {path}")
BRANCH = Text("Dòng {path}", "Line {path}")
BY_YEAR = Text("Theo năm", "By year")
YEAR = Text("Năm", "Year")
AMOUNT = Text("Kinh phí", "Amount")
CHANGE = Text("So với năm trước", "On the year before")


MOST_KINDS = 50
"""More sections than these are a list, and none of them a total."""


_PART_OF_YEAR = re.compile(
    r"\b(?:\d{1,2} ?(?:thang|months?|t)|thang \d{1,2}|(?:quy|ky) (?:[1-4]|i{1,3}|iv)|(?:q|h)[1-4]|[1-4]q)"
    r"(?: (?:dau|cuoi) nam)?\b|\b(?:dau|cuoi|nua) nam\b|\b(?:quarter|half)\b"
)


class Total(NamedTuple):
    """A row under the sections: a name that never changes, its title, its amounts and which of them are marked."""

    kind: str
    title: Text
    amounts: Sequence[Amount]
    marked: Sequence[bool]


def totals(summary: Summary) -> list[Total]:
    """What stands under the sections: their sum, and where a whole is stated that whole and the difference; nothing
    under a line that is shown by itself, a section that is the only one, or sections that do not add up."""
    if summary.is_leaf:
        return []
    unmarked = [False] * len(summary.listed)
    alone = summary.branch is None and sum(row.depth == 1 for row in summary.rows) == 1  # the only section says it
    if not summary.states_whole and (alone or not summary.adds_up):
        return []
    rows = [Total("listed", SUM if summary.branch is None else LISTED_BELOW, summary.listed, unmarked)]
    if summary.states_whole:
        rows.append(Total("declared", _whole(summary), summary.whole, summary.marked))
        rows.append(Total("difference", DIFFERENCE, summary.difference, unmarked))
    return rows


def as_one_whole(summary: Summary, sheet: Sheet | None) -> Summary:
    """A summary whose sections are added up only where they are parts of one whole, or something is declared for all:
    not where one of several is a total itself (*Tổng thu*, *Tổng chi*), nor where they are of two sides; nor balances
    that go on from line to line."""
    for column in sheet.understanding.running if sheet is not None else ():
        summary = summary._replace(listed=(*summary.listed[:column], None, *summary.listed[column + 1 :]))
    plan, sections = summary.plan, [row for row in summary.rows if row.depth == 1]
    if summary.branch is not None or summary.states_whole or len(sections) < 2:
        return summary
    beside = sheet is not None and bool(sheet.shifts)
    if beside or (len(sections) <= MOST_KINDS and _are_of_several(sections)):
        return summary._replace(listed=(None,) * len(plan.columns))
    return summary


def _are_of_several(sections: Sequence[Row]) -> bool:
    """Whether one is a total, or of those that are added some begin with what comes in (*Thu nội địa*), others with
    what goes out (*Chi đầu tư*)."""
    from sxtdbv_cli.tables.words.totals import is_total  # late: it brings the whole recogniser
    from sxtdbv_cli.tables.words.two_sides import are_opposite

    kinds = dict.fromkeys(" ".join(row.title.split()[:2]) for row in sections if row.weight > 0)
    return any(is_total(row.title) for row in sections) or any(starmap(are_opposite, combinations(kinds, 2)))


def has_marks(summary: Summary) -> bool:
    """Whether any amount that is shown takes part in a sum that fails."""
    return any(any(marked) for marked in (summary.marked, *(row.marked for row in summary.rows)))


def _whole(summary: Summary) -> Text:
    if summary.branch is None:
        return total_name(summary.plan)
    facts = {"path": summary.plan.paths[summary.branch]}
    return Text(STATED.say(Language.VI, facts), STATED.say(Language.EN, facts))


class Year(NamedTuple):
    """What the sections of a summary add up to in one column of a year. ``title`` is the year, or the heading of the
    column where the year has several (plan, actual); ``change`` is against the year before."""

    column: int
    year: int
    title: Text
    amount: int
    change: int | None
    before: int | None

    @property
    def rate(self) -> int | None:
        """The change in thousandths of the year before."""
        return thousandths(self.change, self.before)


def branch(summary: Summary, language: Language) -> str:
    """The line whose branch is shown and its title, as they stand in the file; empty for a whole plan."""
    if summary.branch is None:
        return ""
    path = BRANCH.say(language, {"path": summary.plan.paths[summary.branch]})
    return "  ".join(filter(None, (path, summary.plan.lines.titles[summary.branch])))


def years(summary: Summary) -> list[Year]:
    """The years of a summary in order; a year with no figures is left out. Where a year has several columns nothing is
    said of the change: which of them is meant would be a guess; nor where months are beside a year."""
    columns = summary.plan.columns
    of_year = Counter(column.year for column in columns)
    found: list[Year] = []
    for year, position in sorted((column.year, position) for position, column in enumerate(columns) if column.year):
        amount = summary.listed[position]
        if amount is None:
            continue
        known = heading(columns[position])
        comparable = found and found[-1].year == year - 1 and of_year[year] == of_year[year - 1] == 1
        before = found[-1].amount if comparable and _span(known) == _span(heading(columns[found[-1].column])) else None
        title = known if of_year[year] > 1 or _span(known) else Text(str(year), str(year))
        found.append(Year(position, year, title, amount, None if before is None else amount - before, before))
    return found


def _span(name: Text) -> list[str]:
    """What a heading says of the part of a year it is for: *9 tháng*, *Quý I*; nothing for a whole year."""
    return [" ".join(part.split()) for part in _PART_OF_YEAR.findall(plain(name.vi))]


def whole_column(summary: Summary) -> int | None:
    """The column that shares are taken of: the first that is a sum of others, and no difference; None if there is none,
    or the sections come to nothing in it."""
    added = (at for at, column in enumerate(summary.plan.columns) if column.plus and not column.minus)
    return next((at for at in added if summary.listed[at]), None)


def share(summary: Summary, row: Row) -> int | None:
    """What a row is of the sum of the sections, in thousandths; None where it is no part of that sum."""
    column = whole_column(summary)
    amount = None if column is None else row.amounts[column]
    if column is None or amount is None or not row.weight:
        return None
    return thousandths(row.weight * amount, summary.listed[column])


def thousandths(part: Amount, whole: Amount) -> int | None:
    """A part of a whole, rounded half away from zero in whole numbers; None where there is none."""
    if part is None or not whole:
        return None
    rounded: int = (2 * 1000 * abs(part) + abs(whole)) // (2 * abs(whole))
    return rounded if (part < 0) == (whole < 0) else -rounded


def percent(found: int | None) -> str:
    """Thousandths in per cent, ``36,4 %``: with the comma that amounts have, in both languages; empty for None.

    >>> percent(-364)
    '-36,4 %'
    """
    return "" if found is None else f"{grouped(found, Digits(1))} %"
