"""One mistake that is no mistyped cell. A module a kind: ``readings(failures)`` yields the places where it holds.

A reading holds where it explains whole clusters of failing sums exactly; where it takes several clusters together
they become one. Whether it is named before the cells that would explain the same is a matter of cost (``rank``).
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from sxtdbv_cli import discover
from sxtdbv_cli.diagnose.asked import Asked
from sxtdbv_cli.diagnose.events._beside_blanks import blankless, stated_alone
from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.events._listing import Costed, left_open, ranked, together
from sxtdbv_cli.diagnose.events._readings import Reading
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Network
from sxtdbv_cli.diagnose.ranking.rank import LEAST_CELL
from sxtdbv_cli.diagnose.rounded.ranges import AS_STATED
from sxtdbv_cli.diagnose.rounded.slack import Slack
from sxtdbv_cli.diagnose.rounded.solving import values
from sxtdbv_cli.model.diagnosis import Cluster, EventKind, Explanation, Slip

Group = tuple[int, ...]
"""Clusters that one event explains together, by their numbers."""

UNEXPLAINED = 10**6
"""What a cluster costs that nothing explains."""

MANY = 12
"""Of so many failing sums it is asked first whether one column in the wrong unit explains them."""

ROUNDED_STEPS = 10_000
"""What may be spent on figures of events that are moved within rounding."""

SLIPS = {EventKind.PARENTS_NOT_UPDATED: Slip.NOT_UPDATED, EventKind.WRONG_UNIT: Slip.UNIT}
"""The events that are themselves a slip of every cell they change, whatever each alone looks like."""

KINDS = [discover.load(__name__, name) for name in discover.names(__name__)]


def with_events(asked: Asked, clusters: tuple[Cluster, ...], readings: list[Reading] | None) -> tuple[Cluster, ...]:
    """The clusters with the readings that explain them, each list with the likeliest first."""
    try:
        asked.meter.check()
        alone = stated_alone(asked, clusters)
        groups = _groups(asked, clusters, [*readings, *(alone or ())]) if readings is not None else None
    except Spent:
        groups = None
    if groups is None:
        return tuple([cluster._replace(unique=False, complete=False) for cluster in clusters])
    if alone is None:
        clusters = tuple([_unsure(asked.network, cluster) for cluster in clusters])
    for found in groups.values():
        found.sort(key=itemgetter(0))
        found[:] = [(price, _with_slips(asked.network, one)) for price, one in found[: asked.limit]]
    return _arranged(asked.network, clusters, _likeliest(asked.network, clusters, groups), asked.limit)


def _unsure(network: Network, cluster: Cluster) -> Cluster:
    """A cluster of which nobody knows whether stated cells alone would explain it, where a set fills blanks."""
    return cluster if blankless(network, cluster) else cluster._replace(unique=False, complete=False)


def _groups(asked: Asked, clusters: tuple[Cluster, ...], readings: Iterable[Reading]) -> dict[Group, list[Costed]]:
    """The readings that hold, with what each costs, by the clusters they explain.

    Raises:
        Spent: the time was over. Some events alone would make one look likely that is not.
    """
    network, balances = asked.network, asked.balances
    numbers = {id(balance): number for number, cluster in enumerate(clusters) for balance in cluster.sums}
    owners = {key: numbers[id(balance)] for key, balance in balances.items() if id(balance) in numbers}
    groups: dict[Group, list[Costed]] = {}
    for reading in readings:
        asked.meter.check()
        group = tuple(sorted({owners[key] for key in reading.keys if key in owners}))
        if sum(len(clusters[number].sums) for number in group) == len(reading.keys):
            groups.setdefault(group, []).append((_price(network, reading), reading.explanation))
    return groups


def one_column(asked: Asked, readings: Iterable[Reading]) -> bool:
    """Whether a column in the wrong unit explains more failing sums than any search for cells would."""
    return len(asked.balances) >= MANY and any(
        one.explanation.event and one.explanation.event.line < 0 for one in _of_all(asked, readings)
    )


def worth(asked: Asked, readings: Iterable[Reading]) -> int:
    """How many cells would be as likely as one event that explains all failing sums."""
    prices = [_price(asked.network, one) for one in _of_all(asked, readings)]
    return min(prices, default=UNEXPLAINED) // LEAST_CELL


def _of_all(asked: Asked, readings: Iterable[Reading]) -> list[Reading]:
    """The readings that explain all failing sums."""
    return [one for one in readings if len(one.keys) == len(asked.balances)]


def _price(network: Network, reading: Reading) -> int:
    return network.judge.cost(reading.explanation) + reading.doubt


def read(asked: Asked) -> list[Reading] | None:
    """What any module of events says, as far as it blames no cell that is right; None where there was no time."""
    try:
        asked.meter.check()
        failures = Failures(asked.network, asked.balances)
        slack = Slack(asked.network, asked.trusted, asked.meter.part(ROUNDED_STEPS))
        found: list[Reading] = []
        for kind in KINDS:
            asked.meter.check()
            found += _holding(asked, slack, kind.readings(failures))
    except Spent:
        return None
    return found


def _holding(asked: Asked, slack: Slack, readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings that blame no trusted cell and hold, their figures moved within rounding."""
    for reading in readings:
        if asked.trusted.isdisjoint([change.cell for change in reading.explanation.changes]):
            exact = slack.step == 1 or not reading.explanation.changes
            held = reading if exact else _within_rounding(slack, reading)
            if held:
                yield held


