"""The rows under the sections of a summary, and its years: shared by its formats."""

from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.model.plan import Amount, Plan
from sxtdbv_cli.model.summary import Summary
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.words import DECLARED

LISTED = Text("Cộng các mục", "Sum of the sections")
STATED = Text("Ghi ở dòng {path}", "Stated at line {path}")
DIFFERENCE = Text("Chênh lệch", "Difference")


def totals(summary: Summary) -> list[tuple[Text, Sequence[Amount]]]:
    """What stands under the sections: their sum, and where a whole is stated that whole and the difference."""
    rows: list[tuple[Text, Sequence[Amount]]] = [(LISTED, summary.listed)]
    if any(amount is not None for amount in summary.whole):
        rows += [(_whole(summary), summary.whole), (DIFFERENCE, summary.difference)]
    return rows


def _whole(summary: Summary) -> Text:
    if summary.branch is None:
        return DECLARED
    facts = {"path": summary.plan.paths[summary.branch]}
    return Text(STATED.say(Language.VI, facts), STATED.say(Language.EN, facts))


class Year(NamedTuple):
    """What the sections of a summary add up to in one year. ``change`` is against the year before."""

    year: int
    amount: int
    change: int | None
    before: int | None


def years(summary: Summary) -> list[Year]:
    """The years of a summary in order; a year with no figures is left out."""
    columns = sorted((column.year, position) for position, column in enumerate(summary.plan.columns) if column.year)
    found: list[Year] = []
    for year, position in columns:
        amount = summary.listed[position]
        if year is None or amount is None:
            continue
        before = found[-1].amount if found and found[-1].year == year - 1 else None
        found.append(Year(year, amount, None if before is None else amount - before, before))
    return found


def whole_column(plan: Plan) -> int | None:
    """The column that shares are taken of: the first that is a sum of others; None if there is none."""
    return next((position for position, column in enumerate(plan.columns) if column.plus), None)


def percent(part: Amount, whole: Amount, language: Language) -> str:
    """A share in per cent with one decimal, rounded half away from zero in whole numbers; empty where there is none."""
    if part is None or not whole:
        return ""
    tenths = (2 * 1000 * abs(part) + abs(whole)) // (2 * abs(whole))
    sign = "-" if tenths and (part < 0) != (whole < 0) else ""
    mark = "," if language is Language.VI else "."
    return f"{sign}{tenths // 10}{mark}{tenths % 10} %"
