"""Rounded tables: the smallest sets of cells are those that CP-SAT finds, and no more is claimed."""

from dataclasses import replace
from random import Random

import deep_tables
import pytest
from adversarial import draw
from agreement import agreed, cells_of
from oracle import FAR_ROUNDED, Oracle
from tables import diagnosed, renewed, table, with_cells

from sxtdbv_cli.diagnose import diagnose, unrounded
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.diagnosis import EventKind, Slip
from sxtdbv_cli.model.plan import Cell, Column, Plan, Unit

STEP = 10
FARTHEST = (FAR_ROUNDED - 100) * STEP
"""A cell that may be farther than this may hold anything."""


def rounded(plan: Plan, random: Random) -> Plan:
    """A table in steps of ten, of which some figures are a step off: what was rounded away adds up."""
    stated = {cell: amount * STEP for cell, amount in enumerate(plan.cells) if amount is not None}
    for cell in random.sample(sorted(stated), len(stated) // 4):
        stated[cell] += random.choice((-STEP, STEP))
    return with_cells(replace(plan, unit=Unit(precision=STEP)), dict(stated))


@pytest.mark.parametrize("nested", [False, True], ids=["years", "nested"])
@pytest.mark.parametrize("chunk", range(4))
def test_sets_of_cells_of_rounded_tables_are_those_of_cp_sat(chunk: int, nested: bool) -> None:
    compared = 0
    for seed in range(40):
        where = f"rounded {chunk} {seed}"
        random = Random(where)
        drawn, trusted = draw(random, nested=nested)
        compared += agrees(rounded(drawn, random), trusted, where)
    assert compared >= 25


@pytest.mark.parametrize("chunk", range(8))
def test_sets_and_ranges_of_deeper_tables_are_those_of_cp_sat(chunk: int) -> None:
    compared = 0
    for seed in range(40):
        where = f"deep {chunk} {seed}"
        compared += agrees(*deep_tables.draw(Random(where)), where)
    assert compared >= 25


def agrees(plan: Plan, trusted: frozenset[Cell], where: str) -> bool:
    """Hold a diagnosis to CP-SAT: the minimum, the number of optima, whether it is unique, the ranges of the best.

    Whether there was anything to compare: that it was proven.
    """
    plan = unrounded(plan, audit(plan))
    found = agreed(plan, trusted, where)
    if found is None:
        return False
    best = [cluster.explanations[0] for cluster in found.clusters if cluster.explanations]
    if not any(one.event for one in best):
        cells = frozenset().union(*map(cells_of, best))
        for change in [change for one in best for change in one.changes if change.cell in cells]:
            ends = Oracle(plan, trusted).ends(cells, change.cell)
            fits = None if ends[0] == ends[1] or max(map(abs, ends)) > FARTHEST else ends
            assert change.fits == fits, where
    return True


@pytest.mark.parametrize("seed", range(40))
def test_what_is_proposed_holds_within_rounding(seed: int) -> None:
    random = Random(f"rounded holds {seed}")
    drawn, trusted = draw(random, nested=seed % 2 == 0)
    full = with_cells(drawn, {cell: amount or 0 for cell, amount in enumerate(drawn.cells[: len(drawn.cells)])})
    plan = rounded(full, random)
    found = diagnosed(plan, trusted)
    if found.minimum is not None and all(cluster.explanations for cluster in found.clusters):
        best = [cluster.explanations[0] for cluster in found.clusters if not cluster.explanations[0].event]
        changes = {change.cell: change.proposed for explanation in best for change in explanation.changes}
        if len(best) == len(found.clusters):
            assert not audit(with_cells(plan, dict(changes))).failing


def test_a_row_that_is_a_sum_of_rows_is_held_to_its_years() -> None:
    # Each footing is within rounding of its two lines; the row total of the whole is not within that of its years.
    lines = [(300, 100, 200), (310, 110, 200)]
    plan = replace(table([(-1, (620, 200, 390)), *[(0, row) for row in lines]]), unit=Unit(precision=STEP))
    found = diagnosed(plan)
    assert (found.failed, found.minimum, found.proven) == (1, 1, True)
    assert not found.unique


def test_of_the_values_that_hold_the_one_that_a_slip_explains_is_proposed() -> None:
    lines = [(3_120, 1_040, 2_080), (2_350, 1_170, 1_180), (4_410, 2_200, 2_210)]
    plan = table([(-1, (9_880, 4_420, 5_470)), (0, lines[0]), (0, (2_350, 1_770, 1_180)), (0, lines[2])])
    found = diagnosed(replace(plan, unit=Unit(precision=STEP)))
    [cluster] = found.clusters
    assert [(change.stated, change.proposed) for change in cluster.explanations[0].changes] == [(1_770, 1_170)]


def test_of_values_that_are_as_likely_the_one_with_which_the_sums_hold_exactly_is_proposed() -> None:
    years = (Column(key="2024", year=2024), Column(key="2025", year=2025))
    rows = [(-1, (96_400, 102_150)), (0, (23_180, 24_600)), (0, (70_120, 74_050))]
    [cluster] = diagnosed(table(rows, columns=years, precision=STEP)).clusters
    proposed = {(made.stated, made.proposed) for one in cluster.explanations for made in one.changes}
    assert (24_600, 28_100) in proposed
    assert (24_600, 28_090) not in proposed


def test_a_slip_is_not_named_where_another_value_that_fits_would_be_one_too() -> None:
    # 3.100 may have been 3.000 (a digit) or 3.010 (two digits swapped): the place is certain, the value is not.
    lines = [(12_120, 4_010, 4_040, 4_070), (8_010, 2_000, 3_100, 3_000)]
    plan = table([(-1, (20_120, 6_010, 7_050, 7_070)), *[(0, row) for row in lines]])
    [cluster] = diagnosed(replace(plan, unit=Unit(precision=STEP))).clusters
    [change] = cluster.explanations[0].changes
    assert cluster.unique
    assert (change.stated, change.slip) == (3_100, None)


def test_events_of_rounded_tables_are_named_though_figures_miss_by_a_step() -> None:
    # The second line is left out; each total is a step more or less than its lines, as rounding has it.
    whole, lines = (30_130, 9_020, 10_050, 11_060), [(12_020, 4_000, 4_010, 4_020), (10_080, 3_010, 3_040, 4_020)]
    plan = replace(table([(-1, whole), *[(0, row) for row in lines]]), unit=Unit(precision=STEP))
    [cluster] = diagnosed(plan).clusters
    event = cluster.explanations[0].event
    assert event is not None
    assert (event.kind, event.line, event.amounts) == (EventKind.LEFT_OUT, 0, (8_030, 2_010, 3_000, 3_020))
    # Two years of a line stand in each other's column: they are changed back, to the last step.
    swapped = (12_020, 4_010, 4_900, 3_110)
    plan = table([(-1, (22_110, 7_020, 6_150, 8_930)), (0, swapped), (0, lines[1])])
    [cluster] = diagnosed(replace(plan, unit=Unit(precision=STEP))).clusters
    best = cluster.explanations[0]
    assert best.event is not None
    assert best.event.kind is EventKind.YEARS_SWAPPED
    assert [(change.stated, change.proposed) for change in best.changes] == [(4_900, 3_110), (3_110, 4_900)]


def test_what_else_is_within_rounding_is_told() -> None:
    lines = [(7_010, 2_010, 2_500, 2_500), (5_110, 2_010, 1_620, 1_570)]
    plan = replace(
        table([(-1, (12_120, 4_010, 4_040, 4_070)), *[(0, row) for row in lines]]), unit=Unit(precision=STEP)
    )
    [cluster] = diagnosed(plan).clusters
    [change] = cluster.explanations[0].changes
    assert cluster.unique
    assert (change.stated, change.fits) == (1_620, (1_530, 1_550))
    for amount in range(1_500, 1_600, STEP):
        changed = with_cells(plan, {change.cell: amount})
        assert (1_530 <= amount <= 1_550) is not bool(audit(changed).failing)


def test_two_cells_of_one_sum_are_moved_together_to_where_all_sums_hold_exactly() -> None:
    # The total of the third line and that of the table are 50 short; 40 would do within rounding, and holds nothing.
    lines = [(1_200, 300, 300, 300, 300), (1_000, 200, 300, 200, 300), (900, 250, 200, 250, 250)]
    plan = table([(-1, (3_100, 750, 800, 750, 850)), *[(0, row) for row in lines]])
    [cluster] = diagnosed(replace(plan, unit=Unit(precision=STEP))).clusters
    totals = {(plan.cell(0, 0), 3_150), (plan.cell(3, 0), 950)}
    assert totals in [{(change.cell, change.proposed) for change in one.changes} for one in cluster.explanations]


def test_wrong_cells_in_a_chain_of_sums_are_moved_together_to_where_all_sums_hold_exactly() -> None:
    # Whole and two sources: a section's total and the table's, each in two columns, were not brought up to date.
    rows = [
        (-1, (7_655, 5_250, 2_905)),
        (0, (6_455, 4_200, 2_255)),
        (1, (2_565, 1_500, 1_065)), (1, (2_400, 1_600, 800)), (1, (1_490, 1_100, 390)),
        (0, (1_200, 700, 500)),
        (5, (700, 400, 300)), (5, (600, 400, 200)), (5, (150, 150, 0)),
        (0, (None, 200, 150)),
        (9, (350, 200, 150)),
    ]  # fmt: skip
    plan = table([(at, tuple(one and STEP * one for one in row)) for at, row in rows], precision=STEP)
    [best] = [one.explanations[0] for one in diagnosed(plan).clusters]
    assert {change.cell: change.proposed // STEP for change in best.changes} == {
        plan.cell(0, 0): 8_255, plan.cell(0, 1): 5_350, plan.cell(5, 0): 1_450, plan.cell(5, 1): 950,
        plan.cell(9, 0): 350,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("off", "proposed"),
    [
        (0, 140),  # all other sums hold exactly: nothing was rounded, and these must hold exactly, too
        (STEP, 130),  # sums miss by a step here and there: 130 may be as well, and is one digit away
    ],
)
def test_where_nothing_was_rounded_what_is_proposed_makes_sums_hold_exactly(off: int, proposed: int) -> None:
    years = [(1_010, 3_070), (520, 460), (140, 820), (2_050, 1_930), (370, 710), (880, 1_160), (290, 530), (610, 640)]
    lines = [(sum(line), *line) for line in years]
    whole = tuple(map(sum, zip(*lines, strict=True)))
    for at in (0, 3):
        lines[at] = (lines[at][0] + off, *lines[at][1:])
    plan = replace(table([(-1, whole), *[(0, line) for line in lines]]), unit=Unit(precision=STEP))
    [cluster] = diagnosed(with_cells(plan, {plan.cell(3, 1): 230})).clusters
    [change] = cluster.explanations[0].changes
    assert cluster.unique
    assert (change.cell, change.proposed) == (plan.cell(3, 1), proposed)


SECTIONS = (  # each row and each section was rounded: none of their sums holds exactly
    (-1, (9_050, 4_030, 5_010)),
    (0, (5_920, 2_750, 3_180)),
    (1, (2_340, 1_130, 1_220)),
    (1, (3_590, 1_610, 1_970)),
    (0, (3_120, 1_270, 1_840)),
)


@pytest.mark.parametrize(("lines", "columns"), [((2,), (0, 1, 2)), ((1, 2, 3), (0, 1, 2)), (range(5), (1,))])
def test_in_a_rounded_table_a_wrong_unit_is_named_though_sums_of_it_hold_only_within_rounding(
    lines: tuple[int, ...], columns: tuple[int, ...]
) -> None:
    right = renewed(table(SECTIONS), unit=Unit(precision=STEP))
    assert not audit(right).failing
    wrong = {right.cell(line, at): right.cells[right.cell(line, at)] or 0 for line in lines for at in columns}
    found = diagnosed(with_cells(right, {cell: 1_000 * amount for cell, amount in wrong.items()}))
    [cluster] = found.clusters
    best = cluster.explanations[0]
    assert best.event
    assert best.event.kind is EventKind.WRONG_UNIT
    assert {change.cell: change.proposed for change in best.changes} == wrong


def test_where_nothing_was_rounded_a_slip_is_certain_though_other_values_are_within_rounding() -> None:
    years = [(1_010, 3_070), (520, 480), (140, 820), (2_050, 1_930), (370, 710), (880, 1_160), (290, 530), (610, 640)]
    lines = [(sum(line), *line) for line in [*years, (410, 90), (720, 50)]]
    plan = replace(
        table([(-1, tuple(map(sum, zip(*lines, strict=True)))), *[(0, line) for line in lines]]),
        unit=Unit(precision=STEP),
    )
    [cluster] = diagnosed(with_cells(plan, {plan.cell(2, 0): 100})).clusters
    [change] = cluster.explanations[0].changes
    assert (change.stated, change.proposed, change.slip) == (100, 1_000, Slip.ZEROS_DROPPED)


def test_what_is_proposed_leaves_no_sum_as_it_is_that_nothing_confirms() -> None:
    # The years of the whole are not those of its lines, which may not be its lines: only its own row is to be mended.
    plan = table([(-1, (900, 400, 510)), (0, (300, 100, 200)), (0, (310, 110, 190))])
    found = diagnose(plan, audit(plan, frozenset({0})))
    proposed = [[(one.cell, one.proposed) for one in each.changes] for each in found.clusters[0].explanations]
    assert [balance.sum.whole for balance in found.clusters[0].sums] == [plan.cell(0, 0)]
    assert sorted(proposed) == [[(plan.cell(0, 0), 910)], [(plan.cell(0, 1), 390)], [(plan.cell(0, 2), 500)]]


def test_many_wrong_cells_that_hang_together_are_found() -> None:
    # One year of each line is wrong: every row total fails, and the totals of both years.
    right = [(2_000 + 2 * amount, 900 + amount, 1_100 + amount) for amount in range(310, 2_110, 200)]
    whole = [sum(column) for column in zip(*right, strict=True)]
    wrong = [1 + at % 2 for at in range(len(right))]
    stated = [
        [amount + (300 + 370 * at) * (column == wrong[at]) for column, amount in enumerate(row)]
        for at, row in enumerate(right)
    ]
    plan = table([(-1, whole), *[(0, row) for row in stated]], precision=STEP)
    found = diagnosed(plan)
    assert (found.minimum, found.proven) == (len(right), True)
    named = {change.cell for cluster in found.clusters for change in cluster.explanations[0].changes}
    assert named == {plan.cell(1 + at, column) for at, column in enumerate(wrong)}
