"""A cluster of failing sums as a search found it."""

from typing import NamedTuple

from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.model.diagnosis import Contradiction, Explanation


class Found(NamedTuple):
    """A cluster before its sums are listed: the failing sums of the search, and what explains them."""

    keys: tuple[Key, ...]
    minimum: int | None
    lower_bound: int
    complete: bool
    explanations: tuple[Explanation, ...]
    contradictions: tuple[Contradiction, ...] = ()
