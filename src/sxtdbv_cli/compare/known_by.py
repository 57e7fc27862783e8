"""What a line can be known by in another plan."""

from typing import NamedTuple

from sxtdbv_cli.model.plan import Amount, Plan


class KnownBy(NamedTuple):
    """What one line can be known by. Numbers stand for contents: equal contents have equal numbers in both plans.

    ``name`` is its part of the path, ``place`` its place among its siblings; ``figures`` its amounts in the columns
    that both plans have, None where none is stated; ``branch`` all that it and the lines below it say, in whatever
    order; ``uncoded_branch`` the same without codes; ``below`` the lines below it without codes, None where there
    are none.
    """

    name: str
    place: int
    code: str | None
    title: str
    figures: tuple[Amount, ...] | None
    branch: int
    uncoded_branch: int
    below: int | None

    @property
    def says_much(self) -> bool:
        """Whether there is enough of it to be known among all lines of a plan."""
        return self.figures is not None or self.below is not None


def known_by(old: Plan, new: Plan) -> tuple[list[KnownBy], list[KnownBy]]:
    """What every line of two plans can be known by."""
    numbers: dict[object, int] = {}
    keys = [column.key for column in new.columns]
    common = [column.key for column in old.columns if column.key in keys]
    return _known_by(old, common, numbers), _known_by(new, common, numbers)


def _known_by(plan: Plan, columns: list[str], numbers: dict[object, int]) -> list[KnownBy]:
    lines = plan.lines
    position = {column.key: index for index, column in enumerate(plan.columns)}
    rows = list(zip(*(lines.amounts[position[key]] for key in columns), strict=True)) or [()] * len(lines)
    own = list(zip(lines.titles, lines.schedules, lines.notes, lines.roles, lines.equals, rows, strict=True))
    places = {line: place for siblings in plan.children for place, line in enumerate(siblings)}
    found: list[KnownBy] = []
    branches = [0] * len(lines)
    uncoded = [0] * len(lines)

    def number(*content: object) -> int:
        return numbers.setdefault(content, len(numbers) + 1)

    for line in reversed(range(len(lines))):
        children = plan.children[line]
        below = number("below", *sorted([uncoded[child] for child in children])) if children else None
        uncoded[line] = number("line", own[line], below)
        branches[line] = number(lines.codes[line], own[line], *sorted([branches[child] for child in children]))
        figures = rows[line] if any(amount is not None for amount in rows[line]) else None
        names = _name(plan, line), places[line], lines.codes[line], lines.titles[line]
        found.append(KnownBy(*names, figures, branches[line], uncoded[line], below))
    return found[::-1]


def _name(plan: Plan, line: int) -> str:
    """The last part of a line's path."""
    parent = plan.lines.parents[line]
    return plan.paths[line] if parent < 0 else plan.paths[line].removeprefix(f"{plan.paths[parent]}/")
