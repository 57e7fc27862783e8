"""Small tables whose failing sums are not all explained part by part: a search over all sums of the table at once.

With every sum among the equations nothing is left that a set of cells could upset, so the smallest sets found are the
smallest there are. Only tables of few sums are searched in this way.
"""

from collections.abc import Iterator, Sequence

from sxtdbv_cli.diagnose.asked import Found
from sxtdbv_cli.diagnose.deeper.factors import Item, factors
from sxtdbv_cli.diagnose.deeper.general import General
from sxtdbv_cli.diagnose.deeper.relaxed import Relaxed
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.model.sums import Kind, promised

MOST = 16
"""No more cells than this are tried together."""

MOST_SUMS = 120
"""Tables of more sums than this are not searched."""

MOST_SETS = 2_000
"""More sets than this are not weighed."""

Sets = list[frozenset[Item]]
"""Sets of cells with what is added to them."""


def over_all(whole: General, least: int) -> list[Found]:
    """The failing sums of a small table in clusters, with the fewest cells that explain them, which are at least so
    many; none where that is not found."""
    sets = _smallest(whole, least)
    return [*_apart(whole, sets)] if sets else []


def _smallest(whole: General, least: int) -> Sets:
    """All smallest sets of cells that explain a table, none of which has fewer than ``least``.

    None of them where the table is too large, the search broke off, or a cell would be a fraction of a step.
    """
    keys = every(whole.network)
    if len(keys) > MOST_SUMS:
        return []
    try:
        found = Relaxed(whole.network, keys, whole.trusted, whole.meter).least(min(MOST, whole.worth), least)
        sets = [whole.solved(keys, cells) for cells in found[: MOST_SETS + 1]]
    except Spent:
        return []
    solved = [frozenset(one.items()) for one in sets if one is not None]
    return solved if len(solved) == len(sets) <= MOST_SETS else []


def _apart(whole: General, sets: Sequence[frozenset[Item]]) -> Iterator[Found]:
    """All smallest sets, their choices that mend different sums as clusters of their own."""
    choices = factors(sets)
    cells = [{cell for one in sets for cell, _ in one} for sets in choices]
    mended = [
        sorted({key for cell in of for key, _ in whole.network.sums_of(cell)} & set(whole.failing)) for of in cells
    ]
    first: dict[Key, int] = {}
    pairs = [(first.setdefault(key, at), at) for at, keys in enumerate(mended) for key in keys]
    pairs += [(0, at) for at, keys in enumerate(mended) if not keys]
    for number, group in enumerate(parted(range(len(choices)), pairs)):
        keys = {key for at in group for key in mended[at]}
        if not number:
            keys.update(set(whole.failing) - first.keys())
        mine = frozenset(item for at in group for one in choices[at] for item in one)
        kept = sorted({one & mine for one in sets}, key=sorted)
        yield whole.found(tuple(sorted(keys)), len(kept[0]), map(dict, kept), whole.limit, complete=True)


def every(network: Network) -> list[Key]:
    """All sums of a table that could convict a figure."""
    plan = network.plan
    sums = [one for one in promised(plan) if one.kind is not Kind.DECLARED or plan.source.complete]
    return sorted({network.key(one) for one in sums if one.plus or one.minus})
