"""The sums of the real plan, counted by hand in the document; blanks; rounding; roles."""

from collections import Counter

from conftest import PLAN
from sxtdbv_cli.files.read import read
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.model.audit import audit, weigh
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.sums import Kind, promised

HEAD = "document: {}\nyears: [2024, 2025]\n"


def plan_of(lines: str, head: str = HEAD) -> Plan:
    return parse(f"{head}lines:\n{lines}", "plan.yaml").plan


def gaps(plan: Plan) -> dict[str, int]:
    """The gap of every failing sum, by kind, path and column."""
    found = {}
    for balance in audit(plan).failing:
        line, column = plan.position(balance.sum.whole)
        path = "declared" if line == len(plan.lines) else plan.paths[line]
        found[f"{balance.sum.kind} {path} {plan.columns[column].key}"] = balance.gap
    return found


def test_the_real_plan() -> None:
    plan = read(str(PLAN)).plan
    checked = Counter(sum_.kind for sum_ in promised(plan) if weigh(plan.cells, sum_))
    assert checked == {Kind.CROSS_FOOTING: 29, Kind.FOOTING: 45, Kind.DECLARED: 2}
    result = audit(plan)
    assert (result.total, result.hold, len(result.failing), len(result.unconfirmed)) == (76, 68, 6, 2)
    assert result.rounded == 0
    assert gaps(plan) == {
        "cross-footing III total": 7_433_000_000 - 7_433_800_000,
        "cross-footing III/A/3.2 total": 2_320_000_000 - 2_320_800_000,
        "cross-footing III/A/3.2/3.2.2 total": 400_000_000 - 420_000_000,
        "footing III total": 7_433_000_000 - 7_433_800_000,
        "footing III/A total": 6_325_800_000 - 6_325_000_000,
        "footing III/A/3.2 total": 2_320_000_000 - 2_300_800_000,
    }
    assert [balance.gap for balance in result.unconfirmed] == [640_000_000, 160_000_000]


def test_a_blank_is_not_zero() -> None:
    nothing_on_one_side = plan_of("- {title: a, amounts: {total: 5}}\n- {title: b, amounts: {2024: 5}}\n")
    result = audit(nothing_on_one_side)
    assert (result.total, result.blank) == (0, 2)
    one_part_is_blank = plan_of("- {title: a, amounts: {total: 5, 2024: 4}}\n")
    assert gaps(one_part_is_blank) == {"cross-footing #1 total": 1}


def test_roles_of_children() -> None:
    lines = """
- title: a
  amounts: {2024: 70}
  lines:
    - {title: b, amounts: {2024: 100}}
    - {title: c, role: deduction, amounts: {2024: 30}}
    - {title: d, role: of-which, amounts: {2024: 60}}
    - {title: e, role: memo, amounts: {2024: 999}}
"""
    assert gaps(plan_of(lines)) == {}
    assert gaps(plan_of(lines.replace("70", "71"))) == {"footing #1 2024": 1}


def test_rounding_of_a_table_in_millions() -> None:
    """Each figure is an interval of half a step of its last digit: three figures may be off by 1,5 steps."""
    head = "document: {}\nunit: triệu đồng\nyears: [2024, 2025]\n"
    within = plan_of("- {title: a, amounts: {total: 4, 2024: 1, 2025: 2}}\n", head)
    assert (audit(within).hold, audit(within).rounded) == (1, 1)
    beyond = plan_of("- {title: a, amounts: {total: 5, 2024: 1, 2025: 2}}\n", head)
    assert gaps(beyond) == {"cross-footing #1 total": 2_000_000}
    finer = plan_of("- {title: a, amounts: {total: 4, 2024: 1, 2025: '2,8'}}\n", head)
    assert gaps(finer) == {"cross-footing #1 total": 200_000}


def test_amounts_in_dong_are_exact() -> None:
    assert gaps(plan_of("- {title: a, amounts: {total: 4, 2024: 1, 2025: 2}}\n")) == {"cross-footing #1 total": 1}


def test_a_declared_row_adds_up_across_only_where_all_of_it_is_declared() -> None:
    line = "- {title: a, amounts: {total: 3, 2024: 1, 2025: 2}}\n"
    some = plan_of(line, HEAD + "declared: {total: 3, 2024: 1}\n")
    assert audit(some).total == 3
    every = plan_of(line, HEAD + "declared: {total: 4, 2024: 1, 2025: 2}\n")
    assert gaps(every) == {"declared declared total": 1, "cross-footing declared total": 1}


def test_stated_rules_of_lines_and_columns() -> None:
    head = "document: {}\ncolumns: [{key: plan}, {key: actual}, {key: rest, equals: plan - actual}]\n"
    lines = """
- {code: A, title: thu, amounts: {plan: 10, actual: 4, rest: 6}}
- {code: B, title: chi, amounts: {plan: 7, actual: 4, rest: 4}}
- {code: C, title: cân đối, equals: A - B, amounts: {plan: 4, actual: 0}}
"""
    assert gaps(plan_of(lines, head)) == {"stated B rest": 1, "stated C plan": 1}


def test_columns_to_any_depth() -> None:
    head = """document: {}
columns:
  - {key: total, parts: [y1, y2]}
  - {key: y1, parts: [a, b]}
  - {key: a}
  - {key: b}
  - {key: y2, parts: {c: 1, d: -1}}
  - {key: c}
  - {key: d}
"""
    line = "- {title: x, amounts: {total: 10, y1: 6, a: 4, b: 2, y2: 4, c: 9, d: 5}}\n"
    assert gaps(plan_of(line, head)) == {}
    assert gaps(plan_of(line.replace("d: 5", "d: 4"), head)) == {"cross-footing #1 y2": -1}


def test_the_sums_of_some_lines_are_those_of_all_that_have_their_cells() -> None:
    plan = read(str(PLAN)).plan
    every = [*promised(plan)]
    for line in range(len(plan.lines)):
        cells = {plan.cell(line, column) for column in range(len(plan.columns))}
        wanted = [one for one in every if not cells.isdisjoint(one.cells)]
        found = [*promised(plan, {line})]
        assert wanted and [one for one in found if not cells.isdisjoint(one.cells)] == wanted
        assert len(found) < len(every)
