"""A figure stands in the row of a sibling, whose cell is blank or has the figure of the other: the sums across say in
which of the two it belongs."""

from collections.abc import Iterator

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._readings import Reading
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.model.diagnosis import Change, Event, EventKind, Explanation
from sxtdbv_cli.model.plan import Amount, Cell

Homes = dict[tuple[Amount, int], list[int]]
"""Lines by what they state in a column, and by what their sum across is off by: a figure can belong in few."""


def readings(failures: Failures) -> Iterator[Reading]:
    """The figures without which a sum across holds, and with which that of a sibling does."""
    network, cells, rows = failures.network, failures.plan.cells, failures.network.rows
    exchanged = _failing(failures)
    blank: dict[tuple[int, int, int], Homes] = {}
    for key, gap in failures.across.items():
        for cell, weight in network.terms(key)[1:]:
            column, line = divmod(cell, rows)
            figure, upper = cells[cell] or 0, failures.upper(line)
            if not figure or upper is None or failures.lowers(line):
                continue
            own = figure - weight * gap
            homes = [home for home in exchanged.get((key - line, column), {}).get((own, -gap), ()) if home > line]
            if not own:
                place = upper[0], key - line, column
                if place not in blank:
                    blank[place] = _blank(failures, *place)
                homes = sorted([*homes, *[home for home in blank[place].get((None, -gap), ()) if home != line]])
            for home in homes:
                if failures.upper(home) == upper and not failures.lowers(home):
                    yield _moved(failures, key, cell, home)


def _failing(failures: Failures) -> dict[tuple[int, int], Homes]:
    """The lines whose sums across fail, by where the whole and a part of such a sum begin."""
    network, cells, rows = failures.network, failures.plan.cells, failures.network.rows
    found = by_key(
        ((key - key % rows, cell // rows), (key % rows, cells[cell], network.off(key)))
        for key in failures.across
        for cell, _ in network.terms(key)[1:]
        if cells[key] is not None and cells[cell] is not None
    )
    return {place: by_key(((own, off), line) for line, own, off in lines) for place, lines in found.items()}


def _blank(failures: Failures, upper: int, start: Key, column: int) -> Homes:
    """The lines counted in a line that are blank in a column, and state the whole of the sum across."""
    network, cells, rows = failures.network, failures.plan.cells, failures.network.rows
    return by_key(
        ((None, network.off(start + line)), line)
        for line, _ in failures.lowers(upper)
        if cells[column * rows + line] is None and cells[start + line] is not None
    )


def _moved(failures: Failures, key: Key, cell: Cell, home: int) -> Reading:
    """The reading that a figure of one sum across belongs in the row of another line, whose own comes back for it."""
    cells, rows = failures.plan.cells, failures.network.rows
    column, line = divmod(cell, rows)
    figure, own = cells[cell] or 0, cells[column * rows + home]
    changes = (Change(cell, figure, own or 0, None), Change(cell - line + home, own, figure, None))
    event = Event(EventKind.FIGURE_MOVED, line, home, (column,), (figure,) if own is None else ())
    keys = [one for one in (key, key - line + home) if one in failures.across]
    return Reading(Explanation(tuple(sorted(changes)), event), tuple(keys))
