"""A line, with what stands below it, or a column was stated in another unit than the rest of the table."""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.events._failures import Failures, Reading, Row, Shift, columns_of
from sxtdbv_cli.diagnose.rank import change
from sxtdbv_cli.model.diagnosis import Change, Event, EventKind, Explanation
from sxtdbv_cli.model.plan import Cell

FACTORS = (1_000, 1_000_000)
WHOLE_TABLE = -1


def readings(failures: Failures) -> Iterator[Reading]:
    """The lines in the wrong unit, or the one column."""
    for shift in failures.shifts():
        for factor in FACTORS:
            yield from _line(failures, shift, factor)
    if failures.across and not failures.rows:
        for column in range(failures.network.width):
            for factor in FACTORS:
                yield from _column(failures, column, factor)


def _line(failures: Failures, shift: Shift, factor: int) -> Iterator[Reading]:
    """A line whose figures are so many times too small, or too large."""
    figures = failures.figures(shift.line)
    for up in (True, False):
        if not any(figures) or not _off(figures, shift.by, factor, up=up):
            continue
        lines = _branch(failures, shift.line) if shift.branch else [shift.line]
        changes = _scaled(failures, [failures.plan.cell(line, 0) for line in lines], factor, up=up)
        if changes:
            event = Event(EventKind.WRONG_UNIT, shift.line, None, columns_of(shift.by), (), factor)
            yield failures.reading(event, shift.lines, changes)


def _off(figures: Row, by: Row, factor: int, *, up: bool) -> bool:
    """Whether figures are off by their own unit: right ones are so many times as large, or as small."""
    if up:
        return all(figure * (1 - factor) == gap for figure, gap in zip(figures, by, strict=True))
    return all(figure * (factor - 1) == gap * factor for figure, gap in zip(figures, by, strict=True))


def _branch(failures: Failures, line: int) -> list[int]:
    found = [line]
    for one in found:
        found += failures.plan.children[one] if one < len(failures.plan.lines) else ()
    return found


def _scaled(failures: Failures, firsts: list[Cell], factor: int, *, up: bool) -> list[Change]:
    """Every figure of some lines in the other unit; nothing where that is no whole amount."""
    plan, rows = failures.plan, failures.network.rows
    cells = [cell for first in firsts for cell in range(first, failures.network.size, rows) if plan.cells[cell]]
    stated = [plan.cells[cell] or 0 for cell in cells]
    if not up and any(amount % factor for amount in stated):
        return []
    right = [amount * factor if up else amount // factor for amount in stated]
    return [change(plan, cell, amount) for cell, amount in zip(cells, right, strict=True)]


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
            changes = [
                change(plan, cell, (plan.cells[cell] or 0) * factor if up else (plan.cells[cell] or 0) // factor)
                for cell in stated
            ]
            if up or all((plan.cells[cell] or 0) % factor == 0 for cell in stated):
                event = Event(EventKind.WRONG_UNIT, WHOLE_TABLE, None, (column,), (), factor)
                yield Reading(Explanation(tuple(changes), event), tuple(failures.across))


def _across(weight: int, amount: int, factor: int, gap: int | None, *, up: bool) -> bool:
    """Whether a sum across is off by one figure of another unit."""
    if gap is None:
        return False
    if up:
        return gap == weight * amount * (1 - factor)
    return gap * factor == weight * amount * (factor - 1)
