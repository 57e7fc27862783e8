"""Where cells are hard to find, sets that could not be as likely as one event are not looked for: nothing is lost."""

from random import Random

import pytest
from tables import diagnosed, table

from sxtdbv_cli.diagnose import engine
from sxtdbv_cli.model.diagnosis import Diagnosis, EventKind
from sxtdbv_cli.model.plan import Column, Plan

COLUMNS = (
    Column(key="total", plus=(1, 2)),
    Column(key="2022", year=2022, plus=(3, 4)),
    Column(key="2023", year=2023, plus=(5, 6)),
    *[Column(key=f"source {at}") for at in range(4)],
)


def lacking_a_line(random: Random, columns: tuple[Column, ...] | None, precision: int) -> Plan:
    """A total of five lines of which one is missing, in columns that nest or in rounded figures."""
    rows = []
    for _ in range(5):
        one, two, three, four = (random.randint(20, 900) * 1000 * precision for _ in range(4))
        years = [one + two, three + four]
        rows.append([sum(years), *years, one, two, three, four] if columns else [sum(years), *years])
    whole = [sum(column) for column in zip(*rows, strict=True)]
    return table([(-1, whole), *[(0, row) for row in rows[1:]]], columns=columns, precision=precision)


def wholly(plan: Plan) -> Diagnosis:
    """The diagnosis that looks for all sets of cells."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "worth", lambda *_: 10**9)
        return diagnosed(plan)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize(("columns", "precision"), [(COLUMNS, 1), (None, 1000)], ids=["nested", "rounded"])
def test_what_is_named_first_is_the_same(seed: int, columns: tuple[Column, ...] | None, precision: int) -> None:
    plan = lacking_a_line(Random(seed), columns, precision)
    found, whole = diagnosed(plan), wholly(plan)
    [[first, *_]] = [one.explanations for one in found.clusters]
    assert first.event and first.event.kind is EventKind.LEFT_OUT
    assert [first] == [one.explanations[0] for one in whole.clusters]
    assert 0 < found.lower_bound <= (whole.minimum or whole.lower_bound)
    assert not found.unique


def test_of_deeper_columns_no_sets_are_told_that_could_not_be_as_likely() -> None:
    plan = lacking_a_line(Random(1), COLUMNS, 1)
    assert (diagnosed(plan).minimum, wholly(plan).minimum) == (None, 7)
