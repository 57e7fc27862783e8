"""The partings of failing nodes into groups, and the lowest sum of the prices of their groups.

Groups are bit masks. The group of the first node is chosen first, then that of the first node left, so there are far
fewer sets of nodes left over than there are partings; which groups may follow each of them never changes. Prices only
rise, so after a rise only those sets are looked at again whose cheapest parting became dearer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sxtdbv_cli.diagnose.meter import Meter

NEVER = 10**9
"""The price of what cannot be parted."""

Parting = tuple[int, ...]


class Partings:
    """The partings of some nodes.

    Args:
        prices: every group with its price.
        count: how many nodes there are.
        meter: what looking at them may spend.
    """

    def __init__(self, prices: Mapping[int, int], count: int, meter: Meter) -> None:
        self.prices = dict(prices)
        self.meter = meter
        self.everything = (1 << count) - 1
        self._starting: list[list[int]] = [[] for _ in range(count)]
        for group in prices:
            self._starting[(group & -group).bit_length() - 1].append(group)
        self._following: dict[int, list[tuple[int, int]]] = {}
        self._cheapest: dict[int, int] = {}
        self._chosen: dict[int, tuple[int, int]] = {}
        self._cost = 0
        self._dear = True

    def least(self) -> int:
        """The lowest price of a parting, ``NEVER`` or more where there is none."""
        if not self._following:
            self._list()
        elif self._dear:
            self.meter.step(self._cost)
        if self._dear:
            self._settle()
            self._dear = False
        return self._cheapest[self.everything]

    def raise_prices(self, groups: Iterable[int], price: int) -> None:
        """Let groups cost at least so much."""
        for group in groups:
            self.prices[group] = max(self.prices[group], price)
        self._dear = True

    def cheapest(self) -> Iterator[Parting]:
        """Every parting of the lowest price."""
        return self._cheap(self.everything)

    def _list(self) -> None:
        """List the groups that may be chosen next, with what they leave, small sets of nodes first."""
        found: dict[int, list[tuple[int, int]]] = {0: []}
        waiting = [self.everything]
        while waiting:
            left = waiting.pop()
            if left not in found:
                starting: Sequence[int] = self._starting[(left & -left).bit_length() - 1]
                cost = 1 + len(starting) // 64
                self.meter.step(cost)
                self._cost += cost
                found[left] = [(group, left ^ group) for group in starting if group & left == group]
                waiting += [rest for _, rest in found[left]]
        self._following = {left: found[left] for left in sorted(found)}
        self._cheapest = dict.fromkeys(found, NEVER) | {0: 0}

    def _settle(self) -> None:
        """Work out what is cheapest for every set of nodes, the smaller ones first."""
        prices, cheapest, chosen = self.prices, self._cheapest, self._chosen
        for left, following in self._following.items():
            if left in chosen:
                group, rest = chosen[left]
                if prices[group] + cheapest[rest] == cheapest[left]:
                    continue
            if following:
                totals = [prices[group] + cheapest[rest] for group, rest in following]
                least = cheapest[left] = min(totals)
                chosen[left] = following[totals.index(least)]

    def _cheap(self, left: int) -> Iterator[Parting]:
        self.meter.step()
        if not left:
            yield ()
            return
        for group, rest in self._following[left]:
            if self.prices[group] + self._cheapest[rest] == self._cheapest[left]:
                for parting in self._cheap(rest):
                    yield (group, *parting)