def _with_slips(network: Network, explanation: Explanation) -> Explanation:
    """An event with the slips of its changes: its own, or those that each alone would be."""
    own = SLIPS.get(explanation.event.kind) if explanation.event else None
    changes = [
        one._replace(slip=own) if own and one.stated is not None else network.changes[one.moved]
        for one in explanation.changes
    ]
    return explanation._replace(changes=tuple(changes))


def _likeliest(
    network: Network, clusters: tuple[Cluster, ...], groups: dict[Group, list[Costed]]
) -> dict[Group, list[Costed]]:
    """Groups of clusters that do not overlap, with the readings of each.

    One event takes several clusters together where it is no less likely than what explains each of them alone.
    """
    saved: list[tuple[int, Group]] = []
    for group in groups:
        if len(group) > 1:
            alone = sum(_least(network, clusters[number], groups.get((number,), ())) for number in group)
            saved.append((groups[group][0][0] - alone, group))
    taken: set[int] = set()
    found: dict[Group, list[Costed]] = {}
    for more, group in sorted(saved):
        if more <= 0 and taken.isdisjoint(group):
            taken.update(group)
            found[group] = groups[group]
    alone_ = {group: events for group, events in groups.items() if len(group) == 1 and taken.isdisjoint(group)}
    return found | alone_


def _least(network: Network, cluster: Cluster, events: Sequence[Costed]) -> int:
    """What the likeliest explanation of a cluster costs."""
    open_ = left_open(network, cluster)
    least = events[0][0] if events else UNEXPLAINED
    for price, one in sorted([(network.judge.cost(one), one) for one in cluster.explanations], key=itemgetter(0)):
        if price >= least:
            break
        least = min(least, price + open_(one))
    return least


def _arranged(
    network: Network, clusters: tuple[Cluster, ...], groups: dict[Group, list[Costed]], limit: int
) -> tuple[Cluster, ...]:
    """Each cluster once, joined with those that a reading takes together, where the first of them stood."""
    joined = {group[0]: group for group in groups}
    later = {number for group in groups for number in group[1:]}
    found: list[Cluster] = []
    for number, cluster in enumerate(clusters):
        group = joined.get(number)
        if group is not None:
            found.append(ranked(network, together([clusters[one] for one in group], limit), groups[group]))
        elif number not in later:
            found.append(cluster)
    return tuple(found)


def _within_rounding(slack: Slack, reading: Reading) -> Reading | None:
    """A reading whose figures bring all sums within rounding; None where there are none."""
    explanation, keys, _ = reading
    assert explanation.event
    proposed = {change.cell: change.proposed for change in explanation.changes}
    try:
        if slack.held(keys, proposed):
            return reading
    except Spent:
        return None
    added = None if explanation.event.kind in AS_STATED else values(slack, keys, frozenset(proposed))
    if added is None:
        return None
    moved = [
        change._replace(proposed=(change.stated or 0) + added[change.cell])
        for change in explanation.changes
        if change.cell in added
    ]
    return reading._replace(explanation=explanation._replace(changes=tuple(moved)))
