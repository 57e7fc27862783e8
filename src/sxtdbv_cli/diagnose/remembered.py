"""Methods whose answers are kept with their object: what is asked again and again is worked out once."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar

S = TypeVar("S")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def remembered(method: Callable[[S, K], V]) -> Callable[[S, K], V]:
    """A method of one argument that works out each of its answers once. They go when the object goes: no circle keeps
    either of them, as it would the answers of ``functools.cache``."""
    name = f"{method.__name__}()"

    @wraps(method)
    def answer(one: S, asked: K) -> V:
        try:
            known: dict[K, V] = one.__dict__[name]
        except KeyError:
            known = one.__dict__[name] = {}
        if asked not in known:
            known[asked] = method(one, asked)
        return known[asked]

    return answer
