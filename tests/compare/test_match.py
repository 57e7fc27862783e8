"""Which line is which: what the laws leave open, case by case."""

from dataclasses import replace
from typing import Any

from test_compare_laws import compared, kinds, plan_of

from sxtdbv_cli.compare import compare
from sxtdbv_cli.model.audit import Outcome
from sxtdbv_cli.model.comparison import Comparison
from sxtdbv_cli.model.plan import Plan, Role, Source
from sxtdbv_cli.model.subject import subject_of
from sxtdbv_cli.model.sums import Kind


def line(code: str | None, title: str, figure: int | None = None, *children: Any, role: Role = Role.PART) -> Any:
    """A line with the same figure in every column."""
    fields = {"code": code, "title": title, "schedule": None, "role": role, "note": None}
    return {**fields, "amounts": [figure] * 3, "lines": list(children)}


def pairs(old: Plan, new: Plan) -> list[tuple[str, str]]:
    """The lines that are matched, by path."""
    found = compared(old, new)
    return [(old.paths[a], new.paths[b]) for b, a in enumerate(found.match.old_of[:-1]) if a >= 0]


def test_a_line_put_in_front_renames_nobody() -> None:
    old = plan_of([line("1.1", "A", 5), line("1.2", "B", 6), line("1.3", "C", 7)])
    new = plan_of([line("1.1", "A", 5), line("1.2", "X", 9), line("1.3", "B", 6), line("1.4", "C", 7)])
    found = compared(old, new)
    assert kinds(found) == {"added", "moved"}
    assert pairs(old, new) == [("1.1", "1.1"), ("1.2", "1.3"), ("1.3", "1.4")]


def test_a_repeated_title_follows_its_figures_when_lines_are_renumbered() -> None:
    old = plan_of([line("1", "Tập huấn", 5), line("2", "Tập huấn", 6), line("3", "Tập huấn", 7)])
    new = plan_of([line("1", "Tập huấn", 5), line("2", "Tập huấn", 7)])
    assert pairs(old, new) == [("1", "1"), ("3", "2")]


def test_a_renamed_and_renumbered_section_is_known_by_its_lines() -> None:
    old = plan_of(
        [line("I", "Sở A", 3, line("1.1", "a", 1)), line("II", "Sở B", 5, line("2.1", "b", 2), line("2.2", "c", 3))]
    )
    new = plan_of([line("I", "Sở mới", 6, line("1.1", "b", 2), line("1.2", "c", 4))])
    assert pairs(old, new) == [("II", "I"), ("II/2.1", "I/1.1"), ("II/2.2", "I/1.2")]
    assert not compared(old, new).added


def test_one_line_of_many_does_not_make_its_parents_the_same() -> None:
    old = plan_of([line("I", "Sở A", 9, *(line(f"1.{n}", f"a{n}", n) for n in range(1, 5)), line("1.9", "chung", 8))])
    new = plan_of(
        [line("V", "Sở V", 7, *(line(f"5.{n}", f"v{n}", 50 + n) for n in range(1, 5)), line("5.9", "chung", 8))]
    )
    assert pairs(old, new) == [("I/1.9", "V/5.9")]


def test_a_title_that_stands_elsewhere_too_is_no_proof_of_a_move() -> None:
    """The *Chi khác* of I is gone and another is new in II; that of III stays, so the title says nothing."""
    old = plan_of(
        [line("I", "A", 1, line("1", "Chi khác", 5)), line("II", "B", 1), line("III", "C", 1, line("1", "Chi khác", 6))]
    )
    new = plan_of(
        [line("I", "A", 1), line("II", "B", 1, line("4", "Chi khác", 9)), line("III", "C", 1, line("1", "Chi khác", 6))]
    )
    assert kinds(compared(old, new)) == {"removed", "added"}


def test_a_title_of_its_own_is_followed_whatever_its_figures() -> None:
    old = plan_of([line("I", "A", 1, line("1", "Mua xe", 5)), line("II", "B", 1)])
    new = plan_of([line("I", "A", 1), line("II", "B", 1, line("4", "Mua xe", 9))])
    assert pairs(old, new) == [("I", "I"), ("II", "II"), ("I/1", "II/4")]


