"""A figure was changed with the total of its line; the lines above still have what they had, all or up to some line."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._readings import Reading, Row, columns_of
from sxtdbv_cli.model.diagnosis import Change, Event, EventKind

TWO_YEARS, MORE_YEARS = 2, 8
"""Figures are mostly changed in one year at a time."""

DIFFERENT, THOUSAND = 50, 1000
"""Figures that differ by less than a fiftieth would be the same share of any that are all alike."""

MOST_BELOW = 100
"""So many lines below a total are looked at."""

TOO_MUCH = 2
"""A figure is seldom half of what it was or less, and more seldom a third."""


def readings(failures: Failures) -> Iterator[Reading]:
    """The lowest lines not updated, with the lines above them up to one that was."""
    plan = failures.plan
    for line, row in failures.adding.items():
        updated = failures.right_above(line, row)
        changes = [
            Change(cell, stated, stated - sign * row[column], None)
            for above, sign in _stale(failures, line, updated)
            for column in columns_of(row)
            if (stated := plan.cells[cell := plan.cell(above, column)]) is not None
        ]
        if changes:
            event = Event(EventKind.PARENTS_NOT_UPDATED, line, updated, columns_of(row))
            doubt = _in_years(failures, line, row) + _too_much(failures, line, row)
            yield failures.reading(event, [line] if updated is None else [line, updated], changes, doubt)


def _in_years(failures: Failures, line: int, row: Row) -> int:
    """What it costs that totals are out of date in so many years; few say less where lines have figures in no more.

    A line below that was changed by the same share in each year was changed in all of them at once.
    """
    years = failures.typical.years(row)
    count = sum(map(bool, years))
    if count > 2:
        return 0 if _share_of_one_below(failures, line, row) else MORE_YEARS
    return failures.typical.plain(row) + failures.typical.as_few(row) + (TWO_YEARS if count == 2 else 0)


def _share_of_one_below(failures: Failures, line: int, row: Row) -> bool:
    """Whether a line below has the same share of a row in each year. Where its years are alike, or several lines have
    it because they grow alike, a line left out would have it too: there it has to be a round share."""
    years = failures.typical.years(row)
    below = [failures.typical.years(failures.figures(lower)) for lower in islice(_below(failures, line), MOST_BELOW)]
    fitting = {tuple(one) for one in below if not _even(one) and _same_share(years, one)}
    return len(fitting) == 1 or any(_round_share(years, one) for one in below)


def _below(failures: Failures, line: int) -> Iterator[int]:
    """The lines below a line, level by level."""
    found = [line]
    for one in found:
        lowers = [lower for lower, _ in failures.lowers(one)]
        found += lowers
        yield from lowers


def _same_share(row: Row, figures: Row) -> bool:
    """Whether a row is the same share of other figures in each year, to the thousandth."""
    whole, of = sum(row), sum(figures)
    pairs = zip(row, figures, strict=True)
    return all(abs(one * of - figure * whole) * THOUSAND <= abs(one * of) for one, figure in pairs)


def _even(figures: Row) -> bool:
    """Whether figures differ so little that any that are all alike are the same share of them."""
    some = [figure for figure in figures if figure]
    return len(some) < 2 or (max(some) - min(some)) * DIFFERENT < max(map(abs, some))


def _round_share(row: Row, figures: Row) -> bool:
    """Whether figures were changed by a row from what it is some twentieths of, in each year, up to half."""
    before = [one + figure for one, figure in zip(row, figures, strict=True)]
    whole, of = 20 * abs(sum(row)), abs(sum(before))
    near = any(abs(whole - part * of) * THOUSAND <= whole for part in range(1, 11))
    return near and _same_share(row, before)


def _too_much(failures: Failures, line: int, row: Row) -> int:
    """What it costs that no figure below is larger than what it would have been changed by."""
    lines = [lower for lower, _ in failures.lowers(line)]
    times = [abs(row[at]) // _largest(failures, at, lines) for at in columns_of(row)]
    return TOO_MUCH * min(2, max(times))


def _largest(failures: Failures, column: int, lines: Sequence[int]) -> int:
    """The largest figure that some lines have in a column, at least 1."""
    start, cells = column * failures.network.rows, failures.plan.cells
    return max([1, *[abs(cells[start + line] or 0) for line in lines]])


def _stale(failures: Failures, line: int, updated: int | None) -> Iterator[tuple[int, int]]:
    """A line and those above it, with the weight of the line in each, as far as they were not updated."""
    above = ((line, 1), *failures.above(line))
    yield from takewhile(lambda one: one[0] != updated, above)
