"""Small tables whose failing sums cannot be explained part by part: a search over all sums of the table at once.

With every sum among the equations nothing is left that a set of cells could upset, so the smallest sets found are the
smallest there are. Only tables of few sums are searched in this way.
"""

from sxtdbv_cli.diagnose.deeper.factors import Item
from sxtdbv_cli.diagnose.deeper.general import General
from sxtdbv_cli.diagnose.deeper.relaxed import Relaxed
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.model.sums import Kind, promised

MOST = 16
"""No more cells than this are tried together."""

MOST_SUMS = 120
"""Tables of more sums than this are not searched."""

MOST_SETS = 2_000
"""More sets than this are not weighed."""

Sets = list[frozenset[Item]]
"""Sets of cells with what is added to them."""


def smallest(whole: General, least: int) -> tuple[int, Sets] | None:
    """The fewest cells that explain a table, none of which has fewer than ``least``, and all sets of so many.

    None where the table is too large, the search broke off, or a cell would be a fraction of a step.
    """
    keys = every(whole.network)
    if len(keys) > MOST_SUMS:
        return None
    try:
        size, found = Relaxed(whole.network, keys, whole.trusted, whole.meter).least(min(MOST, whole.worth), least)
        sets = [whole.solved(keys, cells) for cells in found[: MOST_SETS + 1]]
    except Spent:
        return None
    if not sets or len(sets) > MOST_SETS or None in sets:
        return None
    return size, [frozenset(one.items()) for one in sets if one is not None]


def every(network: Network) -> list[Key]:
    """All sums of a table that could convict a figure."""
    plan = network.plan
    sums = [one for one in promised(plan) if one.kind is not Kind.DECLARED or plan.source.complete]
    return sorted({network.key(one) for one in sums if one.plus or one.minus})
