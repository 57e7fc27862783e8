"""Sections without figures: what counts one counts the lines below it."""

from conftest import Run
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.plan import Column, Document, LineRule, Lines, Plan, Role
from sxtdbv_cli.model.sections import opened
from sxtdbv_cli.model.sums import Kind, promised

PART = Role.PART


def plan(
    amounts: list[int | None],
    parents: list[int],
    declared: int | None = None,
    roles: dict[int, Role] | None = None,
    rules: tuple[LineRule, ...] = (),
) -> Plan:
    """A plan of one column."""
    count = len(amounts)
    nothing = (None,) * count
    return Plan(
        document=Document(),
        columns=(Column(key="total"),),
        declared=(declared,),
        lines=Lines(
            parents=tuple(parents),
            codes=nothing,
            titles=("",) * count,
            schedules=nothing,
            notes=nothing,
            roles=tuple((roles or {}).get(line, PART) for line in range(count)),
            equals=nothing,
            amounts=(tuple(amounts),),
        ),
        line_rules=rules,
    )


def sums(found: Plan) -> list[tuple[Kind, int, tuple[int, ...]]]:
    return [(one.kind, one.whole, one.plus) for one in promised(found)]


def test_a_total_counts_the_lines_of_sections_without_figures() -> None:
    found = plan([None, 30, 20, 50], [-1, 0, 0, -1], declared=100)
    assert sums(found) == [(Kind.DECLARED, 4, (1, 2, 3))]
    assert audit(found).hold == 1


def test_sections_within_sections_are_opened_too() -> None:
    found = plan([60, None, None, 10, 20, 30], [-1, 0, 1, 2, 2, 1])
    assert sums(found) == [(Kind.FOOTING, 0, (3, 4, 5))]


def test_a_section_with_a_figure_stays() -> None:
    found = plan([None, 30, 20, 50], [-1, 0, 0, -1], declared=100).with_amounts({0: 50})
    assert sums(found) == [(Kind.DECLARED, 4, (0, 3)), (Kind.FOOTING, 0, (1, 2))]


def test_nothing_is_opened_that_is_no_part_or_that_a_rule_names_or_that_states_nothing_below() -> None:
    listed = plan([50, None, 30, 20], [-1, 0, 1, 1], roles={1: Role.OF_WHICH})
    assert opened(listed).lines == listed.lines
    ruled = plan([None, 30, 20, 50], [-1, 0, 0, -1], rules=(LineRule(whole=3, plus=(0,)),))
    assert opened(ruled).lines == ruled.lines
    bare = plan([None, None, 50], [-1, 0, -1], declared=50)
    assert opened(bare).lines == bare.lines


def test_a_wrong_total_over_such_sections_is_told_with_their_lines(sxtdbv: Run) -> None:
    text = """\
document: {title: x}
years: [2026]
declared: {total: 110}
lines:
  - {code: A, title: a, lines: [{code: 1, title: b, amounts: {total: 30}}, {code: 2, title: c, amounts: {total: 20}}]}
  - {code: B, title: d, amounts: {total: 50}}
"""
    out = sxtdbv("check", "--lang", "en", "--no-diagnose", "-", stdin=text.encode()).out
    rows = [line.split() for line in out.splitlines()]
    assert ["declared", "total,", "Total", "110", "100", "10"] in rows
    assert ["A/1", "b", "30"] in rows
