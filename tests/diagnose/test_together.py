"""Sets of several parts that together upset nothing are those that trying all of them finds."""

from itertools import product
from random import Random

import pytest

from sxtdbv_cli.diagnose.deeper import together as module
from sxtdbv_cli.diagnose.deeper.together import Candidate, Deltas, Part, together
from sxtdbv_cli.diagnose.meter import Meter


def drawn(random: Random) -> list[Part]:
    """Parts whose sets upset few sums by little, so that many of them put right what others upset."""
    found = []
    for number in range(random.randint(2, 5)):
        upsets = [{key: random.choice((-2, -1, 1, 2)) for key in range(3) if random.random() < 0.4} for _ in range(4)]
        sets = [Candidate(((10 * number + at, 1),), frozenset(one.items())) for at, one in enumerate(upsets)]
        found.append(Part((number,), (number,), 1, sets))
    return found


def tried(parts: list[Part]) -> list[Deltas]:
    """All ways to take one set of each part, as far as they upset nothing together."""
    found = []
    for chosen in product(*[part.candidates for part in parts]):
        off = [sum(by for one in chosen for at, by in one.upset if at == key) for key in range(3)]
        if not any(off):
            found.append(tuple(item for one in chosen for item in one.deltas))
    return found


@pytest.mark.parametrize("most", [500, 3])
def test_nothing_that_puts_right_what_was_upset_is_passed_over(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_FIGURES", most)
    some = 0
    for seed in range(200):
        parts = drawn(Random(seed))
        wanted = tried(parts)
        assert sorted(together(Meter(10**6, float("inf")), parts) or []) == sorted(wanted), seed
        some += len(parts) > 2 and bool(wanted)
    assert some > 50
