"""A figure stands in the row of a sibling, whose cell is blank or has the figure of the other: the sums across say in
which of the two it belongs."""

from collections.abc import Iterator

from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._readings import Reading
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.model.diagnosis import Change, Event, EventKind, Explanation


def readings(failures: Failures) -> Iterator[Reading]:
    """The figures without which a sum across holds, and with which that of a sibling does."""
    network, cells, rows = failures.network, failures.plan.cells, failures.network.rows
    for key, gap in failures.across.items():
        for cell, weight in network.terms(key)[1:]:
            column, line = divmod(cell, rows)
            figure = cells[cell] or 0
            for home in _beside(failures, line) if figure else ():
                own = cells[column * rows + home]
                other = key - line + home
                back = own is not None and other in failures.across
                if gap != weight * (figure - (own or 0)) or not (own is None or (back and line < home)):
                    continue
                if _lacks(failures, other, -gap):
                    changes = (Change(cell, figure, own or 0, None), Change(cell - line + home, own, figure, None))
                    event = Event(EventKind.FIGURE_MOVED, line, home, (column,), (figure,) if own is None else ())
                    keys = [one for one in (key, other) if one in failures.across]
                    yield Reading(Explanation(tuple(sorted(changes)), event), tuple(keys))


def _beside(failures: Failures, line: int) -> Iterator[int]:
    """The lines that are counted with a line in the same, if nothing stands below it, nor below them."""
    upper = failures.upper(line)
    for home, weight in failures.lowers(upper[0]) if upper and not failures.lowers(line) else ():
        if upper and home != line and weight == upper[1] and not failures.lowers(home):
            yield home


def _lacks(failures: Failures, key: Key, gap: int) -> bool:
    """Whether the whole of a sum across is stated, and off by so much, its blanks taken for nothing."""
    (whole, _), *_ = failures.network.terms(key)
    return failures.plan.cells[whole] is not None and failures.network.off(key) == gap
