"""A plan year by year: its sections, what they add up to, and what is declared for the whole."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.plan import NOWHERE, Amount, Plan, Role
from sxtdbv_cli.model.sums import Subject

_WEIGHTS = {Role.PART: 1, Role.DEDUCTION: -1, Role.OF_WHICH: 0, Role.MEMO: 0}


class Row(NamedTuple):
    """One line of a summary. ``amounts`` and ``marked`` have one entry a column; ``depth`` is 1 for a section.

    ``marked`` says which of the amounts take part in a sum that fails.
    """

    path: str
    code: str | None
    title: str
    depth: int
    amounts: tuple[Amount, ...]
    marked: tuple[bool, ...]


class Summary(NamedTuple):
    """A table of rows. ``listed`` is the sum of its sections, ``whole`` what is stated for all of them together:
    the declared totals of a plan, or the amounts of the line whose branch is shown (``branch``)."""

    plan: Plan
    branch: int | None
    rows: tuple[Row, ...]
    listed: tuple[Amount, ...]
    whole: tuple[Amount, ...]

    @property
    def difference(self) -> tuple[Amount, ...]:
        """What is stated for the whole less what is listed; None where either is blank."""
        pairs = zip(self.whole, self.listed, strict=True)
        return tuple(None if whole is None or listed is None else whole - listed for whole, listed in pairs)


def summarise(subject: Subject, depth: int = 1, branch: int | None = None) -> Summary:
    """The summary of a plan, or of the branch below one line, to so many levels."""
    plan = subject.plan
    failing = {cell for balance in subject.audit.failing for cell in balance.sum.cells}
    top = NOWHERE if branch is None else branch
    rows = [_row(plan, line, level, failing) for line, level in _lines(plan, top, depth)]
    whole = plan.declared if branch is None else tuple(amounts[branch] for amounts in plan.lines.amounts)
    return Summary(plan, branch, tuple(rows), _listed(plan, plan.children[top]), whole)


def _lines(plan: Plan, top: int, depth: int) -> Iterator[tuple[int, int]]:
    """The lines below one, in order, down to a depth, with the level of each."""
    waiting = [(line, 1) for line in reversed(plan.children[top])]
    while waiting:
        line, level = waiting.pop()
        yield line, level
        if level < depth:
            waiting += [(child, level + 1) for child in reversed(plan.children[line])]


def _row(plan: Plan, line: int, depth: int, failing: set[int]) -> Row:
    columns = range(len(plan.columns))
    return Row(
        plan.paths[line],
        plan.lines.codes[line],
        plan.lines.titles[line],
        depth,
        tuple(plan.lines.amounts[column][line] for column in columns),
        tuple(plan.cell(line, column) in failing for column in columns),
    )


def _listed(plan: Plan, lines: Sequence[int]) -> tuple[Amount, ...]:
    """The sum of lines in every column; blank where all of them are."""
    counted = [(line, weight) for line in lines if (weight := _WEIGHTS[plan.lines.roles[line]])]
    found: list[Amount] = []
    for amounts in plan.lines.amounts:
        parts = [weight * amount for line, weight in counted if (amount := amounts[line]) is not None]
        found.append(sum(parts) if parts else None)
    return tuple(found)
