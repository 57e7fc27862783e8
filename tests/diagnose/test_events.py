"""One mistake that is no mistyped cell is named as such."""

import pytest
from tables import diagnosed, table

from sxtdbv_cli.model.diagnosis import Event, EventKind
from sxtdbv_cli.model.plan import Amount, Plan
from sxtdbv_cli.model.sums import audit

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
    assert {change.slip for change in cluster.explanations[0].changes} == {"zeros-dropped"}


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
