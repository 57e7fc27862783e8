"""Failing sums that are no graph, parted where no cell stands in two parts, and each part explained.

Every part needs at least the cells that its own sums need, whatever becomes of the sums around it, and no cell serves
two parts. So where sets of just that size leave all other sums as they are, these are the smallest; and the only others
as small are sets that upset a sum which a set of another part puts right again.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.asked import Asked, Found
from sxtdbv_cli.diagnose.deeper import entire
from sxtdbv_cli.diagnose.deeper.factors import Item, factors
from sxtdbv_cli.diagnose.deeper.general import General
from sxtdbv_cli.diagnose.deeper.relaxed import Relaxed
from sxtdbv_cli.diagnose.deeper.together import Candidate, Deltas, Part, Upset, linked, together
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.model.plan import Cell

MOST = 20
"""No more cells than this are tried together for one part."""

PART_STEPS = 20_000
"""What the search of one part may spend, so that the others keep their answers."""

SEVERAL = -1
"""More than one part."""


class Smallest(NamedTuple):
    """Sums that share cells with each other and with no other part, and the smallest sets of cells that mend them."""

    keys: tuple[Key, ...]
    size: int
    sets: list[frozenset[Cell]]


def solve(asked: Asked) -> list[Found]:
    """The failing sums in clusters with all their smallest explanations, or together where they cannot be parted."""
    whole, limit = General(asked), asked.limit
    smallest: list[Smallest] = []
    try:
        for keys in _parted(whole):
            smallest.append(_smallest(whole, keys))  # what was proven before time ran out still counts
            if (least := sum(one.size for one in smallest)) > whole.worth:
                return [whole.open(whole.failing, least)]
        parts = [_part(whole, *one) for one in _mendable(whole, smallest)]
        # Where nothing fails and blank cells make up for what is off there is nothing to tell.
        groups = linked([part for part in parts if part.failing or part.size])
    except Spent:
        least = sum(one.size for one in smallest)
        return (not whole.meter.late and _all_sums(whole, least, limit)) or [whole.open(whole.failing, least)]
    fitted = [(group, together(asked.meter, group)) for group in groups]
    stuck = [part for group, sets in fitted if not _fits(group, sets) for part in group]
    least = sum(part.size for part in parts)
    if stuck and (found := _all_sums(whole, least, limit)):
        return found
    told = [one for group, sets in fitted if _fits(group, sets) for one in _explained(whole, group, sets, limit)]
    return [*told, _left(whole, stuck)] if stuck else told


def _all_sums(whole: General, least: int, limit: int) -> list[Found]:
    """The clusters of a small table as a search over all its sums finds them; none where that finds nothing."""
    found = entire.smallest(whole, least)
    return list(_apart(whole, whole.failing, found[1], limit)) if found else []


def _fits(parts: list[Part], sets: list[Deltas] | None) -> bool:
    """Whether the smallest sets of linked parts explain them, one by one or sets."""
    return bool(sets) or (sets is None and all(any(not one.upset for one in part.candidates) for part in parts))


def _left(whole: General, parts: Sequence[Part]) -> Found:
    """Parts whose smallest sets do not fit together: more cells are needed, which ones was not found."""
    keys = sorted(key for part in parts for key in part.failing)
    return whole.open(keys, sum(part.size for part in parts))


def _parted(whole: General) -> list[tuple[Key, ...]]:
    """The sums that are off, with those that blank cells join to them, parted by the cells they share."""
    first: dict[Cell, Key] = {}
    pairs: list[tuple[Key, Key]] = []
    keys = whole.joined_to_start()
    for key in keys:
        whole.meter.check()
        cells = [cell for cell, _ in whole.network.terms(key) if cell not in whole.trusted]
        pairs += [(first.setdefault(cell, key), key) for cell in cells]
    return parted(keys, pairs)


def _smallest(whole: General, keys: tuple[Key, ...]) -> Smallest:
    """The fewest cells that mend a part and all sets of so many; a bound and none where that takes too much.

    Raises:
        Spent: the time is over.
    """
    whole.meter.check()
    with whole.meter.spending(PART_STEPS) as meter:
        search = Relaxed(whole.network, keys, whole.trusted, meter)
        try:
            return Smallest(keys, *search.least(MOST))
        except Spent:
            whole.meter.check()
            return Smallest(keys, search.bound, [])


def _mendable(whole: General, found: Sequence[Smallest]) -> Iterator[Smallest]:
    """Parts without the sets that upset a sum by one cell alone which no other part reaches: nothing puts it right."""
    sums_of, owners = whole.network.sums_of, dict[Key, int]()
    for at, (_, _, sets) in enumerate(found):
        for key in {key for cell in frozenset[Cell]().union(*sets) for key, _ in sums_of(cell)}:
            owners[key] = SEVERAL if key in owners else at

    def mendable(cells: frozenset[Cell], keys: Sequence[Key]) -> bool:
        """Whether each sum around that one of some cells moves alone may be put right, be it by a blank cell."""
        around = Counter([key for cell in cells for key, _ in sums_of(cell) if key not in keys])
        alone = [key for key, count in around.items() if count == 1 and owners[key] != SEVERAL]
        return not alone or any(whole.cells[cell] is None for key in alone for cell, _ in whole.network.terms(key))

    for one in found:
        yield one._replace(sets=[cells for cells in one.sets if mendable(cells, one.keys)])


def _part(whole: General, keys: tuple[Key, ...], size: int, sets: Sequence[frozenset[Cell]]) -> Part:
    """What the smallest sets for some sums change, and what they upset around these."""
    whole.meter.check()
    solved = [deltas for cells in sets if (deltas := whole.solved(keys, cells)) is not None]
    return Part(
        keys,
        tuple(key for key in keys if key in whole.failing),
        size,
        [Candidate(tuple(sorted(deltas.items())), _upset(whole, keys, deltas)) for deltas in solved],
    )


def _upset(whole: General, keys: Sequence[Key], deltas: dict[Cell, int]) -> Upset:
    """What is off around a part afterwards.

    Raises:
        Spent: a sum around it has blank cells, which could take up what is off; that is for the whole search.
    """
    off: dict[Key, int] = {}
    for cell, delta in deltas.items():
        for key, weight in whole.network.sums_of(cell):
            if key not in keys:
                off[key] = off.get(key, 0) + weight * delta
    upset = frozenset((key, amount) for key, amount in off.items() if amount)
    if any(whole.cells[cell] is None for key, _ in upset for cell, _ in whole.network.terms(key)):
        raise Spent
    return upset


def _explained(whole: General, parts: list[Part], sets: list[Deltas] | None, limit: int) -> Iterator[Found]:
    """The smallest explanations of parts that are linked: each part by itself where no set needs another part."""
    alone = [[one for one in part.candidates if not one.upset] for part in parts]
    count = 1
    for found in alone:
        count *= len(found)
    if sets is None or len(sets) == count:
        for part, found in zip(parts, alone, strict=True):
            mine = [frozenset(one.deltas) for one in found]
            if sets is None:
                yield whole.found(part.failing, part.size, map(dict, mine), limit, complete=False)
            else:
                yield from _apart(whole, part.failing, mine, limit)
        return
    failing = tuple(sorted(key for part in parts for key in part.failing))
    yield whole.found(failing, sum(part.size for part in parts), [dict(one) for one in sets], limit, complete=True)


def _apart(whole: General, failing: Sequence[Key], sets: Sequence[frozenset[Item]], limit: int) -> Iterator[Found]:
    """All smallest sets of one part, its choices that mend different sums as clusters of their own."""
    choices = factors(sets)
    cells = [{cell for one in sets for cell, _ in one} for sets in choices]
    mended = [sorted({key for cell in of for key, _ in whole.network.sums_of(cell)} & set(failing)) for of in cells]
    first: dict[Key, int] = {}
    pairs = [(first.setdefault(key, at), at) for at, keys in enumerate(mended) for key in keys]
    pairs += [(0, at) for at, keys in enumerate(mended) if not keys]
    for number, group in enumerate(parted(range(len(choices)), pairs)):
        keys = {key for at in group for key in mended[at]}
        if not number:
            keys.update(set(failing) - first.keys())
        mine = frozenset(item for at in group for one in choices[at] for item in one)
        kept = sorted({one & mine for one in sets}, key=sorted)
        yield whole.found(tuple(sorted(keys)), len(kept[0]), map(dict, kept), limit, complete=True)
