"""Accepting a finding with a reason: it is counted and can be listed, but fails no run.

An acceptance (``model.plan.Acceptance``) is keyed by what it is about, never by where that stands in a file: the rule,
the path of the line, the column, and the figures the finding had. Once a figure changes it is about something else.
"""

from collections.abc import Mapping
from string import Formatter
from typing import NamedTuple

from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.model.plan import Acceptance

NEVER = "SX9"
"""Findings about errata and acceptances themselves are never accepted: mend the entry."""

_FOLLOWS = ("gap", "excess")
"""Figures that follow from the others of a finding."""


class Entry(NamedTuple):
    """An acceptance and where it is written."""

    acceptance: Acceptance
    place: Place


class Accepted(NamedTuple):
    """A finding, and the entry that accepts it."""

    finding: Finding
    entry: Entry


class Idle(NamedTuple):
    """An entry that accepts nothing, by its number. ``now`` are the figures that a finding at its place has."""

    number: int
    acceptance: Acceptance
    now: Mapping[str, int] | None = None


class Ledger(NamedTuple):
    """What became of the entries: those that match no finding any more, and those that have run out."""

    unmatched: tuple[Idle, ...] = ()
    expired: tuple[Idle, ...] = ()


def amounts_of(finding: Finding) -> dict[str, int]:
    """The figures that a finding hangs on: the amounts in its sentence, less those that follow from the others."""
    return {name: amount for name, amount in amounts_shown(finding).items() if name not in _FOLLOWS}


def amounts_shown(finding: Finding) -> dict[str, int]:
    """The facts of a finding that its sentence shows as amounts."""
    shown = {name for _, name, form, _ in Formatter().parse(finding.message.en) if name and not form}
    return {name: fact for name, fact in finding.facts.items() if name in shown and isinstance(fact, int)}
