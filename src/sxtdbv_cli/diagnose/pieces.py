"""Things parted by what links them."""

from collections.abc import Iterable


def parted(things: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """The connected parts of a graph, each sorted, in the order of their smallest members."""
    found: dict[int, int] = {thing: thing for thing in things}

    def top(thing: int) -> int:
        while found[thing] != thing:
            found[thing] = found[found[thing]]
            thing = found[thing]
        return thing

    for one, two in pairs:
        first, second = top(one), top(two)
        found[max(first, second)] = min(first, second)
    parts: dict[int, list[int]] = {}
    for thing in sorted(found):
        parts.setdefault(top(thing), []).append(thing)
    return [tuple(part) for part in parts.values()]
