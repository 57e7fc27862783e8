"""One mistake that is no mistyped cell is named as such."""

import pytest
from tables import diagnosed, table

from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.diagnosis import Event, EventKind
from sxtdbv_cli.model.plan import Amount, Column, Plan

A, B, C = (90, 20, 30, 40), (70, 11, 22, 37), (54, 13, 17, 24)


def total(*rows: tuple[int, ...]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def first(plan: Plan) -> Event | None:
    [cluster] = diagnosed(plan).clusters
    return cluster.explanations[0].event


def rows(top: list[int], *children: tuple[int, ...]) -> list[tuple[int, list[Amount]]]:
    return [(-1, [*top]), *[(0, [*child]) for child in children]]


def test_a_line_left_out_is_named_with_its_figures() -> None:
    event = first(table(rows(total(A, B, C), A, B)))
    assert event == Event(EventKind.LEFT_OUT, 0, None, (0, 1, 2, 3), C)


def test_a_line_counted_twice_is_named() -> None:
    event = first(table(rows(total(A, B, B, C), A, B, C)))
    assert event == Event(EventKind.COUNTED_TWICE, 2, None, (0, 1, 2, 3), B)


def test_two_years_exchanged_are_named_and_put_back() -> None:
    plan = table(rows(total(A, B, C), A, (70, 22, 11, 37), C))
    [cluster] = diagnosed(plan).clusters
    best = cluster.explanations[0]
    assert best.event == Event(EventKind.YEARS_SWAPPED, 2, None, (1, 2))
    assert [(change.stated, change.proposed) for change in best.changes] == [(22, 11), (11, 22)]


def test_sources_of_two_years_exchanged_are_named_and_put_back() -> None:
    # A total, two years, two sources each: the second source of the first year and the first of the second year.
    parts = ((1, 4), (2, 3), (), (), (5, 6), (), ())
    columns = tuple(Column(key=f"c{at}", plus=plus) for at, plus in enumerate(parts))
    right, other = [100, 43, 30, 13, 57, 21, 36], [90, 37, 12, 25, 53, 34, 19]
    whole = [one + two for one, two in zip(right, other, strict=True)]
    wrong = [100, 43, 30, 21, 57, 13, 36]
    [cluster] = diagnosed(table([(-1, whole), (0, wrong), (0, other)], columns=columns)).clusters
    assert cluster.explanations[0].event == Event(EventKind.YEARS_SWAPPED, 1, None, (3, 5))
    assert [(one.stated, one.proposed) for one in cluster.explanations[0].changes] == [(21, 13), (13, 21)]


def test_two_years_exchanged_with_their_sources_are_named() -> None:
    columns = (
        Column(key="total", plus=(1, 4)),
        *(Column(key="2024", plus=(2, 3)), Column(key="central24"), Column(key="local24")),
        *(Column(key="2025", plus=(5, 6)), Column(key="central25"), Column(key="local25")),
    )
    right, other = (700, 280, 180, 100, 420, 310, 110), (900, 390, 210, 180, 510, 160, 350)
    plan = table(rows(total(right, other), (700, 420, 310, 110, 280, 180, 100), other), columns=columns)
    [cluster] = diagnosed(plan).clusters
    best = cluster.explanations[0]
    assert best.event == Event(EventKind.YEARS_SWAPPED, 1, None, (1, 4))
    after = plan.with_amounts({change.cell: change.proposed for change in best.changes})
    assert [after.cells[after.cell(1, column)] for column in range(7)] == list(right)
    assert not audit(after).failing


def test_totals_that_were_not_updated_are_named_up_to_the_top() -> None:
    edited = (C[0] + 8, C[1], C[2] + 8, C[3])
    inner = total(B, C)
    top = total(A, tuple(inner))
    plan = table([(-1, top), (0, A), (0, inner), (2, B), (2, edited)])
    [cluster] = diagnosed(plan).clusters
    best = cluster.explanations[0]
    assert best.event == Event(EventKind.PARENTS_NOT_UPDATED, 2, None, (0, 2))
    assert {plan.position(change.cell) for change in best.changes} == {(0, 0), (0, 2), (2, 0), (2, 2)}
    assert all(change.proposed == (change.stated or 0) + 8 for change in best.changes)
    trusted = [plan.cell(0, 0)]
    assert all(
        explanation.event is None or explanation.event.kind is not EventKind.PARENTS_NOT_UPDATED
        for cluster in diagnosed(plan, trusted).clusters
        for explanation in cluster.explanations
    )


def test_a_line_counted_twice_is_named_where_the_totals_above_are_right() -> None:
    inner, right = total(A, A, B), total(A, B)
    plan = table([(-1, total(C, tuple(right))), (0, C), (0, inner), (2, A), (2, B)])
    assert first(plan) == Event(EventKind.COUNTED_TWICE, 3, None, (0, 1, 2, 3), A)


def test_a_partial_listing_that_was_added_is_named() -> None:
    plan = table([(-1, total(A, B, C)), (0, A), (0, B), (2, C, "of")])
    assert first(plan) == Event(EventKind.COUNTED_TWICE, 3, None, (0, 1, 2, 3), C)


def test_a_line_listed_twice_is_named_beside_the_line_it_repeats() -> None:
    plan = table(rows(total(A, B, C), A, B, C, B))
    [cluster] = diagnosed(plan).clusters
    best, *others = cluster.explanations
    assert best.event == Event(EventKind.COUNTED_TWICE, 4, 2, (0, 1, 2, 3), B)
    assert Event(EventKind.COUNTED_TWICE, 2, 4, (0, 1, 2, 3), B) in [one.event for one in others]
    assert not best.changes


def test_a_partial_listing_among_the_parts_is_named_with_the_total_that_does_not_hold_it() -> None:
    inner = total(A, B)
    plan = table([(-1, total(A, B, C)), (0, inner), (1, A), (1, B), (1, (30, 7, 11, 12)), (0, C)])
    assert first(plan) == Event(EventKind.COUNTED_TWICE, 4, 1, (0, 1, 2, 3), (30, 7, 11, 12))


def test_totals_that_were_not_updated_are_named_up_to_one_that_was() -> None:
    edited = (C[0] + 8, C[1], C[2] + 8, C[3])
    stale, middle = total(B, C), total(A, tuple(total(B, C)))
    top = total(A, A, B, edited)
    plan = table([(-1, top), (0, A), (0, middle), (2, A), (2, stale), (4, B), (4, edited)])
    [cluster] = diagnosed(plan).clusters
    best = cluster.explanations[0]
    assert best.event == Event(EventKind.PARENTS_NOT_UPDATED, 4, 0, (0, 2))
    assert {plan.position(change.cell) for change in best.changes} == {(2, 0), (2, 2), (4, 0), (4, 2)}
    assert not audit(plan.with_amounts({change.cell: change.proposed for change in best.changes})).failing


def test_a_total_declared_without_years_is_held_to_what_it_states() -> None:
    whole = [sum(figures) for figures in zip(A, B, C, strict=True)][:1] + [None] * 3
    x, y, z, w = total(A, B)
    swapped = table([(-1, [x, z, y, w]), (0, A), (0, B), (-1, C)], whole)
    assert first(swapped) == Event(EventKind.YEARS_SWAPPED, 0, None, (1, 2))
    left_out = table([(-1, A), (-1, B)], whole)
    assert Event(EventKind.LEFT_OUT, 2, None, (0,), C[:1]) in [
        explanation.event for cluster in diagnosed(left_out).clusters for explanation in cluster.explanations
    ]
    twice = table([(-1, total(A, B, B)), (0, A), (0, B), (-1, C)], whole)
    assert first(twice) == Event(EventKind.COUNTED_TWICE, 2, None, (0, 1, 2, 3), B)


def test_one_event_takes_clusters_together_only_where_it_is_likelier_than_what_explains_each() -> None:
    # B stands under the second line, and its figures are missing under the first: one event, not two.
    plan = table([(-1, total(A, B, C, C)), (0, total(A, B)), (1, A), (0, total(C, C)), (3, C), (3, C), (3, B)])
    [cluster] = diagnosed(plan).clusters
    kinds = [one.event.kind for one in cluster.explanations if one.event]
    assert kinds[0] is EventKind.MISPLACED
    assert EventKind.COUNTED_TWICE not in kinds


def test_many_lines_that_could_be_meant_do_not_hide_another_reading() -> None:
    alike = (40, 10, 10, 20)
    plan = table(rows(total(A, *[alike] * 9), A, *[alike] * 8))
    [cluster] = diagnosed(plan).clusters
    kinds = [one.event.kind for one in cluster.explanations if one.event]
    assert kinds[0] is EventKind.LEFT_OUT  # any of the eight may have been counted twice, so none is likelier
    assert EventKind.COUNTED_TWICE in kinds[:3]


def test_of_two_lines_the_one_that_would_rise_steadily_is_the_likelier_to_have_been_exchanged() -> None:
    right, other = (66, 11, 22, 33), (49, 22, 11, 16)
    plan = table(rows(total(right, other), (66, 22, 11, 33), other))
    assert first(plan) == Event(EventKind.YEARS_SWAPPED, 1, None, (1, 2))
    plan = table(rows(total(other, right), other, (66, 22, 11, 33)))
    assert first(plan) == Event(EventKind.YEARS_SWAPPED, 2, None, (1, 2))


def test_a_line_under_the_wrong_parent_is_named_with_the_right_one() -> None:
    plan = table([(-1, total(A, B, C, C)), (0, total(A, B)), (1, A), (0, total(C, C)), (3, C), (3, C), (3, B)])
    event = first(plan)
    assert event == Event(EventKind.MISPLACED, 6, 1, (0, 1, 2, 3), B)


def test_the_years_of_a_total_exchanged_are_named() -> None:
    x, y, z, w = total(A, B)
    plan = table([(-1, total(A, B, C)), (0, [x, z, y, w]), (1, A), (1, B), (0, C)])
    [cluster] = diagnosed(plan).clusters
    assert cluster.explanations[0].event == Event(EventKind.YEARS_SWAPPED, 1, None, (1, 2))
    assert [change.proposed for change in cluster.explanations[0].changes] == [y, z]
    assert all(not one.changes or one.event for one in cluster.explanations)  # the same cells are not named twice


def test_a_row_copied_over_its_sibling_is_restored() -> None:
    plan = table(rows(total(A, B, C), A, A, C))
    [cluster] = diagnosed(plan).clusters
    best, second = cluster.explanations[:2]
    assert best.event == Event(EventKind.ROW_COPIED, 2, 1, (0, 1, 2, 3))
    assert [change.proposed for change in best.changes] == list(B)
    assert second.event == Event(EventKind.ROW_COPIED, 1, 2, (0, 1, 2, 3))


@pytest.mark.parametrize("factor", [1_000, 1_000_000])
def test_a_branch_in_the_wrong_unit_is_named_with_its_factor(factor: int) -> None:
    large = [tuple(figure * factor for figure in row) for row in (A, B, C)]
    plan = table([(-1, total(*large)), (0, large[0]), (0, total(B, C)), (2, B), (2, C)])
    [cluster] = diagnosed(plan).clusters
    best = cluster.explanations[0]
    assert best.event == Event(EventKind.WRONG_UNIT, 2, None, (0, 1, 2, 3), (), factor)
    assert len(best.changes) == 12
    assert not audit(plan.with_amounts({change.cell: change.proposed for change in best.changes})).failing


def test_a_column_in_the_wrong_unit_is_named() -> None:
    table_rows = [[row[0], row[1] * 1_000, row[2], row[3]] for row in (total(A, B, C), A, B, C)]
    for row in table_rows:
        row[0] += row[1] - row[1] // 1_000
    plan = table([(-1 if not at else 0, [*row[:1], row[1] // 1_000, *row[2:]]) for at, row in enumerate(table_rows)])
    [cluster] = diagnosed(plan).clusters
    assert cluster.explanations[0].event == Event(EventKind.WRONG_UNIT, -1, None, (1,), (), 1_000)
    assert {change.slip for change in cluster.explanations[0].changes} == {"unit"}


def test_columns_that_add_up_in_themselves_are_in_no_other_unit_than_their_sum() -> None:
    # A sum of nothing but what is stated in millions fails in each unit, though rounding hides it in most.
    columns = tuple(Column(key=f"c{at}", plus=(2, 3) if at == 1 else ()) for at in range(4))
    lines = [(row[0], row[1] + row[2], row[1], row[2]) for row in (A, B, C)]
    wrong = [total(*lines), *lines]
    wrong[2] = (70, 33, 14, 22)
    large = [tuple(figure * 10**10 for figure in row) for row in wrong]
    plan = table([(min(at, 1) - 1, row) for at, row in enumerate(large)], columns=columns, precision=10**6)
    [cluster] = diagnosed(plan).clusters
    assert [one.event for one in cluster.explanations] == [None]


def test_no_cells_are_looked_for_where_a_column_in_the_wrong_unit_explains_many_sums() -> None:
    lines = [[*row[:2], row[2] * 1_000, *row[3:]] for row in (A, B, C) * 5]
    plan = table([(-1, [sum(column) for column in zip(*lines, strict=True)]), *[(0, row) for row in lines]])
    [cluster] = diagnosed(plan).clusters
    assert (cluster.minimum, cluster.unique, len(cluster.sums)) == (None, False, len(lines) + 1)
    [best] = cluster.explanations
    assert best.event == Event(EventKind.WRONG_UNIT, -1, None, (2,), (), 1_000)
    # A trusted cell of the column speaks against it, and then cells are looked for.
    trusted = diagnosed(plan, frozenset({best.changes[-1].cell}))
    assert all(one.event != best.event for found in trusted.clusters for one in found.explanations)


@pytest.mark.parametrize("up", [True, False])
def test_a_column_in_another_unit_than_its_declared_total_is_named(up: bool) -> None:
    right = [[10**6 * figure for figure in row] for row in (A, B, C)]
    wrong = [[row[0], row[1] // 1_000 if up else row[1] * 1_000, *row[2:]] for row in right]
    plan = table([(-1, row) for row in wrong], total(*map(tuple, right)))
    [cluster] = diagnosed(plan).clusters
    best = cluster.explanations[0]
    assert best.event == Event(EventKind.WRONG_UNIT, -1, None, (1,), (), 1_000)
    assert not audit(plan.with_amounts({change.cell: change.proposed for change in best.changes})).failing


def test_one_wrong_digit_is_not_displaced_by_an_event() -> None:
    # A line of 100 left out would explain it as well; a single wrong digit is likelier.
    [cluster] = diagnosed(table([(-1, [350]), (0, [50]), (0, [200])])).clusters
    best, *others = cluster.explanations
    assert best.event is None
    assert [change.slip for change in best.changes] == ["digit-replaced"]
    assert EventKind.LEFT_OUT in {one.event.kind for one in others if one.event}


def test_an_event_in_a_rounded_table_is_named_where_it_holds_to_the_last_digit() -> None:
    large = [tuple(figure * 100_000 for figure in row) for row in (A, B, C)]
    top = [total(*large), *map(list, large[:2])]
    plan = table([(-1, top[0]), (0, top[1]), (0, top[2])], precision=100_000)
    [cluster] = diagnosed(plan).clusters
    assert cluster.explanations[0].event == Event(EventKind.LEFT_OUT, 0, None, (0, 1, 2, 3), large[2])


@pytest.mark.parametrize("declared", [False, True])
def test_a_year_in_the_wrong_unit_with_its_sources_is_named(declared: bool) -> None:
    columns = tuple(Column(key=f"c{at}", plus=plus) for at, plus in enumerate(((1, 4), (2, 3), (), (), ())))
    right = [(one + two + other, one + two, one, two, other) for one, two, other in [(A[1], B[1], C[1]), A[1:], C[1:]]]
    rows = [tuple(map(sum, zip(*right, strict=True))), *right]
    wrong = [tuple(figure * (1 if at in (1, 2, 3) else 1_000) for at, figure in enumerate(row)) for row in rows]
    plan = table(
        [(-1 if not at else 0, row) for at, row in enumerate(wrong)],
        [figure * 1_000 for figure in rows[0]] if declared else None,
        columns=columns,
    )
    [cluster] = diagnosed(plan).clusters
    best = cluster.explanations[0]
    assert best.event == Event(EventKind.WRONG_UNIT, -1, None, (1,), (), 1_000)
    assert len(best.changes) == 3 * len(rows)
    assert not audit(plan.with_amounts({change.cell: change.proposed for change in best.changes})).failing


def test_a_figure_typed_in_the_row_of_a_sibling_is_named_and_put_back() -> None:
    """No blank is filled with less than nothing where a figure is only one row too high."""
    lines: list[tuple[int, list[Amount]]] = [(-1, [326, None, 215, 111]), (0, [215, None, 215, 111])]
    [cluster] = diagnosed(table([*lines, (0, [111, None, None, None])])).clusters
    best = cluster.explanations[0]
    assert best.event == Event(EventKind.FIGURE_MOVED, 1, 2, (3,), (111,))
    assert [(change.stated, change.proposed) for change in best.changes] == [(111, 0), (None, 111)]


def test_a_figure_that_another_row_has_no_room_for_is_not_moved() -> None:
    lines: list[tuple[int, list[Amount]]] = [(-1, [326, None, 215, 111]), (0, [215, None, 215, 111])]
    [cluster] = diagnosed(table([*lines, (0, [110, None, None, None])])).clusters[:1]
    assert all(one.event is None or one.event.kind is not EventKind.FIGURE_MOVED for one in cluster.explanations)


def test_figures_of_two_siblings_that_are_exchanged_are_put_back() -> None:
    """Rather than both totals being wrong by as much."""
    lines: list[tuple[int, list[Amount]]] = [(-1, [700, 300, 400]), (0, [263, 90, 167]), (0, [307, 140, 173])]
    best = diagnosed(table([*lines, (0, [130, 70, 60])])).clusters[0].explanations[0]
    assert best.event == Event(EventKind.FIGURE_MOVED, 1, 2, (2,))
    assert [(change.stated, change.proposed) for change in best.changes] == [(167, 173), (173, 167)]
