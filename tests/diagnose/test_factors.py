"""Sets taken apart into independent choices: their combinations are just the sets."""

from itertools import product
from random import Random

import pytest

from sxtdbv_cli.diagnose.deeper.factors import Item, factors


def combined(lists: list[list[frozenset[Item]]]) -> set[frozenset[Item]]:
    """One set of each list, in every combination."""
    return {frozenset[Item]().union(*chosen) for chosen in product(*lists)}


@pytest.mark.parametrize("seed", range(40))
def test_choices_combine_to_the_sets_and_are_found_again(seed: int) -> None:
    random = Random(seed)
    cells = iter(range(100))
    lists = []
    for _ in range(random.randint(1, 3)):
        size, count = random.randint(1, 2), random.randint(1, 3)
        lists.append([frozenset((next(cells), random.randint(-3, 3)) for _ in range(size)) for _ in range(count)])
    sets = sorted(combined(lists), key=sorted)
    found = factors(sets)
    assert combined(found) == set(sets)
    assert len(found) >= len(lists)


def test_sets_that_are_not_all_combinations_stay_together() -> None:
    sets = [frozenset({(1, 5), (3, 5)}), frozenset({(1, 5), (4, 5)}), frozenset({(2, 5), (3, 5)})]
    assert factors(sets) == [sets]
