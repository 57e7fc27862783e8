"""What the diagnosis says: which cells are wrong, what they should be, and how sure that is."""

from enum import StrEnum
from typing import NamedTuple

from sxtdbv_cli.model.audit import Balance
from sxtdbv_cli.model.plan import Cell
from sxtdbv_cli.model.sums import Sum


class Slip(StrEnum):
    """The human mistake that turns the right figure into the stated one."""

    __hash__ = str.__hash__  # that of Enum is a function in Python, and takes ten times as long

    DIGIT_REPLACED = "digit-replaced"
    DIGIT_ADDED = "digit-added"
    DIGIT_DROPPED = "digit-dropped"
    DIGITS_SWAPPED = "digits-swapped"
    ZEROS_ADDED = "zeros-added"  # zeros too many (one, or a group of three)
    ZEROS_DROPPED = "zeros-dropped"  # zeros too few
    SIGN = "sign"
    UNIT = "unit"  # 1 000 or 1 000 000 times too large or too small
    NEIGHBOUR = "neighbour"  # the figure of a neighbouring cell
    NOT_UPDATED = "not-updated"  # a total that was not updated after a part was


class EventKind(StrEnum):
    """One mistake of another kind than a mistyped cell, which explains all failures of a cluster."""

    __hash__ = str.__hash__  # that of Enum is a function in Python, and takes ten times as long

    LEFT_OUT = "left-out"
    COUNTED_TWICE = "counted-twice"
    MISPLACED = "misplaced"
    YEARS_SWAPPED = "years-swapped"
    FIGURE_MOVED = "figure-moved"
    ROW_COPIED = "row-copied"
    PARENTS_NOT_UPDATED = "parents-not-updated"
    WRONG_UNIT = "wrong-unit"
    FORMULA_WRONG = "formula-wrong"  # it does not add what its cell is the sum of
    FORMULA_STALE = "formula-stale"  # it was not calculated anew
    FIGURE_AS_TEXT = "figure-as-text"  # formulas pass over it, or fail
    TYPED_OVER = "typed-over"  # a figure was typed where the cells beside it are formulas


class Change(NamedTuple):
    """A cell that must change: ``stated`` is None for a blank that must be filled; ``slip`` None if unknown.

    ``fits`` are the least and the most that the cell may hold where figures are rounded and more than ``proposed`` fit;
    where that took too much to work out, those that fit beside what is proposed for the others, if only ``proposed``.
    """

    cell: Cell
    stated: int | None
    proposed: int
    slip: Slip | None
    fits: tuple[int, int] | None = None

    @property
    def moved(self) -> tuple[Cell, int]:
        """The cell, and what is added to what it states; a blank states nothing."""
        return self.cell, self.proposed - (self.stated or 0)


class Event(NamedTuple):
    """One event. ``line`` is the line it is about (for left-out the parent that lacks a child, for
    parents-not-updated the lowest line not updated, -1 for the whole table); ``other`` a second line (the parent
    under which a misplaced line belongs, the row that was copied, the line whose the figure is); ``columns`` the
    columns it is about; ``amounts`` what it implies, in the order of ``columns`` (the figures of the line left out)."""

    kind: EventKind
    line: int
    other: int | None = None
    columns: tuple[int, ...] = ()
    amounts: tuple[int, ...] = ()
    factor: int | None = None


class Explanation(NamedTuple):
    """One way to make every sum of a cluster hold. ``changes`` is empty for an event that is no wrong cell."""

    changes: tuple[Change, ...]
    event: Event | None = None

    @property
    def deltas(self) -> dict[Cell, int]:
        """By how much each cell changes; a blank from nothing."""
        return dict([change.moved for change in self.changes])


class Contradiction(NamedTuple):
    """Cells that are trusted and cannot all be right as the lines stand, and the sums that cannot all hold with them.

    No sum could be left out: whatever other cells hold, these sums contradict each other, or the one cannot hold.
    """

    sums: tuple[Sum, ...]
    cells: tuple[Cell, ...]


class Cluster(NamedTuple):
    """Failing sums that hang together, independent of all other clusters.

    ``explanations`` are ranked, the most plausible first. ``minimum`` is the fewest cells that explain the
    cluster (None if it was not found), ``lower_bound`` what has been proven; ``proven`` says the two meet.
    ``unique`` says that no other set of that many cells explains it; ``complete`` that ``explanations`` lists
    all sets of that size. Where trusted cells contradict each other (``contradictions``) no cell is blamed: there is
    no minimum, and no bound.
    """

    sums: tuple[Balance, ...]
    minimum: int | None
    lower_bound: int
    proven: bool
    unique: bool
    complete: bool
    explanations: tuple[Explanation, ...]
    contradictions: tuple[Contradiction, ...] = ()


class Diagnosis(NamedTuple):
    """The clusters in the order of the file; the totals over all of them; the cells that no sum protects; whether
    quantities times unit prices told which of the smallest explanations are best."""

    failed: int
    minimum: int | None
    lower_bound: int
    proven: bool
    unique: bool
    clusters: tuple[Cluster, ...]
    unprotected: tuple[Cell, ...]
    seconds: float
    products: bool = False


def over_all(failed: int, clusters: tuple[Cluster, ...], unprotected: tuple[Cell, ...]) -> Diagnosis:
    """The totals over all clusters; how long it took is not known here."""
    known = [cluster.minimum for cluster in clusters if cluster.minimum is not None]
    return Diagnosis(
        failed,
        sum(known) if len(known) == len(clusters) else None,
        sum(cluster.lower_bound for cluster in clusters),
        all(cluster.proven for cluster in clusters),
        all(cluster.unique for cluster in clusters),
        clusters,
        unprotected,
        seconds=0,
    )