def test_a_code_of_its_own_is_followed_with_its_figures_only() -> None:
    old = plan_of([line("I", "A", 1, line("7.1", "Mua xe", 5)), line("II", "B", 1)])
    moved = [plan_of([line("I", "A", 1), line("II", "B", 1, line("7.1", "Xe", figure))]) for figure in (5, 6)]
    assert ("I/7.1", "II/7.1") in pairs(old, moved[0])
    assert kinds(compared(old, moved[1])) == {"removed", "added"}


def test_twins_that_move_together_are_matched_in_their_order() -> None:
    twins = [line("1", "Chi khác", 5), line("1", "Chi khác", 5)]
    old = plan_of([line("I", "A", 1, *twins), line("II", "B", 1)])
    new = plan_of([line("I", "A", 1), line("II", "B", 1, *twins)])
    assert kinds(compared(old, new)) == {"moved"}


def test_another_title_at_the_same_path_is_a_new_name() -> None:
    old = plan_of([line("I", "A", 9, line("1.1", "cũ", 4), line(None, "x", 5))])
    new = plan_of([line("I", "A", 9, line("1.1", "mới", 4), line(None, "y", 5))])
    found = compared(old, new)
    assert kinds(found) == {"renamed"}
    assert [(change.before, change.after) for change in found.renamed] == [("cũ", "mới"), ("x", "y")]


def test_below_a_renamed_line_titles_come_before_paths() -> None:
    other = line("II", "B", 1, line("2.1", "x", 8), line("2.2", "y", 9))
    old = plan_of([line("0", "R", 1, line("I", "cũ", 3, line("1.1", "x", 1), line("1.2", "y", 2)), other)])
    new = plan_of([line("0", "R", 1, line("I", "mới", 7, line("1.1", "y", 3), line("1.2", "x", 4)), other)])
    assert ("0/I/1.1", "0/I/1.2") in pairs(old, new)
    assert kinds(compared(old, new)) == {"renamed", "amounts", "moved", "reordered"}


def effects(found: Comparison, kind: str) -> list[tuple[Kind, bool, Outcome | None, Outcome | None]]:
    return [
        (effect.kind, effect.part, effect.before and effect.before.outcome, effect.after and effect.after.outcome)
        for change in getattr(found, kind)
        for effect in change.effects
    ]


def test_a_line_of_a_new_branch_has_no_total_above_that_was_there() -> None:
    old = plan_of([line("I", "A", 5, line("1", "a", 5))])
    new = plan_of([line("I", "A", 5, line("1", "a", 5), line("2", "b", 7, line("2.1", "c", 7)))])
    found = compared(old, new)
    assert [len(change.effects) for change in found.added] == [3, 0]  # every column of I; none of the new line 2


def test_sums_across_and_down_of_one_cell_are_two_sums() -> None:
    """A column with a rule of its own, and a line with one: both are stated rules for the same cell."""
    old = plan_of([line("I", "A", 5, line("1", "a", 5))])
    new = plan_of([line("I", "A", 5, line("1", "a", 6))])
    found = compared(old, new)
    assert effects(found, "amounts").count((Kind.FOOTING, True, Outcome.HOLDS, Outcome.FAILS)) == 3
    assert (Kind.CROSS_FOOTING, True, Outcome.FAILS, Outcome.FAILS) in effects(found, "amounts")


def test_a_role_and_a_rule_change_how_a_line_counts() -> None:
    old = plan_of([line("I", "A", 5, line("1", "a", 5), line("2", "b", 0))])
    new = plan_of([line("I", "A", 5, line("1", "a", 5, role=Role.MEMO), line("2", "b", 0))])
    found = compared(old, new)
    assert kinds(found) == {"edited"}
    assert set(effects(found, "edited")) == {(Kind.FOOTING, True, Outcome.HOLDS, Outcome.FAILS)}


def test_a_declared_total_of_an_incomplete_source_is_unconfirmed() -> None:
    old = replace(plan_of([line("I", "A", 5)], declared=[9, None, None]), source=Source(complete=False))
    new = replace(plan_of([line("I", "A", 6)], declared=[9, None, None]), source=Source(complete=False))
    found = compare(subject_of(old), subject_of(new))
    assert (Kind.DECLARED, True, Outcome.UNCONFIRMED, Outcome.UNCONFIRMED) in effects(found, "amounts")
