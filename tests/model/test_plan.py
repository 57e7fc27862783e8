"""The plan as a table: cells, paths, copies."""

from conftest import PLAN
from sxtdbv_cli.files.read import read
from sxtdbv_cli.model.plan import NOWHERE, line_paths


def test_every_cell_has_an_address_and_a_position() -> None:
    plan = read(str(PLAN)).plan
    for cell, amount in enumerate(plan.cells):
        line, column = plan.position(cell)
        assert plan.cell(line, column) == cell
        if line == len(plan.lines):
            assert plan.declared[column] == amount
            assert plan.address(cell) == ("declared", plan.columns[column].key)
        else:
            assert plan.lines.amounts[column][line] == amount
            assert plan.find(plan.paths[line], plan.columns[column].key) == cell


def test_paths_name_lines_without_a_code_by_their_place() -> None:
    paths = read(str(PLAN)).plan.paths
    assert paths[12:14] == ["III/A/3.1/3.1.1/#1", "III/A/3.1/3.1.1/#2"]
    assert len(set(paths)) == 31


def test_a_changed_copy_knows_nothing_of_the_old_figures() -> None:
    plan = read(str(PLAN)).plan
    assert plan.cells[0] == 4_580_000_000  # worked out before the copy is made
    declared = plan.cell(len(plan.lines), 0)
    changed = plan.with_amounts({0: 1, declared: None})
    assert (changed.cells[0], changed.cells[declared]) == (1, None)
    assert (changed.lines.amounts[0][0], changed.declared[0]) == (1, None)
    assert plan.cells[0] == 4_580_000_000
    assert changed.with_amounts({0: 4_580_000_000, declared: 13_233_000_000}) == plan


def test_a_line_without_a_code_that_all_others_stand_below_is_no_part_of_their_names() -> None:
    codes, parents = [None, "I", "1", "-", "-", "II"], [NOWHERE, 0, 1, 1, 0, 0]
    assert line_paths(codes, parents) == ["#1", "I", "I/1", "I/#1", "#2", "II"]
    assert line_paths(["A", *codes[1:]], parents) == ["A", "A/I", "A/I/1", "A/I/#1", "A/#1", "A/II"]
    assert line_paths([*codes, "B"], [*parents, NOWHERE])[1:] == ["#1/I", "#1/I/1", "#1/I/#1", "#1/#1", "#1/II", "B"]
