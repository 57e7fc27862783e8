"""What is mended without asking."""

from sxtdbv_cli.diagnose import diagnose
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.edit import certain
from sxtdbv_cli.model.plan import NOWHERE, Column, Document, Lines, Plan, Role


def plan_of(parents: tuple[int, ...], rows: list[tuple[int, ...]]) -> Plan:
    count = len(rows)
    return Plan(
        document=Document(),
        columns=(Column(key="total", plus=(1, 2)), Column(key="2022", year=2022), Column(key="2023", year=2023)),
        declared=(None,) * 3,
        lines=Lines(
            parents=parents,
            codes=tuple(map(str, range(count))),
            titles=("",) * count,
            schedules=(None,) * count,
            notes=(None,) * count,
            roles=(Role.PART,) * count,
            equals=(None,) * count,
            amounts=tuple(zip(*rows, strict=True)),
        ),
    )


def test_totals_not_updated_are_not_mended_where_a_line_may_be_left_out() -> None:
    # A line of 1 042 in one year is missing below the second line, or the lines above still count what is gone.
    rows = [(1_852, 310, 1_542), (1_222, 0, 1_222), (180, 0, 180), (630, 310, 320)]
    plan = plan_of((NOWHERE, 0, 1, 0), rows)
    found = diagnose(plan, audit(plan))
    [cluster] = found.clusters
    assert len({one.event and one.event.kind for one in cluster.explanations}) > 1
    assert certain(found) == {}


def test_one_wrong_digit_is_mended() -> None:
    rows = [(1_852, 310, 1_542), (1_222, 0, 1_222), (1_222, 0, 1_272), (630, 310, 320)]
    found = diagnose(plan := plan_of((NOWHERE, 0, 1, 0), rows), audit(plan))
    assert certain(found) == {0: 0}
