"""A line, with what stands below it, or a column was stated in another unit than the rest of the table."""

from collections.abc import Iterable, Iterator

from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._readings import Block, Reading, Row, Shift, below, columns_of, negative
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.model.audit import rounding
from sxtdbv_cli.model.diagnosis import Change, Event, EventKind, Explanation
from sxtdbv_cli.model.plan import Cell, Plan

FACTORS = (1_000, 1_000_000)
WHOLE_TABLE = -1


def readings(failures: Failures) -> Iterator[Reading]:
    """The lines in the wrong unit, or the one column."""
    for parent, row in failures.rows.items():
        for factor in FACTORS:
            for up in (True, False):
                yield from _lines(failures, parent, row, factor, up=up)
    yield from of_columns(failures)


def of_columns(failures: Failures) -> Iterator[Reading]:
    """The one column in the wrong unit, alone or with those that are added up in it, which makes sums fail in every
    line; sums of lines only where they were rounded, or the declared total is right."""
    lines = failures.rows.keys() - {failures.network.last}
    if failures.across and (failures.rounded or not lines):
        failing = {column for row in failures.rows.values() for column in columns_of(row)}
        for column in range(failures.network.width):
            for block in sorted({(column,), below(failures.plan, column)}):
                seen = failing.issubset(block) and len(block) < failures.network.width
                for factor in FACTORS if seen else ():
                    yield from _column(failures, block, factor, declared=False)
                    if failures.network.last in failures.rows:
                        yield from _column(failures, block, factor, declared=True)


def _lines(failures: Failures, parent: int, row: Row, factor: int, *, up: bool) -> Iterator[Reading]:
    """The lines whose figures are so many times too small (``up``) or too large."""
    times, may = 1 if up else factor, _rounded(failures.plan, 1 + len(failures.lowers(parent)), factor, up=up)
    if not may and any(gap * times % (factor - 1) for gap in row):
        return
    figures = [_nearest(abs(gap) * times, factor - 1) for gap in row]
    for shift in _shifts(failures, parent, figures) if any(figures) else ():
        seen = [at for at, gap in enumerate(shift.by) if gap or at not in failures.unseen.get(parent, ())]
        stated = failures.figures(shift.line)
        if not all(_off(stated[at], shift.by[at], factor, may, up=up) for at in seen):
            continue
        lines = _branch(failures, shift.line) if shift.branch else [shift.line]
        changes = _scaled(failures, lines, factor, up=up)
        if any(change.proposed for change in changes):
            event = Event(EventKind.WRONG_UNIT, shift.line, None, columns_of(row), (), factor)
            found = failures.reading(event, shift.lines, changes)
            yield found._replace(keys=_touched(failures, changes)) if failures.rounded else found


def _shifts(failures: Failures, parent: int, figures: Row) -> Iterator[Shift]:
    """The lines with some figures that could be what a line is off by, all below them with them if what was rounded
    away made sums below fail, too."""
    found = list(failures.shifts(parent, figures))
    yield from found
    known = {shift.line for shift in found}
    for line, weight in failures.holding(parent, figures) if failures.rounded else ():
        if line not in known:
            row = failures.rows[parent]
            yield Shift(line, row if weight < 0 else negative(row), (parent,), branch=True)


def _touched(failures: Failures, changes: Iterable[Change]) -> tuple[Key, ...]:
    """The failing sums of changed cells."""
    failing = failures.across.keys() | {key for keys in failures.keys.values() for key in keys}
    keys = {key for change in changes for key, _ in failures.network.sums_of(change.cell)}
    return tuple(sorted(keys & failing))


def _nearest(amount: int, by: int) -> int:
    """The whole number nearest to an amount that is nothing or more, divided."""
    return (2 * amount + by) // (2 * by)


def _off(figure: int, gap: int, factor: int, may: int, *, up: bool) -> bool:
    """Whether a figure is off by its own unit, as far as a sum that may miss by so much can tell.

    The right one is so many times as large, or as small. What a sum that holds is off by is not told.
    """
    may *= 1 if gap else 2
    return abs(figure * (1 - factor) - gap) <= may if up else abs(figure * (factor - 1) - gap * factor) <= may * factor


