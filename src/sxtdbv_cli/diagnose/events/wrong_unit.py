"""A line, with what stands below it, or a column was stated in another unit than the rest of the table."""

from collections.abc import Iterable, Iterator

from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._readings import Reading
from sxtdbv_cli.diagnose.events._rows import Row, columns_of
from sxtdbv_cli.diagnose.rank import change
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
    if failures.across and not failures.rows:
        for column in range(failures.network.width):
            for factor in FACTORS:
                yield from _column(failures, column, factor)


def _lines(failures: Failures, parent: int, row: Row, factor: int, *, up: bool) -> Iterator[Reading]:
    """The lines whose figures are so many times too small (``up``) or too large."""
    times = 1 if up else factor
    if any(gap * times % (factor - 1) for gap in row):
        return
    figures = [abs(gap * times // (factor - 1)) for gap in row]
    for shift in failures.shifts(parent, figures):
        seen = [at for at, gap in enumerate(shift.by) if gap or at not in failures.unseen.get(parent, ())]
        stated = failures.figures(shift.line)
        if not all(_off(stated[at], shift.by[at], factor, up=up) for at in seen):
            continue
        lines = _branch(failures, shift.line) if shift.branch else [shift.line]
        changes = _scaled(failures, lines, factor, up=up)
        if changes:
            event = Event(EventKind.WRONG_UNIT, shift.line, None, columns_of(row), (), factor)
            yield failures.reading(event, shift.lines, changes)


def _off(figure: int, gap: int, factor: int, *, up: bool) -> bool:
    """Whether a figure is off by its own unit: the right one is so many times as large, or as small."""
    return figure * (1 - factor) == gap if up else figure * (factor - 1) == gap * factor


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
    stated = [(cell, amount) for cell in cells if (amount := plan.cells[cell])]
    if not up and any(amount % factor for _, amount in stated):
        return []
    return [change(plan, cell, amount * factor if up else amount // factor) for cell, amount in stated]


def _column(failures: Failures, column: int, factor: int) -> Iterator[Reading]:
    """A column whose figures are all so many times too small, or too large: no line adds up across."""
    plan, network = failures.plan, failures.network
    weights = dict(network.column_sums[column])
    cells = range(column * network.rows, (column + 1) * network.rows)
    stated = [cell for cell in cells if plan.cells[cell]]
    checked = {whole * network.rows + cell % network.rows: (whole, cell) for cell in stated for whole in weights}
    if not failures.across.keys() <= checked.keys():
        return
    for up in (True, False):
        if all(
            _across(weights[whole], plan.cells[cell] or 0, factor, failures.across.get(key), up=up)
            for key, (whole, cell) in checked.items()
            if network.has_column_sum(cell % network.rows, whole)
        ):
            changes = _in_unit(plan, stated, factor, up=up)
            if changes:
                event = Event(EventKind.WRONG_UNIT, WHOLE_TABLE, None, (column,), (), factor)
                yield Reading(Explanation(tuple(changes), event), tuple(failures.across))


def _across(weight: int, amount: int, factor: int, gap: int | None, *, up: bool) -> bool:
    """Whether a sum across is off by one figure of another unit."""
    if gap is None:
        return False
    if up:
        return gap == weight * amount * (1 - factor)
    return gap * factor == weight * amount * (factor - 1)
