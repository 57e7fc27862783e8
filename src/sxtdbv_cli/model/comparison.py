"""What a change does to a plan: two plans, which line of one is which of the other, and what differs."""

from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.model.audit import Outcome
from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.plan import Acceptance, Amount, Cell, Erratum, Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sums import Kind, Sum

UNMATCHED = -2
"""What stands for the other side of a line or a column that is on one side only."""


class Match(NamedTuple):
    """Which line of the old plan is which of the new one, by position, and back; ``UNMATCHED`` where there is none.

    The position after the last line, which stands for the declared totals and the top of the table, is matched too.
    """

    new_of: tuple[int, ...]
    old_of: tuple[int, ...]


class Standing(NamedTuple):
    """A sum in one of the plans, and how it comes out there. Amounts are None where nothing is stated."""

    sum: Sum
    stated: Amount
    computed: Amount
    outcome: Outcome

    @property
    def gap(self) -> Amount:
        """Stated less computed."""
        return None if self.stated is None or self.computed is None else self.stated - self.computed


class SumChange(NamedTuple):
    """A sum before and after; None where the plan does not promise it. ``part``: what changed is one of its parts,
    so that the sum is a total above; otherwise what changed is the total itself."""

    kind: Kind
    before: Standing | None
    after: Standing | None
    part: bool = True


Effects = tuple[SumChange, ...]


class LineChange(NamedTuple):
    """A line that is on one side only, by its position there."""

    line: int
    effects: Effects = ()


class Move(NamedTuple):
    """A line that stands below another line than before (``parent``), or has another code (``code``), or both."""

    old: int
    new: int
    parent: bool
    code: bool
    effects: Effects = ()


class Reorder(NamedTuple):
    """Child lines that both plans have, in another order; only the stretch that differs.

    ``parent`` is a line of the new plan, its length standing for the top; ``old`` and ``new`` hold the same lines,
    each in the order of its own plan.
    """

    parent: int
    old: tuple[int, ...]
    new: tuple[int, ...]


class Wording(NamedTuple):
    """A text that changed. ``old`` and ``new`` are the line; None where it is a particular of the document."""

    field: str
    before: str | None
    after: str | None
    old: int | None = None
    new: int | None = None
    effects: Effects = ()


class ColumnChange(NamedTuple):
    """A column by its key: on one side only (``before`` or ``after`` is None), or described in another way.

    ``before`` and ``after`` hold what differs, by name of the field.
    """

    key: str
    before: dict[str, str | None] | None
    after: dict[str, str | None] | None


class AmountChange(NamedTuple):
    """A cell that both plans have, and what each states."""

    old: Cell
    new: Cell
    before: Amount
    after: Amount
    effects: Effects = ()


class ErratumChange(NamedTuple):
    """An erratum that is on one side only."""

    erratum: Erratum
    effects: Effects = ()


class FindingChange(NamedTuple):
    """A finding on one side only, or on both with other figures."""

    before: Finding | None
    after: Finding | None


class Comparison(NamedTuple):
    """All that differs between two plans, as printed. Sums and findings are those with the errata applied."""

    old: Plan
    new: Plan
    match: Match
    document: tuple[Wording, ...] = ()
    columns: tuple[ColumnChange, ...] = ()
    added: tuple[LineChange, ...] = ()
    removed: tuple[LineChange, ...] = ()
    moved: tuple[Move, ...] = ()
    reordered: tuple[Reorder, ...] = ()
    renamed: tuple[Wording, ...] = ()
    edited: tuple[Wording, ...] = ()
    amounts: tuple[AmountChange, ...] = ()
    declared: tuple[AmountChange, ...] = ()
    errata_added: tuple[ErratumChange, ...] = ()
    errata_removed: tuple[ErratumChange, ...] = ()
    accept_added: tuple[Acceptance, ...] = ()
    accept_removed: tuple[Acceptance, ...] = ()
    findings: tuple[FindingChange, ...] = ()

    @property
    def same(self) -> bool:
        """Whether the plans do not differ."""
        return not any(self.changes.values()) and not self.findings

    @property
    def findings_by_kind(self) -> dict[str, list[FindingChange]]:
        """Findings of the new plan only, of the old plan only, of both plans with other figures."""
        return {
            "new": [change for change in self.findings if change.before is None],
            "mended": [change for change in self.findings if change.after is None],
            "changed": [change for change in self.findings if change.before and change.after],
        }

    @property
    def changes(self) -> dict[str, Sequence[object]]:
        """Every kind of change to a plan, by name."""
        return {name: getattr(self, name) for name in KINDS}


KINDS = Comparison._fields[3:-1]
"""The names of the kinds of change, in the order in which they are shown."""


class Difference(NamedTuple):
    """Two files that were checked, and all that differs between their plans."""

    old: Report
    new: Report
    found: Comparison
