"""Which of several events that would leave the same sums failing is likelier: what the other lines of the table say."""

import pytest
from tables import diagnosed, table

from sxtdbv_cli.model.diagnosis import EventKind

MANY = [(i * 1_130 + 4_370, i * 970 + 5_210, i * 1_310 + 3_390) for i in range(8)]


def first(lines: list[tuple[int, ...]], whole: tuple[int, ...]) -> EventKind | None:
    """The kind of event named first for a total line, what it states, and its lines, their totals worked out."""
    rows = [(-1, (sum(whole), *whole)), *[(0, (sum(line), *line)) for line in lines]]
    event = diagnosed(table(rows)).clusters[0].explanations[0].event
    return event.kind if event else None


def whole(lines: list[tuple[int, ...]], more: tuple[int, ...]) -> tuple[int, ...]:
    """The total of some lines and of what is missing."""
    return tuple(map(sum, zip(*lines, more, strict=True)))


def test_where_lines_are_alike_one_more_was_left_out() -> None:
    lines = [(7_310, 7_640, 9_170)] * 5 + [(4_230, 3_180, 5_060)]
    assert first(lines, whole(lines, lines[0])) is EventKind.LEFT_OUT


def test_where_no_lines_are_alike_what_is_the_same_as_one_was_counted_twice() -> None:
    assert first(MANY, whole(MANY, MANY[3])) is EventKind.COUNTED_TWICE


@pytest.mark.parametrize(
    ("missing", "kind"),
    [
        ((0, 1_200, 0), EventKind.PARENTS_NOT_UPDATED),  # all lines have figures in all years
        ((830, 1_200, 0), EventKind.PARENTS_NOT_UPDATED),  # small figures besides
        ((0, 40_000, 0), EventKind.LEFT_OUT),  # but no line has a figure that could have been so much more
        ((7_310, 6_720, 8_140), EventKind.LEFT_OUT),
    ],
)
def test_what_is_unlike_the_other_lines_was_not_left_out(missing: tuple[int, ...], kind: EventKind) -> None:
    assert first(MANY, whole(MANY, missing)) is kind


def test_where_a_line_was_changed_by_the_same_share_each_year_it_was_not_left_out() -> None:
    was = (7_310, 9_640, 6_170)
    cut = tuple(figure * 9 // 10 for figure in was)
    less = tuple(one - two for one, two in zip(was, cut, strict=True))
    assert first([*MANY, cut], whole([*MANY, cut], less)) is EventKind.PARENTS_NOT_UPDATED
    even = (7_310, 7_310, 7_310)  # the same each year: any that is even has the same share of it
    assert first([*MANY, even], whole([*MANY, even], (4_210, 4_210, 4_210))) is EventKind.LEFT_OUT


def test_where_lines_grow_alike_one_that_grows_so_was_left_out_though_it_is_a_share_of_others() -> None:
    grown = [tuple(first * share // 100 for share in (1_000, 1_100, 1_210)) for first in (733, 571, 942, 413)]
    missing = tuple(317 * share // 100 for share in (1_000, 1_100, 1_210))
    assert first(grown[:1] + MANY, whole(grown[:1] + MANY, missing)) is EventKind.PARENTS_NOT_UPDATED
    assert first(grown + MANY, whole(grown + MANY, missing)) is EventKind.LEFT_OUT
    cut = tuple(figure // 4 for figure in grown[0])  # a fifth of what the line was before
    assert first(grown + MANY, whole(grown + MANY, cut)) is EventKind.PARENTS_NOT_UPDATED


@pytest.mark.parametrize(
    ("now", "less", "kind"),
    [
        (5_848, 1_462, EventKind.PARENTS_NOT_UPDATED),  # a fifth less than 7.310
        (5_848, 1_642, EventKind.LEFT_OUT),
        (5_848, 4_386, EventKind.LEFT_OUT),  # three sevenths
        (800, 200, EventKind.LEFT_OUT),  # a fifth of 1.000, which may be chance
    ],
)
def test_a_round_share_of_a_line_that_is_the_same_each_year_is_no_chance(now: int, less: int, kind: EventKind) -> None:
    lines = [*MANY[:4], (now,) * 3]
    assert first(lines, whole(lines, (less,) * 3)) is kind


def test_a_copy_seldom_left_a_figure_as_it_was() -> None:
    even, odd = (3_270,) * 3, (3_271, 2_913, 3_854)
    assert first([*MANY, even, even], whole([*MANY, even, even], (1_170, 530, 0))) is EventKind.PARENTS_NOT_UPDATED
    assert first([*MANY, even, even], whole([*MANY, even, even], (1_170, 530, -310))) is EventKind.ROW_COPIED
    assert first([*MANY, odd, odd], whole([*MANY, odd, odd], (1_173, 541, 0))) is EventKind.ROW_COPIED


def test_a_figure_far_below_the_total_may_have_been_changed() -> None:
    lines = [(7_310, 9_640, 6_170), (4_370, 5_210, 3_390)]
    rows = [(0, *map(sum, zip(*lines, strict=True))), *[(1, *line) for line in lines], *[(0, *line) for line in MANY]]
    top = [round_ + sum(row[at + 1] for row in rows if row[0] == 0) for at, round_ in enumerate((731, 964, 617))]
    plan = table([(-1, (sum(top), *top)), *[(parent, (sum(row), *row)) for parent, *row in rows]])
    event = diagnosed(plan).clusters[0].explanations[0].event
    assert event and (event.kind, event.line) == (EventKind.PARENTS_NOT_UPDATED, 0)


def test_where_lines_have_one_year_a_figure_of_one_year_may_be_that_of_a_line() -> None:
    lines = [(0, 3_700, 0), (2_900, 0, 0), (0, 0, 4_100), (0, 5_300, 0), (1_700, 0, 0)]
    assert first(lines, whole(lines, (0, 5_200, 0))) is EventKind.LEFT_OUT
    assert first(lines, whole(lines, (0, 1_200, 0))) is EventKind.PARENTS_NOT_UPDATED  # smaller than all of them


def test_that_some_blank_is_filled_somehow_is_less_likely_than_two_figures_in_each_others_column() -> None:
    lines = [(371, 120, 190, 61), (113, 41, 37, 35), (25, None, None, 25), (31, None, None, 31)]
    plan = table([(-1, (540, 161, 227, 152)), *[(0, line) for line in lines]])
    swapped = plan.with_amounts({plan.cell(1, 1): 190, plan.cell(1, 2): 120})
    (cluster,) = diagnosed(swapped).clusters
    best = cluster.explanations[0]
    assert best.event and (best.event.kind, best.event.line) == (EventKind.YEARS_SWAPPED, 1)
    assert any(not one.changes and one.event is None for one in cluster.explanations)


def test_of_lines_that_are_alike_one_next_to_another_was_listed_twice() -> None:
    lines = [MANY[0], MANY[0], MANY[1], MANY[0], MANY[2]]
    once = whole(lines[1:], (0, 0, 0))
    rows = [(-1, (sum(once), *once)), *[(0, (sum(line), *line)) for line in lines]]
    event = diagnosed(table(rows)).clusters[0].explanations[0].event
    assert event
    assert (event.kind, event.line, event.other) == (EventKind.COUNTED_TWICE, 2, 1)
