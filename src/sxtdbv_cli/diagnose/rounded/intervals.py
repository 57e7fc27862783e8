"""Whether some whole numbers can keep many sums within bounds: elimination of inequalities (Fourier and Motzkin).

A number is eliminated by adding every row that limits it from above to every row that limits it from below. A row
without numbers that cannot hold contradicts; it knows the sums it was put together from. Where of two rows that are
added one has the number once, as nearly always, nothing is lost on whole numbers (Pugh 1991, the Omega test).
"""

from collections.abc import Iterable, Mapping, Sequence
from math import gcd
from typing import NamedTuple

from sxtdbv_cli.diagnose.meter import Meter, Spent

Name = int
"""A number that is looked for."""


class Limit(NamedTuple):
    """The numbers, times their weights, add up to no more than ``most``; ``of`` are the sums it comes from."""

    weights: Mapping[Name, int]
    most: int
    of: frozenset[int]


FAR = 10**60
"""Farther than any amount: no bound at all."""

STEPS = 500
"""What one elimination may spend: one that comes to an end takes a fifth of it, others would take all there is."""


def fitted(limits: Iterable[Limit], meter: Meter) -> dict[Name, int] | frozenset[int]:
    """Whole numbers that keep all limits, each as near to nothing as it can be; or sums that contradict each other.

    Raises:
        Spent: there are fractions only, as far as is known, or too many rows.
    """
    done, rows = _eliminated(limits, None, meter)
    broken = [row.of for row in rows if row.most < 0]
    return min(broken, key=lambda of: (len(of), sorted(of))) if broken else _found(done)


def spanned(limits: Iterable[Limit], name: Name, meter: Meter) -> tuple[int, int]:
    """The least and the most that a number can be while all limits are kept.

    Raises:
        Spent: there is no such number, as far as is known, or there are too many rows.
    """
    _, rows = _eliminated(limits, name, meter)
    least, most = -FAR, FAR
    for weights, limit, _ in rows:
        weight = weights.get(name, 0)
        if weight > 0:
            most = min(most, limit // weight)
        elif weight < 0:
            least = max(least, -(limit // -weight))
        elif limit < 0:
            raise Spent
    if least > most:
        raise Spent
    return least, most


def _eliminated(
    limits: Iterable[Limit], kept: Name | None, meter: Meter
) -> tuple[list[tuple[Name, list[Limit]]], list[Limit]]:
    """What is left when all numbers, or all but one, are eliminated; before it each with the rows it stood in."""
    rows = _tightest(map(_divided, limits))
    done: list[tuple[Name, list[Limit]]] = []
    with meter.spending(STEPS) as part:
        while (name := _cheapest(rows, kept)) is not None:
            above = [row for row in rows if row.weights.get(name, 0) > 0]
            below = [row for row in rows if row.weights.get(name, 0) < 0]
            part.step(1 + len(above) * len(below) // 4)
            done.append((name, above + below))
            added = [_divided(_sum(one, two, name)) for one in above for two in below]
            rows = _tightest([*[row for row in rows if name not in row.weights], *added])
    return done, rows


def _cheapest(rows: Iterable[Limit], kept: Name | None) -> Name | None:
    """The number, but for one, of which the fewest pairs of rows are to be added up."""
    above: dict[Name, int] = {}
    below: dict[Name, int] = {}
    for row in rows:
        for name, weight in row.weights.items():
            side = above if weight > 0 else below
            side[name] = side.get(name, 0) + 1
    names = above.keys() | below.keys()
    return min(names - {kept}, key=lambda one: (above.get(one, 0) * below.get(one, 0), one), default=None)


def _sum(above: Limit, below: Limit, name: Name) -> Limit:
    """Two limits added up so that a number is in them no more."""
    times, of = -below.weights[name], above.weights[name]
    weights = {at: weight * times for at, weight in above.weights.items()}
    for at, weight in below.weights.items():
        weights[at] = weights.get(at, 0) + of * weight
    kept = {at: weight for at, weight in weights.items() if weight}
    return Limit(kept, above.most * times + below.most * of, above.of | below.of)


def _divided(row: Limit) -> Limit:
    """A limit in the smallest weights: whole numbers allow no more than the whole part."""
    common = gcd(*row.weights.values())
    if common <= 1:
        return row
    return Limit({at: weight // common for at, weight in row.weights.items()}, row.most // common, row.of)


def _tightest(rows: Iterable[Limit]) -> list[Limit]:
    """Of limits with the same weights the tightest."""
    found: dict[tuple[tuple[Name, int], ...], Limit] = {}
    for row in rows:
        key = tuple(sorted(row.weights.items()))
        known = found.get(key)
        if known is None or (row.most, len(row.of)) < (known.most, len(known.of)):
            found[key] = row
    return list(found.values())


def _found(done: Sequence[tuple[Name, Sequence[Limit]]]) -> dict[Name, int]:
    """The numbers, the last one that was eliminated first."""
    found: dict[Name, int] = {}
    for name, rows in reversed(done):
        least, most = None, None
        for weights, limit, _ in rows:
            left = limit - sum(weight * found.get(at, 0) for at, weight in weights.items() if at != name)
            weight = weights[name]
            if weight > 0:
                most = left // weight if most is None else min(most, left // weight)
            else:
                least = -(left // -weight) if least is None else max(least, -(left // -weight))
        if least is not None and most is not None and least > most:
            raise Spent
        value = 0
        if least is not None:
            value = max(value, least)
        found[name] = value if most is None else min(value, most)
    return found
