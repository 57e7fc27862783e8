"""Which amounts are wrong, what they should be, and how sure that is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from time import perf_counter

from sxtdbv_cli.collector import collector_paused
from sxtdbv_cli.diagnose.network import WEIGHTS, Network
from sxtdbv_cli.model.audit import Audit, weigh
from sxtdbv_cli.model.diagnosis import Cluster, Diagnosis, over_all
from sxtdbv_cli.model.plan import NOWHERE, Amount, Cell, Plan, Role
from sxtdbv_cli.model.sections import opened
from sxtdbv_cli.model.sums import promised

SHARES = READING, SEARCHING, LOOKING = 0.3, 0.7, 0.9
"""The shares of the time after which no more events are looked for, no more cells, and nothing: the rest is for telling
it."""

NEVER = 12
"""Where so many sums hold exactly, and all others miss by more than rounding explains, nothing was rounded."""

ENOUGH, EACH = 8, 20
"""Where so many sums hold exactly, and so many more for each that holds only within rounding, others will, too."""


def diagnose(
    plan: Plan, audit: Audit, *, trusted: frozenset[Cell] = frozenset(), budget: float = 2.0, limit: int = 40
) -> Diagnosis:
    """The smallest sets of cells whose change makes every sum hold, and the events that explain them better.

    Args:
        plan: the table.
        audit: how its sums came out.
        trusted: cells that are right.
        budget: seconds after which no more is looked for; the answer then says what was proven.
        limit: how many explanations to list for a cluster.
    """
    if audit.failing:
        _searches()
    start = perf_counter()
    with collector_paused():
        found = _diagnosed(plan, audit, trusted, limit, [start + share * budget for share in SHARES])
    return found._replace(seconds=perf_counter() - start)


def _diagnosed(plan: Plan, audit: Audit, trusted: frozenset[Cell], limit: int, deadlines: Sequence[float]) -> Diagnosis:
    """The diagnosis; all else that was built for it is gone before the collector looks again."""
    plan = unrounded(opened(plan), audit) if audit.failing else opened(plan)
    exactly = audit.hold >= ENOUGH + EACH * audit.rounded
    network = Network(plan, exactly=exactly)
    bare = _unprotected(network)
    found: tuple[Cluster, ...] = ()
    if audit.failing:
        network = Network(_confirmed(plan, audit), exactly=exactly) if audit.unconfirmed else network
        balances = {network.key(balance.sum): balance for balance in audit.failing}
        found = _searches()(network, balances, trusted, limit, deadlines)
    return over_all(len(audit.failing), found, bare)


def unrounded(plan: Plan, audit: Audit) -> Plan:
    """A plan as one of exact figures where so many sums of several figures hold to the last step, and none within
    rounding only, that nothing was rounded away."""
    if plan.unit.precision == 1 or audit.rounded:
        return plan
    cells = plan.cells
    exact = (sum_ for sum_ in promised(plan) if sum(bool(cells[cell]) for cell in sum_.cells[1:]) > 1)
    held = (True for sum_ in exact if (weighed := weigh(cells, sum_)) and not weighed.gap)
    return replace(plan, unit=replace(plan.unit, precision=1)) if sum(islice(held, NEVER)) == NEVER else plan


def _confirmed(plan: Plan, audit: Audit) -> Plan:
    """A plan without the sums of lines some of whose sums nothing confirms: they convict no figure, and what is
    proposed for others has not to leave them as they are."""
    lines = plan.lines
    unsure = {plan.position(balance.sum.whole)[0] for balance in audit.unconfirmed}
    roles = [Role.MEMO if above in unsure else own for above, own in zip(lines.parents, lines.roles, strict=True)]
    source = replace(plan.source, complete=plan.source.complete and len(lines) not in unsure)
    return replace(plan, lines=replace(lines, roles=tuple(roles)), source=source)


def _searches() -> Callable[..., tuple[Cluster, ...]]:
    """The searches, loaded only where a sum fails; before the clock starts, for loading is no part of what they do."""
    from sxtdbv_cli.diagnose.engine import explained

    return explained


def _unprotected(network: Network) -> tuple[Cell, ...]:
    """Every stated cell that stands in no sum with figures on both sides."""
    plan = network.plan
    across = _across(network)
    found: list[Cell] = []
    for column in range(network.width):
        start = column * network.rows
        doubtful = _doubtful(network, column, [across[whole] for whole, _ in network.column_sums[column]])
        alone = not (network.column_sums[column] or network.declares or plan.line_rules)
        free = {line for line in plan.children[NOWHERE] if not plan.children[line]} if alone else ()  # in no sum at all
        stated = [line for line in doubtful if plan.cells[start + line] is not None]
        found += [
            start + line
            for line in stated
            if line in free or not any(network.checkable(key) for key, _ in network.sums_of(start + line))
        ]
    return tuple(found)


def _across(network: Network) -> dict[int, list[int]]:
    """For each column that is a sum the lines whose row it may not be possible to check."""
    found: dict[int, list[int]] = {}
    for whole, column in enumerate(network.plan.columns):
        if column.plus or column.minus:
            found[whole] = [*_open_rows(network, whole, (*column.plus, *column.minus)), network.last]
    return found


def _open_rows(network: Network, whole: int, parts: Sequence[int]) -> list[int]:
    """The lines that state no total, or none of its parts, and those that are balances."""
    columns = network.plan.lines.amounts
    bare = set(_blanks(columns[parts[0]])) if all(None in columns[part] for part in parts) else set()
    for part in parts[1:] if bare else ():
        bare = {line for line in bare if columns[part][line] is None}
    return sorted(bare.union(_blanks(columns[whole]), network.balances.get(whole, ())))


def _blanks(amounts: Sequence[Amount]) -> list[int]:
    """The lines without an amount."""
    return [line for line, amount in enumerate(amounts) if amount is None] if None in amounts else []


def _doubtful(network: Network, column: int, across: Sequence[list[int]]) -> Iterable[int]:
    """The lines of a column that need a closer look: no row total speaks for them, and no line that counts them."""
    lines: Iterable[int] = range(network.rows)
    for at, rows in enumerate(across):
        lines = rows if not at else sorted(set(lines).intersection(rows))
    if network.plan.line_rules:
        return lines
    parents, roles = network.plan.lines.parents, network.plan.lines.roles
    amounts = network.plan.lines.amounts[column]
    return [
        line
        for line in lines
        if line == network.last
        or parents[line] == NOWHERE
        or roles[line] not in WEIGHTS
        or amounts[parents[line]] is None
    ]
