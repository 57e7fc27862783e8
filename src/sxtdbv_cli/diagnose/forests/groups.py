"""How many groups of failing sums can be off by nothing together: the arithmetic behind the lower bound.

With t failing nodes, of which at most M disjoint groups add up to zero and are connected among themselves, no
fewer than t - M cells explain the failures: a group costs one cell less than it has nodes, or at least as many
as it has nodes when it must pass through a node that does not fail.
"""

from collections.abc import Sequence

SMALL = 10
"""Up to so many nodes all subsets are looked at."""


def most_anywhere(values: Sequence[int]) -> int:
    """At most so many disjoint groups of exact values add up to zero, connected or not."""
    pairs, rest = paired(values)
    return pairs + _most_without_pairs(rest)


def paired(values: Sequence[int]) -> tuple[int, list[int]]:
    """How many groups opposite values make, and the values that are left.

    Opposite values may be taken as groups first: an exchange argument shows that no better choice is lost.
    """
    left: dict[int, int] = {}
    pairs = 0
    for value in values:
        if left.get(-value):
            left[-value] -= 1
            pairs += 1
        else:
            left[value] = left.get(value, 0) + 1
    return pairs, [value for value, count in left.items() for _ in range(count)]


def _most_without_pairs(values: Sequence[int]) -> int:
    count = len(values)
    if count > SMALL:
        return count // 3
    if count < 6:
        return int(count >= 3 and bool(zero_groups(values, None)))
    return packed(zero_groups(values, None), count)


def zero_groups(values: Sequence[int], near: Sequence[int] | None) -> list[int]:
    """Every group (a bit mask) of two nodes or more that adds up to zero and, given ``near``, is connected.

    Args:
        values: what each node is off by.
        near: for each node the mask of the nodes next to it.
    """
    return [mask for mask in _nothings(_sums(values)) if mask & (mask - 1) and (near is None or connected(mask, near))]


def _nothings(sums: list[int]) -> list[int]:
    """Where sums are nothing, but for the first; few of many are."""
    found = [0]
    for _ in range(sums.count(0) - 1):
        found.append(sums.index(0, found[-1] + 1))
    return found[1:]


def zero_sums(values: Sequence[int], most: int) -> list[int] | None:
    """Every group of exact values that adds up to zero, in two halves that meet; None where these are too many."""
    half = len(values) // 2
    lower: dict[int, list[int]] = {}
    for mask, total in enumerate(_sums(values[:half])):
        lower.setdefault(-total, []).append(mask)
    found: list[int] = []
    for mask, total in enumerate(_sums(values[half:])):
        if total in lower:
            found += [mask << half | other for other in lower[total]]
            if len(found) > most:
                return None
    return sorted(found)[1:]


def _sums(values: Sequence[int]) -> list[int]:
    """What the nodes of every mask add up to."""
    sums = [0]
    for value in values:
        sums += [before + value for before in sums]
    return sums


def connected(mask: int, near: Sequence[int]) -> bool:
    """Whether the nodes of a mask hang together."""
    return reached(mask, near) == mask


def reached(mask: int, near: Sequence[int]) -> int:
    """Those nodes of a mask that hang together with the first of them."""
    reached = edge = mask & -mask
    while edge and reached != mask:
        low = edge & -edge
        edge ^= low
        fresh = near[low.bit_length() - 1] & mask & ~reached
        reached |= fresh
        edge |= fresh
    return reached


def packed(groups: Sequence[int], count: int) -> int:
    """The most groups of so many nodes of which no two share one."""
    return _most(tuple(smallest(groups)), count, {})


def _most(groups: tuple[int, ...], count: int, known: dict[tuple[int, ...], int]) -> int:
    """The most groups, given the smallest first. One that meets the first is among them: else that could be, too."""
    most = count // groups[0].bit_count() if groups else 0
    if len(groups) < 2 or most < 2:
        return min(most, len(groups))
    if groups not in known:
        best = 0
        for group in groups:
            if group & groups[0] and best < most:
                rest = tuple([other for other in groups if not other & group])
                if len(rest) >= best:
                    best = max(best, 1 + _most(rest, count - group.bit_count(), known))
        known[groups] = best
    return known[groups]


def smallest(groups: Sequence[int]) -> list[int]:
    """The groups that have no other in them: to take a larger one is never better."""
    found: list[int] = []
    for group in sorted(groups, key=int.bit_count):
        for other in found:
            if group & other == other:
                break
        else:
            found.append(group)
    return found
