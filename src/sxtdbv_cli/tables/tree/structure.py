"""What one way of nesting makes of a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.entries import Entry, Tally, by_parent, weigh
from sxtdbv_cli.tables.nest.way import Way
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.text.language import Text


@dataclass(frozen=True)
class Structure:
    """The lines in the order of the plan, parents first, and what was decided on the way.

    ``author`` counts the lines whose formulas add their child lines, less those whose formulas add others. ``outcome``
    has the lines in another order, as they stand, then the totals that became lines; and what was noted of them.
    ``sides`` are the trees of the two sides of a table, each with its first line.
    """

    entries: list[Entry]
    parents: list[int]
    roles: list[Role]
    outcome: Forest
    way: Way
    tally: Tally
    author: int
    sides: Sequence[tuple[int, "Structure"]] = ()

    @property
    def why(self) -> Text:
        """How the lines were nested, in words."""
        return self.way.why

    @cached_property
    def bare(self) -> list[int]:
        """The lines without a number that are neither totals nor percentages nor say *trong đó*, nor the whole once
        more."""
        return [
            line
            for line, one in enumerate(self.entries)
            if not (
                one.marks
                or one.listed
                or one.total
                or one.shares
                or one.ratio
                or (one.view and self.roles[line] is Role.MEMO)
            )
        ]

    @cached_property
    def lines_by_row(self) -> dict[int, int]:
        """Where the line of each row stands."""
        return {entry.row: line for line, entry in enumerate(self.entries)}

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """The lines right below each line that has any."""
        return by_parent(self.parents)

    @cached_property
    def added(self) -> dict[int, list[int]]:
        """The lines that are added to each line, or at the top."""
        return by_parent(self.parents, self.roles)

    def whole(self, parent: int) -> Entry | None:
        """What the lines below one are added to: that line; of those at the top the declared total, if there is one."""
        return self.outcome.declared if parent == NOWHERE else self.entries[parent]

    def parts(self, parent: int) -> list[Entry]:
        """The lines that are added to one; those at the top for the declared total."""
        return [self.entries[line] for line in self.added.get(parent, ())]

    @property
    def sums(self) -> list[tuple[Entry, list[Entry]]]:
        """Each line that others are added to, the declared total too, with these."""
        return [(whole, self.parts(line)) for line in self.children if (whole := self.whole(line)) is not None]

    @cached_property
    def tallies(self) -> dict[int, Tally]:
        """How the sums come out of what the lines below each line are added to, where that is there."""
        wholes = {line: whole for line in self.children if (whole := self.whole(line)) is not None}
        return {line: weigh(whole, self.parts(line), self.tally.step) for line, whole in wholes.items()}

    def tally_of(self, parent: int) -> Tally:
        """How those of one come out; nothing where it has none."""
        return self.tallies.get(parent, Tally(self.tally.step))


def give_totals(found: Structure, *, back: bool = False) -> None:
    """Give sections the figures of the totals that stand below their lines, or take them back."""
    for line, total in found.outcome.merged:
        line.state((None,) * len(line.figures) if back else total.figures)
        line.figures_row = line.row if back else total.row
