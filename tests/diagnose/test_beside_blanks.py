"""A mistyped figure among blank cells is listed, though blanks that are filled would change no figure at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import diagnosed, table

from sxtdbv_cli.diagnose.events import _beside_blanks
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.diagnosis import Change, EventKind, Explanation
from sxtdbv_cli.model.plan import Amount, Plan

Rows = list[list[Amount]]


def plan_of(children: Rows) -> Plan:
    """A total line over some lines, the total of each worked out."""
    lines: Rows = [[sum(amount or 0 for amount in row), *row] for row in children]
    whole: list[Amount] = [sum(row[at] or 0 for row in lines) for at in range(len(lines[0]))]
    return table([(-1, whole), *[(0, line) for line in lines]])


EXAMPLE: Rows = [[None, 280, 310], [None, None, 170], [120, 90, None]]


def test_the_mistyped_figure_comes_before_blanks_that_are_less_than_nothing() -> None:
    plan = plan_of(EXAMPLE)
    wrong = plan.with_amounts({plan.cell(1, 2): 28})
    (cluster,) = diagnosed(wrong).clusters
    (change,) = cluster.explanations[0].changes
    assert (change.cell, change.stated, change.proposed, change.slip) == (plan.cell(1, 2), 28, 280, "zeros-dropped")
    assert (cluster.minimum, cluster.unique) == (0, False)
    assert any(change.stated is None for one in cluster.explanations[1:] for change in one.changes)


SOMEHOW: Rows = [[100, None, None], [60, 140, 100], [None, None, 80], [None, 70, None]]
"""Where the first figure is wrong, blanks could make up for it in many ways, each with less than nothing."""


def test_a_figure_that_no_slip_explains_comes_before_blanks_that_would_be_less_than_nothing() -> None:
    plan = plan_of(SOMEHOW)
    cell = plan.cell(1, 1)
    (cluster,) = diagnosed(plan.with_amounts({cell: 177})).clusters
    assert [[(change.cell, change.proposed) for change in one.changes] for one in cluster.explanations] == [
        [(cell, 100)],
        [],
    ]
    assert (cluster.minimum, cluster.unique) == (0, False)


def test_several_mistyped_figures_come_first_though_a_blank_that_is_filled_would_stand_for_two_of_them() -> None:
    plan = plan_of([[890, None, None], [800, 270, None], [20, 360, 460]])
    typed = {plan.cell(1, 0): 880, plan.cell(3, 0): 860, plan.cell(3, 2): 370}
    best = [
        change for cluster in diagnosed(plan.with_amounts(typed)).clusters for change in cluster.explanations[0].changes
    ]
    assert {change.cell: change.proposed for change in best} == {cell: plan.cells[cell] for cell in typed}


def test_a_figure_that_is_trusted_is_not_blamed() -> None:
    plan = plan_of(EXAMPLE)
    cell = plan.cell(1, 2)
    (cluster,) = diagnosed(plan.with_amounts({cell: 28}), frozenset([cell])).clusters
    assert all(change.cell != cell for one in cluster.explanations for change in one.changes)


def blanks_of(explanation: Explanation) -> list[Change]:
    """The blank cells that an explanation fills."""
    return [change for change in explanation.changes if change.stated is None]


FIGURES = st.one_of(st.none(), st.integers(11, 999))


@given(st.lists(st.lists(FIGURES, min_size=3, max_size=3), min_size=2, max_size=5), st.data())
def test_with_what_is_listed_beside_blanks_the_sums_hold(children: Rows, data: st.DataObject) -> None:
    plan = plan_of(children)
    stated = [cell for cell in range(len(plan.cells)) if plan.cells[cell]]
    if not stated:
        return
    cell = data.draw(st.sampled_from(stated))
    wrong = plan.with_amounts({cell: data.draw(st.integers(1, 2_000))})
    for cluster in diagnosed(wrong).clusters:
        for each in cluster.explanations:
            if each.event is None and len(each.changes) > (cluster.minimum or 0) and not blanks_of(each):
                after = audit(wrong.with_amounts({change.cell: change.proposed for change in each.changes}))
                mended = {balance.sum for balance in cluster.sums}
                assert mended.isdisjoint(balance.sum for balance in after.failing)
                assert not cluster.unique


def test_nothing_is_looked_for_beside_blanks_where_a_column_in_the_wrong_unit_explains_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan = plan_of([[120 + 10 * line, 310 + line, None if line % 3 else 170] for line in range(15)])
    column = [cell for cell in range(plan.cell(0, 1), plan.cell(0, 2)) if plan.cells[cell]]
    wrong = plan.with_amounts({cell: 1_000 * (plan.cells[cell] or 0) for cell in column})
    monkeypatch.setattr(_beside_blanks, "searched", None)
    (cluster,) = diagnosed(wrong).clusters
    event = cluster.explanations[0].event
    assert event
    assert event.kind is EventKind.WRONG_UNIT


ONE_SUM: list[Amount] = [1_520, 234, None, 880]


@pytest.mark.parametrize(
    ("total", "lines", "listed"),
    [
        (1_250 + 234 + 880, ONE_SUM, True),  # the blank would have to be less than nothing
        (1_920 + 234 + 880, ONE_SUM, False),  # the blank may have been left out
        (1_250 + 234 - 880, [1_520, 234, None, -880], False),  # figures below nothing there are
    ],
)
def test_one_sum_speaks_against_a_figure_where_its_blank_would_be_less_than_nothing(
    total: int, lines: list[Amount], listed: bool
) -> None:
    plan = table([(-1, [total]), *[(0, [amount]) for amount in lines]])
    (cluster,) = diagnosed(plan).clusters
    assert cluster.minimum == 0
    told = [{one.cell: one.proposed for one in explanation.changes} for explanation in cluster.explanations]
    assert any(plan.cell(1, 0) in proposed for proposed in told) == listed
    assert not listed or {plan.cell(1, 0): 1_250} in told
