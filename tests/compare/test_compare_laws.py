"""Laws of a comparison, on made-up plans full of lines that look alike."""

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sxtdbv_cli.compare import compare
from sxtdbv_cli.model.comparison import KINDS, UNMATCHED, Comparison
from sxtdbv_cli.model.plan import NOWHERE, Column, Document, Lines, Plan, Role
from sxtdbv_cli.model.subject import subject_of

COLUMNS = (Column(key="total", plus=(1, 2)), Column(key="2024", year=2024), Column(key="2025", year=2025))
Line = dict[str, Any]

# Few words and few figures: most lines have a twin somewhere.
lines_ = st.fixed_dictionaries(
    {
        "code": st.sampled_from([None, "1", "2", "3.1", "A"]),
        "title": st.sampled_from(["Tập huấn", "Chi khác", "Mua sắm", ""]),
        "schedule": st.sampled_from([None, "2024"]),
        "role": st.sampled_from([Role.PART, Role.PART, Role.MEMO, Role.DEDUCTION]),
        "note": st.sampled_from([None, "x"]),
        "amounts": st.lists(st.sampled_from([None, 0, 5, 7, 12]), min_size=3, max_size=3),
    }
)
trees = st.recursive(
    st.lists(lines_.map(lambda line: {**line, "lines": []}), max_size=4),
    lambda below: st.lists(st.builds(lambda line, children: {**line, "lines": children}, lines_, below), max_size=4),
    max_leaves=12,
)


def flat(tree: list[Line], parent: int = NOWHERE, start: int = 0) -> list[tuple[int, Line]]:
    found: list[tuple[int, Line]] = []
    for line in tree:
        found.append((parent, line))
        found += flat(line["lines"], start + len(found) - 1, start + len(found))
    return found


def plan_of(tree: list[Line], declared: Any = (None, None, None), columns: Any = COLUMNS) -> Plan:
    rows = flat(tree)

    def field(name: str) -> tuple[Any, ...]:
        return tuple(line[name] for _, line in rows)

    lines = Lines(
        parents=tuple(parent for parent, _ in rows),
        codes=field("code"),
        titles=field("title"),
        schedules=field("schedule"),
        notes=field("note"),
        roles=field("role"),
        equals=tuple(None for _ in rows),
        amounts=tuple(zip(*field("amounts"), strict=True)) or ((), (), ()),
    )
    return Plan(document=Document(title="x"), columns=columns, declared=tuple(declared), lines=lines)


def compared(old: Plan, new: Plan) -> Comparison:
    return compare(subject_of(old), subject_of(new))


def kinds(found: Comparison) -> set[str]:
    return {name for name, changes in found.changes.items() if changes}


plans = trees.map(plan_of)


@given(plans)
def test_a_plan_does_not_differ_from_itself(plan: Plan) -> None:
    found = compared(plan, plan)
    assert found.same
    assert found.match.new_of == tuple(range(len(plan.lines) + 1))


@given(plans.filter(lambda plan: len(plan.lines) > 0), st.data())
def test_one_changed_cell_is_exactly_that_cell(plan: Plan, data: st.DataObject) -> None:
    line = data.draw(st.integers(0, len(plan.lines) - 1))
    column = data.draw(st.integers(0, 2))
    cell = plan.cell(line, column)
    after = data.draw(st.sampled_from([None, 0, 5, 7, 12, 99]).filter(lambda amount: amount != plan.cells[cell]))
    amounts = [list(row) for row in plan.lines.amounts]
    amounts[column][line] = after
    lines = replace(plan.lines, amounts=tuple(map(tuple, amounts)))
    found = compared(plan, replace(plan, lines=lines))
    assert kinds(found) == {"amounts"}
    assert [(c.old, c.new, c.before, c.after) for c in found.amounts] == [(cell, cell, plan.cells[cell], after)]


