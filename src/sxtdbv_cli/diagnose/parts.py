"""Failing sums that are no graph, parted where no cell stands in two parts, and each part explained.

Every part needs at least the cells that its own sums need, whatever becomes of the sums around it, and no cell serves
two parts. So where sets of just that size leave all other sums as they are, these are the smallest; and the only others
as small are sets that upset a sum which a set of another part puts right again.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.diagnose.cells import Found
from sxtdbv_cli.diagnose.general import General
from sxtdbv_cli.diagnose.meter import Meter, Spent
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.diagnose.relaxed import Relaxed
from sxtdbv_cli.model.plan import Cell

MOST = 8
"""No more cells than this are tried together for one part."""

MOST_TOGETHER = 5_000
"""Of so many sets of several parts together it is looked which put right what others upset."""

Upset = frozenset[tuple[Key, int]]
"""The sums around a part that its changes would leave off, and by how much."""


class Candidate(NamedTuple):
    """Cells with what is added to them, and the sums outside their part that this upsets."""

    deltas: tuple[tuple[Cell, int], ...]
    upset: Upset


class Part(NamedTuple):
    """Sums that share cells with each other and with no other part, those that fail, and what mends them."""

    keys: tuple[Key, ...]
    failing: tuple[Key, ...]
    size: int
    candidates: list[Candidate]


def solve(network: Network, failing: Iterable[Key], trusted: frozenset[Cell], limit: int, meter: Meter) -> list[Found]:
    """The failing sums in clusters with all their smallest explanations, or together where they cannot be parted."""
    whole = General(network, failing, trusted, limit, meter)
    if network.plan.unit.precision > 1:
        return [whole.solve(0)]
    try:
        parts = [_part(whole, keys) for keys in _parted(whole)]
        least = sum(part.size for part in parts)
        if all(any(not one.upset for one in part.candidates) for part in parts):
            # Where nothing fails and blank cells make up for what is off there is nothing to tell.
            told = [part for part in parts if part.failing or part.size]
            return [found for group in _linked(told) for found in _explained(whole, group, limit)]
    except Spent:
        return [whole.solve(0)]
    return [whole.solve(least)]


def _parted(whole: General) -> list[tuple[Key, ...]]:
    """The sums that are off, with those that blank cells join to them, parted by the cells they share."""
    first: dict[Cell, Key] = {}
    keys = whole.joined_to_start()
    pairs = [
        (first.setdefault(cell, key), key)
        for key in keys
        for cell, _ in whole.network.terms(key)
        if cell not in whole.trusted
    ]
    return parted(keys, pairs)


def _part(whole: General, keys: tuple[Key, ...]) -> Part:
    size, sets = Relaxed(whole.network, keys, whole.trusted, whole.meter).least(MOST)
    solved = [deltas for cells in sets if (deltas := whole.solved(keys, cells)) is not None]
    return Part(
        keys,
        tuple(key for key in keys if key in whole.failing),
        size if sets else 0,
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


def _linked(parts: list[Part]) -> list[list[Part]]:
    """The parts, those together that may put right what the others upset."""
    left = [list(part.candidates) for part in parts]
    while True:
        owners: dict[Key, set[int]] = {}
        for number, candidates in enumerate(left):
            for candidate in candidates:
                for key, _ in candidate.upset:
                    owners.setdefault(key, set()).add(number)
        kept = [[one for one in found if all(len(owners[key]) > 1 for key, _ in one.upset)] for found in left]
        if kept == left:
            break
        left = kept
    pairs = [(min(numbers), number) for numbers in owners.values() for number in sorted(numbers)]
    slim = [part._replace(candidates=candidates) for part, candidates in zip(parts, left, strict=True)]
    return [[slim[number] for number in group] for group in parted(range(len(parts)), pairs)]


def _explained(whole: General, parts: list[Part], limit: int) -> Iterator[Found]:
    """The smallest explanations of parts that are linked: each part by itself where no set needs another part."""
    together = _together(parts)
    alone = [[one for one in part.candidates if not one.upset] for part in parts]
    count = 1
    for found in alone:
        count *= len(found)
    if together is None or len(together) == count:
        for part, found in zip(parts, alone, strict=True):
            yield whole.found(
                part.failing, part.size, [dict(one.deltas) for one in found], limit, complete=together is not None
            )
        return
    failing = tuple(sorted(key for part in parts for key in part.failing))
    yield whole.found(failing, sum(part.size for part in parts), [dict(one) for one in together], limit, complete=True)


def _together(parts: list[Part]) -> list[tuple[tuple[Cell, int], ...]] | None:
    """One set of each part that together upset nothing; None where these are too many to look at."""
    states: list[tuple[tuple[tuple[Cell, int], ...], dict[Key, int]]] = [((), {})]
    for number, part in enumerate(parts):
        later = {key for other in parts[number + 1 :] for one in other.candidates for key, _ in one.upset}
        following = []
        for deltas, off in states:
            for candidate in part.candidates:
                after = dict(off)
                for key, amount in candidate.upset:
                    after[key] = after.get(key, 0) + amount
                after = {key: amount for key, amount in after.items() if amount}
                if after.keys() <= later:
                    following.append((deltas + candidate.deltas, after))
        if len(following) > MOST_TOGETHER:
            return None
        states = following
    return [deltas for deltas, _ in states]
