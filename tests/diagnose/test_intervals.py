"""Elimination of inequalities: one that does not come to an end leaves the rest of a search its steps."""

import pytest

from sxtdbv_cli.diagnose.meter import Meter, Spent
from sxtdbv_cli.diagnose.rounded.intervals import STEPS, Limit, fitted


def test_an_elimination_that_grows_and_grows_is_ended_alone() -> None:
    sums = [{7 * at % 40: 1, (11 * at + 3) % 40: -1, (13 * at + 5) % 40: 1, (17 * at + 1) % 40: -1} for at in range(60)]
    limits = [
        Limit({name: sign * of for name, of in one.items()}, 3, frozenset({at}))
        for at, one in enumerate(sums)
        for sign in (1, -1)
    ]
    meter = Meter(10_000, float("inf"))
    with pytest.raises(Spent):
        fitted(limits, meter)
    assert meter.left >= 10_000 - STEPS - 1