@given(plans.filter(lambda plan: len(plan.lines) > 0), st.data())
def test_one_changed_text_is_exactly_that_text(plan: Plan, data: st.DataObject) -> None:
    line = data.draw(st.integers(0, len(plan.lines) - 1))
    name, kind = data.draw(st.sampled_from([("titles", "renamed"), ("codes", "moved"), ("schedules", "edited")]))
    texts = list(getattr(plan.lines, name))
    texts[line] = data.draw(st.sampled_from(["Mua sắm", "1", "hoàn toàn mới"]).filter(lambda text: text != texts[line]))
    lines = replace(plan.lines, **{name: tuple(texts)})
    found = compared(plan, replace(plan, lines=lines))
    assert kinds(found) == {kind}
    assert [(change.old, change.new) for change in getattr(found, kind)] == [(line, line)]


@given(trees, st.randoms(use_true_random=False))
def test_lines_in_another_order_are_in_another_order_and_nothing_else(tree: list[Line], random: Any) -> None:
    def shuffled(lines: list[Line]) -> list[Line]:
        found = [{**line, "lines": shuffled(line["lines"])} for line in lines]
        random.shuffle(found)
        return found

    found = compared(plan_of(tree), plan_of(shuffled(tree)))
    assert kinds(found) <= {"reordered"}


@given(trees.filter(bool), st.data())
def test_a_renumbered_branch_has_moved_and_nothing_else(tree: list[Line], data: st.DataObject) -> None:
    def renumbered(line: Line) -> Line:
        return {**line, "code": f"9.{line['code']}", "lines": [renumbered(child) for child in line["lines"]]}

    at = data.draw(st.integers(0, len(tree) - 1))
    after = [renumbered(line) if place == at else line for place, line in enumerate(tree)]
    found = compared(plan_of(tree), plan_of(after))
    assert kinds(found) == {"moved"}
    assert not any(move.parent for move in found.moved)


@given(trees.filter(bool), trees, st.data())
def test_a_branch_put_below_another_line_has_moved_and_nothing_else(
    tree: list[Line], below: list[Line], data: st.DataObject
) -> None:
    """The branch is marked by a title of its own; all below it goes along."""
    branch = {**tree[0], "title": "của riêng", "amounts": [3, 1, 2], "lines": below}
    host = {**data.draw(lines_), "title": "nơi đến", "lines": tree[1:]}
    other = {**data.draw(lines_), "title": "nơi đi", "lines": []}
    before = plan_of([{**host, "lines": []}, {**other, "lines": [branch]}])
    after = plan_of([{**host, "lines": [branch]}, {**other, "lines": []}])
    found = compared(before, after)
    assert kinds(found) == {"moved"}
    assert [after.lines.titles[move.new] for move in found.moved] == ["của riêng"]
    assert found.moved[0].parent


@given(plans, plans)
def test_the_other_way_round_is_the_mirror_image(old: Plan, new: Plan) -> None:
    there, back = compared(old, new), compared(new, old)
    assert there.match.new_of == back.match.old_of
    assert there.match.old_of == back.match.new_of
    assert [c.line for c in there.added] == [c.line for c in back.removed]
    assert [c.line for c in there.removed] == [c.line for c in back.added]
    for name in ("moved", "renamed", "edited", "amounts", "declared"):
        forward = Counter((c.old, c.new, getattr(c, "before", 0), getattr(c, "after", 0)) for c in getattr(there, name))
        mirrored = Counter((c.new, c.old, getattr(c, "after", 0), getattr(c, "before", 0)) for c in getattr(back, name))
        assert forward == mirrored
    assert Counter((c.old, c.new) for c in there.reordered) == Counter((c.new, c.old) for c in back.reordered)


@given(plans, plans)
def test_every_line_is_accounted_for_once(old: Plan, new: Plan) -> None:
    found = compared(old, new)
    assert all(found.match.old_of[b] == a for a, b in enumerate(found.match.new_of) if b != UNMATCHED)
    matched = sum(line != UNMATCHED for line in found.match.new_of[:-1])
    assert matched + len(found.removed) == len(old.lines)
    assert matched + len(found.added) == len(new.lines)
    assert found.same == (old == new)


def test_kinds_names_every_change() -> None:
    assert set(KINDS) <= set(Comparison._fields)
