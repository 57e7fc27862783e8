"""A plan year by year: its sections, what they add up to, and what is declared for the whole."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.plan import NOWHERE, Amount, Plan, Role
from sxtdbv_cli.model.subject import Subject

_WEIGHTS = {Role.PART: 1, Role.DEDUCTION: -1, Role.OF_WHICH: 0, Role.MEMO: 0}


class Row(NamedTuple):
    """One line of a summary. ``amounts`` and ``marked`` have one entry a column; ``depth`` is 1 for a section.

    ``marked`` says which of the amounts take part in a sum that fails. ``weight`` is how the line counts in the sum of
    the sections: 1, -1 for a deduction, 0 for what is listed beside (of-which, memo) and everything below it.
    """

    path: str
    code: str | None
    title: str
    depth: int
    amounts: tuple[Amount, ...]
    marked: tuple[bool, ...]
    weight: int


class Summary(NamedTuple):
    """A table of rows. ``listed`` is the sum of its sections, ``whole`` what is stated for all of them together:
    the declared totals of a plan, or the amounts of the line whose branch is shown (``branch``). ``marked`` says which
    of these take part in a sum that fails. A branch that is one line shows that line, and nothing is stated beside it.
    """

    plan: Plan
    branch: int | None
    rows: tuple[Row, ...]
    listed: tuple[Amount, ...]
    whole: tuple[Amount, ...]
    marked: tuple[bool, ...]

    @property
    def adds_up(self) -> bool:
        """Whether the sum of the sections is told."""
        return any(amount is not None for amount in self.listed)

    @property
    def states_whole(self) -> bool:
        """Whether anything is stated for all of them."""
        return any(amount is not None for amount in self.whole)

    @property
    def agrees(self) -> bool:
        """Whether what is stated for all of them is just what they come to, in every column."""
        return self.states_whole and self.whole == self.listed

    @property
    def difference(self) -> tuple[Amount, ...]:
        """What is stated for the whole less what is listed; None where either is blank."""
        pairs = zip(self.whole, self.listed, strict=True)
        return tuple(None if whole is None or listed is None else whole - listed for whole, listed in pairs)

    @property
    def is_leaf(self) -> bool:
        """Whether it shows one line that has none below it."""
        return self.branch is not None and not self.plan.children[self.branch]


def only_section(plan: Plan) -> int | None:
    """The line that all others stand below: it says itself what they come to. None where there is no such line."""
    sections = plan.children[NOWHERE]
    alone = len(sections) == 1 and plan.children[sections[0]] and plan.lines.roles[sections[0]] is Role.PART
    return sections[0] if alone else None


def summarise(subject: Subject, depth: int = 1, branch: int | None = None) -> Summary:
    """The summary of a plan, or of the branch below one line, to so many levels."""
    plan = subject.plan
    failing = {cell for balance in subject.audit.failing for cell in balance.sum.cells}
    if branch is not None and not plan.children[branch]:
        row = _row(plan, branch, 1, 1, failing)
        nothing = (None,) * len(row.amounts)
        return Summary(plan, branch, (row,), row.amounts, nothing, (False,) * len(nothing))
    top = NOWHERE if branch is None else branch
    rows = [_row(plan, *found, failing) for found in _lines(plan, top, depth)]
    whole, marked = _figures(plan, len(plan.lines) if branch is None else branch, failing)
    return Summary(plan, branch, tuple(rows), _listed(plan, plan.children[top]), whole, marked)


def _lines(plan: Plan, top: int, depth: int) -> Iterator[tuple[int, int, int]]:
    """The lines below one, in order, down to a depth, with the level and the weight of each."""
    roles = plan.lines.roles
    waiting = [(line, 1, _WEIGHTS[roles[line]]) for line in reversed(plan.children[top])]
    while waiting:
        line, level, weight = waiting.pop()
        yield line, level, weight
        if level < depth:
            children = reversed(plan.children[line])
            waiting += [(child, level + 1, weight * _WEIGHTS[roles[child]]) for child in children]


def _row(plan: Plan, line: int, depth: int, weight: int, failing: set[int]) -> Row:
    lines = plan.lines
    amounts, marked = _figures(plan, line, failing)
    return Row(plan.paths[line], lines.codes[line], lines.titles[line], depth, amounts, marked, weight)


def _figures(plan: Plan, line: int, failing: set[int]) -> tuple[tuple[Amount, ...], tuple[bool, ...]]:
    """The amounts of a line, or of the declared totals behind the last, and which of them stand in a failing sum."""
    cells = [plan.cell(line, column) for column in range(len(plan.columns))]
    amounts = tuple([plan.cells[cell] for cell in cells])
    return amounts, tuple([plan.cells[cell] is not None and cell in failing for cell in cells])


def _listed(plan: Plan, lines: Sequence[int]) -> tuple[Amount, ...]:
    """The sum of lines in every column; blank where all of them are."""
    counted = [(line, weight) for line in lines if (weight := _WEIGHTS[plan.lines.roles[line]])]
    found: list[Amount] = []
    for amounts in plan.lines.amounts:
        parts = [weight * amount for line, weight in counted if (amount := amounts[line]) is not None]
        found.append(sum(parts) if parts else None)
    return tuple(found)
