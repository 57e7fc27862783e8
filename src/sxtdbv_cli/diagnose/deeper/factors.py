"""Sets that are put together from choices that have nothing to do with each other, taken apart into these choices."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import prod

from sxtdbv_cli.diagnose.pieces import parted

Item = tuple[int, int]
"""A member of a set: a cell and what is added to it."""

MOST_ITEMS = 60
"""Sets of more different members than this are left as they are, and those of none."""


def factors(sets: Sequence[frozenset[Item]]) -> list[list[frozenset[Item]]]:
    """Lists of sets of which one each, in every combination, make up the sets given; one list if there are no such.

    Two members that are met together as often as chance would have it may belong to different choices; whether all
    combinations are there is counted.
    """
    often = Counter(item for one in sets for item in one)
    pairs = Counter(pair for one in sets for pair in combinations(sorted(one), 2))
    items = sorted(often)
    if not 0 < len(items) <= MOST_ITEMS:
        return [list(sets)]
    tied = [
        (one, two)
        for one, two in combinations(range(len(items)), 2)
        if pairs[items[one], items[two]] * len(sets) != often[items[one]] * often[items[two]]
    ]
    groups = [frozenset(items[at] for at in part) for part in parted(range(len(items)), tied)]
    found = [sorted({one & group for one in sets}, key=sorted) for group in groups]
    if prod(map(len, found)) != len(sets) or any(len({*map(len, choices)}) > 1 for choices in found):
        return [list(sets)]
    return found
