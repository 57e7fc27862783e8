"""One tolerance: what fails for the rules fails for the diagnosis, and by the arithmetic of intervals."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import ROLES, table

from sxtdbv_cli.diagnose import diagnose
from sxtdbv_cli.diagnose.meter import Meter
from sxtdbv_cli.diagnose.network import Network
from sxtdbv_cli.diagnose.rounded.slack import Slack
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.plan import Amount, Column, LineRule, Plan, Unit
from sxtdbv_cli.model.sections import opened
from sxtdbv_cli.model.subject import subject_of
from sxtdbv_cli.model.sums import Kind, Sum, promised
from sxtdbv_cli.rules import (
    sx101_cross_footing,
    sx102_footing,
    sx103_declared_total,
    sx104_stated_rule,
    sx105_of_which_exceeds,
)

RULES = {
    Kind.CROSS_FOOTING: sx101_cross_footing,
    Kind.FOOTING: sx102_footing,
    Kind.DECLARED: sx103_declared_total,
    Kind.STATED: sx104_stated_rule,
}
COLUMNS = (
    (Column(key="total"),),
    (Column(key="total", plus=(1, 2)), Column(key="2022", year=2022), Column(key="2023", year=2023)),
    (
        Column(key="total", plus=(1, 2)),
        Column(key="2022", year=2022, plus=(3, 4)),
        *(Column(key=key) for key in "abc"),
    ),
    (Column(key="rest", plus=(1,), minus=(2,), equals="a - b"), Column(key="a"), Column(key="b")),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Tables in steps of something, with figures near to what would make their sums hold; many miss by a few steps."""
    step = draw(st.sampled_from((2, 5, 10, 1_000, 1_000_000)))
    columns = draw(st.sampled_from(COLUMNS))
    count = draw(st.integers(1, 6))
    parents = [-1, *[draw(st.integers(-1, line - 1)) for line in range(1, count)]]
    roles = [draw(st.sampled_from(("", "", "", *ROLES))) for _ in parents]
    amount = st.one_of(st.none(), st.integers(-3, 6).map(lambda steps: steps * step))
    rows = [[draw(amount) for _ in columns] for _ in parents]
    rules = [_rule(draw, count, whole) for whole in draw(st.sets(st.integers(0, count - 1), max_size=2)) if count > 1]
    declared = draw(st.one_of(st.none(), st.lists(amount, min_size=len(columns), max_size=len(columns))))
    lines = [
        (parent, row, role) if role else (parent, row) for parent, row, role in zip(parents, rows, roles, strict=True)
    ]
    return replace(table(lines, declared, columns=columns, rules=tuple(rules)), unit=Unit(precision=step))


def _rule(draw: st.DrawFn, count: int, whole: int) -> LineRule:
    parts = draw(st.sets(st.integers(0, count - 1).filter(lambda line: line != whole), min_size=1, max_size=3))
    minus = {line for line in parts if len(parts) > 1 and draw(st.booleans())}
    plus = tuple(sorted(parts - minus)) or tuple(sorted(parts))
    return LineRule(whole=whole, plus=plus, minus=tuple(sorted(parts.difference(plus))))


def fails(plan: Plan, sum_: Sum) -> bool:
    """Whether a sum fails, by intervals: half a step for every figure that the sum has room for."""
    cells = plan.cells
    stated = [cells[cell] for cell in sum_.cells]
    if stated[0] is None or all(amount is None for amount in stated[1:]):
        return False
    low = high = 0
    for at, amount in enumerate(stated):
        sign = 1 if at == 0 or at > len(sum_.plus) else -1
        low, high = (
            low + 2 * sign * (amount or 0) - plan.unit.precision,
            high + 2 * sign * (amount or 0) + plan.unit.precision,
        )
    return not low <= 0 <= high


@settings(max_examples=300, deadline=None)
@given(plans())
def test_a_sum_fails_in_the_check_exactly_if_it_does_in_the_diagnosis(plan: Plan) -> None:
    subject, found = subject_of(plan), audit(plan)
    expected = [sum_ for sum_ in promised(plan) if fails(plan, sum_)]
    hits = {kind: [*rule.check(subject)] for kind, rule in RULES.items()}  # a warning says that no sum can be checked
    told = {kind: [hit.address for hit in all_ if hit.severity is not Severity.WARNING] for kind, all_ in hits.items()}
    assert told == {kind: [plan.address(one.whole) for one in expected if one.kind is kind] for kind in RULES}
    diagnosis = diagnose(plan, found, budget=10)
    assert diagnosis.failed == len(expected)
    assert sorted(one.sum for cluster in diagnosis.clusters for one in cluster.sums) == sorted(expected)
    network = Network(opened(plan))
    slack = Slack(network, frozenset(), Meter(10**6, float("inf")))
    for sum_ in promised(plan):
        if all(plan.cells[cell] is not None for cell in sum_.cells) and (sum_.plus or sum_.minus):
            assert slack.holds(network.key(sum_)) is (sum_ not in expected)


@pytest.mark.parametrize("listed", range(1, 5))
def test_an_of_which_listing_is_allowed_the_rounding_of_a_sum(listed: int) -> None:
    def told(excess: int) -> bool:
        rows: list[tuple[int, tuple[Amount, ...], str]] = [(0, (100,), "of") for _ in range(listed)]
        plan = replace(table([(-1, (100 * listed - excess,)), *rows], columns=COLUMNS[0]), unit=Unit(precision=10))
        return bool(list(sx105_of_which_exceeds.check(subject_of(plan))))

    may = 10 * (1 + listed) // 2
    assert [told(may), told(may + 1)] == [False, True]
