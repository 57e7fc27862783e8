"""How long a row is to tell, by what is usual in its table; which event that makes likelier."""

from tables import diagnosed, table

from sxtdbv_cli.diagnose.events._typical import Lengths
from sxtdbv_cli.model.diagnosis import EventKind
from sxtdbv_cli.model.plan import Plan

EVEN = [[40, 40, 40], [70, 70, 70], [20, 20, 20], [90, 90, 90], [60, 60, 60]]
UNEVEN = [[4_170, 3_920, 4_410], [7_310, 6_180, 8_020], [2_040, 3_350, 1_790], [9_530, 7_260, 8_840]]


def test_what_is_usual_in_a_table_takes_few_digits() -> None:
    even = Lengths(EVEN)
    assert even.digits([30, 30, 30]) < even.digits([30, 0, 30]) < even.digits([30, 50, 80])
    thousands = Lengths([[3_000, 5_000, 4_000], [8_000, 2_000, 1_000]])
    assert thousands.digits([6_000, 7_000, 9_000]) < Lengths(UNEVEN).digits([6_000, 7_000, 9_000])


def test_a_figure_near_the_one_before_takes_few_digits() -> None:
    lengths = Lengths(UNEVEN)
    assert lengths.digits([41_730, 41_750, 41_790]) < lengths.digits([41_730, 83_960, 20_480])


def copied(rows: list[list[int]], line: int, other: int) -> Plan:
    """A total line and its lines, of which one has the figures of another."""
    lines = [(sum(row), *row) for row in rows]
    figures = [tuple(map(sum, zip(*lines, strict=True))), *lines]
    figures[line] = figures[other]
    return table([(-1 if not at else 0, row) for at, row in enumerate(figures)])


def first(plan: Plan) -> EventKind | None:
    """The kind of event that is named first."""
    event = diagnosed(plan).clusters[0].explanations[0].event
    return event.kind if event else None


def test_what_is_unusual_was_not_left_out_where_a_copy_explains_it() -> None:
    # The total is off by what a line could have; but in this table years are the same, and these would not be.
    assert first(copied([*EVEN, [80, 90, 120]], 6, 1)) is EventKind.ROW_COPIED
