"""One mistake that is no mistyped cell is named as such."""

from tables import diagnosed, table

from sxtdbv_cli.model.diagnosis import Event, EventKind
from sxtdbv_cli.model.plan import Amount, Plan

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
