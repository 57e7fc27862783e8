"""Deeper columns of which blank cells may hold all that is off: no failing sum is lost by that."""

from random import Random

from tables import diagnosed, table

from sxtdbv_cli.model.diagnosis import EventKind
from sxtdbv_cli.model.plan import Column

COLUMNS = tuple(Column(key=f"c{at}", plus=plus) for at, plus in enumerate(((1, 4), (2, 3), (), (), (5, 6), (), ())))
"""A total, two years of it, and two sources of each year."""


def _row(*sources: int) -> list[int | None]:
    """A consistent row; what would be nothing is blank."""
    one, two, three, four = sources
    row = [sum(sources), one + two, one, two, three + four, three, four]
    return [amount or None for amount in row]


def test_failing_sums_that_blank_cells_may_make_up_for_are_told_with_the_events_that_would_explain_them() -> None:
    random = Random(5)
    rows = [_row(*[random.choice((0, 0, random.randint(1, 999) * 1_000)) for _ in range(4)]) for _ in range(40)]
    gone = _row(15_000, 27_000, 31_000, 8_000)
    whole = [sum(amount or 0 for amount in column) for column in zip(*rows, gone, strict=True)]
    found = diagnosed(table([(-1, whole), *[(0, row) for row in rows]], columns=COLUMNS))
    (cluster,) = found.clusters
    assert len(cluster.sums) == found.failed == 7
    assert found.minimum == 0
    assert EventKind.LEFT_OUT in [one.event.kind for one in cluster.explanations if one.event]
