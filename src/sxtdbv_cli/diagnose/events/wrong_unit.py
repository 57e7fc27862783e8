"""A line, with what stands below it, or a column was stated in another unit than the rest of the table."""

from collections.abc import Iterable, Iterator

from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._readings import Reading
from sxtdbv_cli.diagnose.events._rows import Row, columns_of
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.ranking.rank import change
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
    """The one column in the wrong unit, which makes sums fail in every line."""
    if failures.across and failures.rows.keys() <= {failures.network.last}:
        for column in range(failures.network.width):
            for factor in FACTORS:
                yield from _column(failures, column, factor)


def _lines(failures: Failures, parent: int, row: Row, factor: int, *, up: bool) -> Iterator[Reading]:
    """The lines whose figures are so many times too small (``up``) or too large."""
    times, may = 1 if up else factor, _rounded(failures.plan, 1 + len(failures.lowers(parent)), factor, up=up)
    if not may and any(gap * times % (factor - 1) for gap in row):
        return
    figures = [_nearest(abs(gap) * times, factor - 1) for gap in row]
    for shift in failures.shifts(parent, figures) if any(figures) else ():
        seen = [at for at, gap in enumerate(shift.by) if gap or at not in failures.unseen.get(parent, ())]
        stated = failures.figures(shift.line)
        if not all(_off(stated[at], shift.by[at], factor, may, up=up) for at in seen):
            continue
        lines = _branch(failures, shift.line) if shift.branch else [shift.line]
        changes = _scaled(failures, lines, factor, up=up)
        if any(change.proposed for change in changes):
            event = Event(EventKind.WRONG_UNIT, shift.line, None, columns_of(row), (), factor)
            yield failures.reading(event, shift.lines, changes)


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
    return [change(plan, cell, amount * factor if up else _less(amount, factor, step)) for cell, amount in stated]


def _less(amount: int, factor: int, step: int) -> int:
    """An amount so many times smaller, in whole steps."""
    return _nearest(abs(amount), factor * step) * step * (1 if amount >= 0 else -1)


def _column(failures: Failures, column: int, factor: int) -> Iterator[Reading]:
    """A column whose figures are all so many times too small, or too large: no line adds up across.

    So is the declared total, or it is right, and off by the whole column.
    """
    plan, network = failures.plan, failures.network
    declared = failures.rows.get(network.last)
    ways = _first_way(failures, column, factor)
    if not ways or (declared is not None and columns_of(declared) != (column,)):
        return
    cells = range(column * network.rows, (column + 1) * network.rows - (declared is not None))
    stated = [cell for cell in cells if plan.cells[cell]]
    weights = dict(network.column_sums[column])
    checked = {whole * network.rows + cell % network.rows: (whole, cell) for cell in stated for whole in weights}
    if not failures.across.keys() <= checked.keys():
        return
    for up in ways:
        if (declared is None or _declared(failures, declared[column], column, factor, up=up)) and all(
            _across(failures, key, weights[whole] * (plan.cells[cell] or 0), factor, up=up)
            for key, (whole, cell) in checked.items()
            if network.has_column_sum(cell % network.rows, whole)
        ):
            changes = _in_unit(plan, stated, factor, up=up)
            if any(change.proposed for change in changes):
                event = Event(EventKind.WRONG_UNIT, WHOLE_TABLE, None, (column,), (), factor)
                keys = (*failures.across, *failures.keys.get(network.last, ()))
                yield Reading(Explanation(tuple(changes), event), keys)


def _first_way(failures: Failures, column: int, factor: int) -> list[bool]:
    """Whether the figures of a column are too small, or too large, as the first sum that fails has it."""
    network = failures.network
    key = next(iter(failures.across))
    whole, line = divmod(key, network.rows)
    figure = dict(network.column_sums[column]).get(whole, 0) * failures.figures(line)[column]
    return [up for up in (True, False) if _across(failures, key, figure, factor, up=up)]


def _declared(failures: Failures, gap: int, column: int, factor: int, *, up: bool) -> bool:
    """Whether a declared total that is right is off by what the lines below it come to in the other unit."""
    may = _rounded(failures.plan, 1 + len(failures.lowers(failures.network.last)), factor, up=up)
    return _off(gap - (failures.plan.declared[column] or 0), gap, factor, may, up=up)


def _across(failures: Failures, key: Key, figure: int, factor: int, *, up: bool) -> bool:
    """Whether a sum across is off by one figure of another unit."""
    may = _rounded(failures.plan, len(failures.network.terms(key)), factor, up=up)
    return (key in failures.across or may > 0) and _off(figure, failures.across.get(key, 0), factor, may, up=up)
