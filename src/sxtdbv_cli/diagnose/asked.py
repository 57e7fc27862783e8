"""What is asked of a search for wrong cells, and what it answers."""

from typing import NamedTuple

from sxtdbv_cli.diagnose.meter import Meter
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.model.audit import Balance
from sxtdbv_cli.model.diagnosis import Contradiction, Explanation
from sxtdbv_cli.model.plan import Cell


class Asked(NamedTuple):
    """The failing sums of a table; cells that are right; how much may be listed of a cluster, and spent on all.

    ``worth`` is how many cells would be as likely as one event that explains all; no more are tried together where
    cells are hard to find.
    """

    network: Network
    balances: dict[Key, Balance]
    trusted: frozenset[Cell]
    limit: int
    meter: Meter
    worth: int = 10**9


class Found(NamedTuple):
    """A cluster before its sums are listed: the failing sums of the search, and what explains them."""

    keys: tuple[Key, ...]
    minimum: int | None
    lower_bound: int
    complete: bool
    explanations: tuple[Explanation, ...]
    contradictions: tuple[Contradiction, ...] = ()
