"""Rows that say nothing but that the lines behind them divide the one before: *Chia ra:* between *A. Tổng chi* and *I*,
*Gồm:*, *Cụ thể:*."""

from bisect import bisect
from collections.abc import Sequence
from itertools import takewhile

from sxtdbv_cli.tables.body.left_out import OPENER
from sxtdbv_cli.tables.body.lines import Body, Row
from sxtdbv_cli.tables.numbering import Mark, marks_of_line
from sxtdbv_cli.tables.words.titles import lists_all


def add_what_lists_all(body: Body) -> None:
    """A list that is opened as the whole (*Gồm:*) is no partial one where it adds up to the line before, and its lines
    have marks, which tell their level."""
    at = [line.row for line in body.rows]
    for left in body.left_out:
        behind = bisect(at, left.row)
        if left.why is OPENER and lists_all(left.text) and 0 < behind < len(at):
            whole = body.rows[behind - 1]
            if _adds_up(whole, _listed(whole, body.rows[behind:])):
                body.openers.discard(whole.row)


def _listed(whole: Row, behind: Sequence[Row]) -> list[Row]:
    """The lines of a list, by the marks of the first, up to the next line that is marked as the whole is."""
    first = marks_of_line(behind[0].code, behind[0].title)[:1]
    inside = takewhile(lambda line: not _are_beside(line, marks_of_line(whole.code, whole.title)[:1]), behind)
    return [line for line in inside if _are_beside(line, first)]


def _are_beside(line: Row, marks: Sequence[Mark]) -> bool:
    """Whether the likeliest reading of a line's mark is of the level of some others."""
    return any(mark.is_beside(other) for mark in marks_of_line(line.code, line.title)[:1] for other in marks)


def _adds_up(whole: Row, listed: Sequence[Row]) -> bool:
    """Whether lines add up to one in every column in which it states a figure."""
    columns = [*zip(whole.figures, *(line.figures for line in listed), strict=True)]
    return len(listed) > 1 and all(
        stated == sum(filter(None, parts)) for stated, *parts in columns if stated is not None
    )
