"""The diagnosis: the real appendix, the laws, and equality with CP-SAT on small adversarial tables."""

import gc
from random import Random

import pytest
from adversarial import draw
from agreement import agreed
from oracle import Oracle
from tables import appendix, diagnosed, sets, table, with_cells

from sxtdbv_cli.diagnose.deeper import entire
from sxtdbv_cli.diagnose.rounded import parts
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.plan import Column, Plan

SOURCES = tuple(range(2, 12))

REAL = [
    ("III", "total", 7_433_000_000, 7_433_800_000),
    ("III/A/3.2", "total", 2_320_000_000, 2_320_800_000),
    ("III/A/3.2/3.2.2", "total", 400_000_000, 420_000_000),
]


def test_the_real_appendix_has_exactly_three_wrong_cells() -> None:
    plan = appendix()
    found = diagnosed(plan)
    assert (found.failed, found.minimum, found.lower_bound) == (6, 3, 3)
    assert found.proven
    assert found.unique
    changes = [change for cluster in found.clusters for change in cluster.explanations[0].changes]
    named = [(plan.paths[plan.position(c.cell)[0]], plan.columns[plan.position(c.cell)[1]].key, c) for c in changes]
    assert [(path.replace("Ill", "III"), key, c.stated, c.proposed) for path, key, c in named] == REAL
    assert {change.slip for change in changes} == {"digit-replaced"}


@pytest.mark.parametrize("nested", [False, True], ids=["years", "nested"])
@pytest.mark.parametrize("chunk", range(5))
def test_the_answer_is_that_of_cp_sat(chunk: int, nested: bool) -> None:
    seeds = [f"{chunk} {seed} {nested}" for seed in range(60)]
    compared = sum(agreed(*draw(Random(seed), nested=nested), where=seed) is not None for seed in seeds)
    assert compared >= 50  # the tables that are passed over above must stay few


@pytest.mark.parametrize("seed", range(40))
def test_a_single_wrong_cell_of_a_full_table_is_located_and_restored(seed: int) -> None:
    random = Random(seed)
    leaves = [[random.randint(1, 900) * 1_000 for _ in range(3)] for _ in range(4)]
    rows = [[sum(row), *row] for row in leaves]
    top = [sum(column) for column in zip(*rows, strict=True)]
    plan = table([(-1, top), *[(0, row) for row in rows]])
    assert not audit(plan).failing
    cell = random.choice([at for at, amount in enumerate(plan.cells) if amount is not None])
    right = plan.cells[cell]
    assert right is not None
    spoiled = with_cells(plan, {cell: right + random.choice((-1, 1)) * random.randint(1, 10**6)})
    found = diagnosed(spoiled)
    assert found.proven
    assert found.unique
    [cluster] = found.clusters
    assert [(change.cell, change.proposed) for change in cluster.explanations[0].changes] == [(cell, right)]


@pytest.mark.parametrize("seed", range(60))
def test_the_proposed_values_make_every_sum_hold(seed: int) -> None:
    plan, trusted = draw(Random(f"hold {seed}"), nested=seed % 2 == 0)
    last = len(plan.lines)
    blanks = [at for at, amount in enumerate(plan.cells) if amount is None and plan.position(at)[0] < last]
    plan = with_cells(plan, dict.fromkeys(blanks, 0))
    found = diagnosed(plan, trusted)
    if found.minimum is None:
        return
    smallest = [sets(cluster) for cluster in found.clusters]
    for rank in range(max(map(len, smallest), default=0)):
        chosen = [explanations[min(rank, len(explanations) - 1)] for explanations in smallest]
        changes = {change.cell: change.proposed for explanation in chosen for change in explanation.changes}
        assert not audit(with_cells(plan, dict(changes))).failing


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_lines_does_not_change_the_answer(seed: int) -> None:
    random = Random(seed)
    leaves = [[random.randint(1, 900) for _ in range(2)] for _ in range(5)]
    rows = [[sum(row), *row] for row in leaves]
    top = [sum(column) for column in zip(*rows, strict=True)]
    for _ in range(2):
        random.choice(rows)[random.randrange(3)] += random.choice((-7, 5, 90))
    answers = []
    for order in (range(5), random.sample(range(5), 5)):
        plan = table([(-1, top), *[(0, rows[at]) for at in order]])
        found = diagnosed(plan)
        names = [0, *[at + 1 for at in order]]
        answers.append(
            (
                (found.failed, found.minimum, found.proven, found.unique),
                sorted(
                    sorted((names[plan.position(c.cell)[0]], plan.position(c.cell)[1], c.proposed) for c in one.changes)
                    for cluster in found.clusters
                    for one in cluster.explanations
                    if one.event is None
                ),
            )
        )
    assert answers[0] == answers[1]


def test_no_proof_is_claimed_where_a_blank_would_have_to_be_a_fraction() -> None:
    columns = (
        Column(key="total", plus=(2, 3)),
        Column(key="diff", plus=(2,), minus=(3,)),
        Column(key="a"),
        Column(key="b"),
    )
    plan = table([(-1, [13, 4, None, None]), (0, [11, 4, None, None])], columns=columns)
    found = diagnosed(plan)
    assert Oracle(plan, frozenset()).minimum() == 2
    assert not found.proven or found.minimum == 2
    assert found.lower_bound <= 2


def test_nothing_is_left_for_the_collector() -> None:
    # It would walk all that a diagnosis builds, in the time of the next one.
    plan = table([(-1, [90, 30, 40, 20]), (0, [30, 10, 10, 10]), (0, [40, 10, 10, 10]), (0, [15, 5, 5, 5])])
    assert diagnosed(plan).minimum == 4  # and what is loaded for it
    gc.collect()
    diagnosed(plan)
    assert gc.collect() == 0


def of_sources(wrong: dict[tuple[int, int], int]) -> tuple[Plan, Plan]:
    """A table of a year with ten sources and another year, and the same with so much added to some cells."""
    columns = tuple(Column(key=f"c{at}", plus={0: (1, 12), 1: SOURCES}.get(at, ())) for at in range(13))
    lines = [[100 + 7 * at * line for at in SOURCES] for line in (1, 2)]
    rows = [(sum(line) + 50, sum(line), *line, 50) for line in lines]
    whole = tuple(map(sum, zip(*rows, strict=True)))
    right = table([(-1, whole), *[(0, row) for row in rows]], columns=columns)
    cells = {right.cell(*at): (right.cells[right.cell(*at)] or 0) + by for at, by in wrong.items()}
    return right, with_cells(right, dict(cells))


def test_ten_wrong_sources_of_one_year_are_put_right() -> None:
    right, plan = of_sources({(1, at): 2**at for at in SOURCES})
    found = diagnosed(plan)
    assert (found.minimum, found.proven, found.unique) == (10, True, True)
    best = found.clusters[0].explanations[0].changes
    assert {change.cell: change.proposed for change in best} == {
        right.cell(1, at): right.cells[right.cell(1, at)] for at in SOURCES
    }


def test_sums_whose_search_takes_too_much_leave_others_their_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART_STEPS", 30)
    monkeypatch.setattr(entire, "MOST_SUMS", 0)
    right, plan = of_sources({(1, at): 2**at for at in SOURCES} | {(2, 12): 3})
    easy, hard = sorted(diagnosed(plan).clusters, key=lambda cluster: len(cluster.sums))
    [change] = easy.explanations[0].changes
    assert (easy.unique, change.cell, change.proposed) == (True, right.cell(2, 12), 50)
    assert (hard.minimum, hard.proven, hard.unique) == (None, False, False)
    assert 0 < hard.lower_bound <= 10