def _rounded(plan: Plan, figures: int, factor: int, *, up: bool) -> int:
    """By how much a sum of so many figures may miss, with what was rounded away of one that is too small."""
    return rounding(plan, figures) + (factor * rounding(plan, 1) if up else 0)


def _branch(failures: Failures, line: int) -> list[int]:
    found = [line]
    for one in found:
        found += failures.plan.children[one] if one < len(failures.plan.lines) else ()
    return found


def _scaled(failures: Failures, lines: list[int], factor: int, *, up: bool) -> list[Change]:
    """Every figure of some lines in the other unit; nothing where that is no whole amount."""
    plan = failures.plan
    cells = [plan.cell(line, column) for line in lines for column in range(failures.network.width)]
    return _in_unit(plan, cells, factor, up=up)


def _in_unit(plan: Plan, cells: Iterable[Cell], factor: int, *, up: bool) -> list[Change]:
    step = plan.unit.precision
    stated = [(cell, amount) for cell in cells if (amount := plan.cells[cell])]
    if not up and step == 1 and any(amount % factor for _, amount in stated):
        return []
    right = [(cell, amount, amount * factor if up else _less(amount, factor, step)) for cell, amount in stated]
    return [Change(*one, None) for one in right]


def _less(amount: int, factor: int, step: int) -> int:
    """An amount so many times smaller, in whole steps."""
    return _nearest(abs(amount), factor * step) * step * (1 if amount >= 0 else -1)


def _column(failures: Failures, block: Block, factor: int, *, declared: bool) -> Iterator[Reading]:
    """A column whose figures are all so many times too small, or too large: no line adds up across.

    So is the declared total, or it is right (``declared``), and off by the whole column.
    """
    plan, network = failures.plan, failures.network
    lines = range(network.rows - declared)
    figures = _across_figures(failures, block, lines)
    first = next(iter(failures.across))
    ways = [up for up in (True, False) if _across(failures, first, figures.get(first, 0), factor, up=up)]
    if not ways or not failures.across.keys() <= figures.keys():
        return
    cells = [at * network.rows + line for at in block for line in lines]
    for up in ways:
        if (not declared or _declared(failures, block, factor, up=up)) and all(
            _across(failures, key, figure, factor, up=up) for key, figure in figures.items()
        ):
            changes = _in_unit(plan, cells, factor, up=up)
            if any(change.proposed for change in changes):
                event = Event(EventKind.WRONG_UNIT, WHOLE_TABLE, None, block[:1], (), factor)
                keys = [key for keys in failures.keys.values() for key in keys]
                yield Reading(Explanation(tuple(sorted(changes)), event), (*failures.across, *keys))


def _across_figures(failures: Failures, block: Block, lines: range) -> dict[Key, int]:
    """What some columns put into each sum across of some lines that they do not cancel out in; none into one that is
    all of them, for that fails in every unit."""
    network, cells = failures.network, failures.plan.cells
    terms = [{at, *column.plus, *column.minus} for at, column in enumerate(failures.plan.columns)]
    found: dict[Key, int] = {}
    for at, (whole, weight) in [(column, term) for column in block for term in network.column_sums[column]]:
        for line in lines if not terms[whole] <= {*block} else ():
            if (figure := cells[at * network.rows + line]) and network.has_column_sum(line, whole):
                key = whole * network.rows + line
                found[key] = found.get(key, 0) + weight * figure
    return {key: figure for key, figure in found.items() if figure}


def _declared(failures: Failures, block: Block, factor: int, *, up: bool) -> bool:
    """Whether declared totals that are right are off by what the lines below them come to in the other unit."""
    may = _rounded(failures.plan, 1 + len(failures.lowers(failures.network.last)), factor, up=up)
    declared, gaps = failures.plan.declared, failures.rows[failures.network.last]
    return all(
        _off(gaps[at] - total, gaps[at], factor, may, up=up) for at in block if (total := declared[at]) is not None
    )


def _across(failures: Failures, key: Key, figure: int, factor: int, *, up: bool) -> bool:
    """Whether a sum across is off by figures of another unit."""
    may = _rounded(failures.plan, len(failures.network.terms(key)), factor, up=up)
    return (key in failures.across or may > 0) and _off(figure, failures.across.get(key, 0), factor, may, up=up)
