"""SX205: a figure about 1 000 or 1 000 000 times its siblings, as if typed in another unit."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sxtdbv_cli.model.plan import Cell, Plan, Role
from sxtdbv_cli.model.results import is_difference_column
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text, confirmed

SEVERITY = Severity.WARNING
TITLE = Text("Số có thể ghi nhầm đơn vị", "A figure that may be in the wrong unit")
MESSAGE = Text(
    "ghi {stated}, gấp khoảng {factor:n} lần các dòng cùng cấp (thường là {usual}); có thể ghi nhầm đơn vị",
    "states {stated}, about {factor:n} times its siblings (usually {usual}); it may be in the wrong unit",
)
SMALLER = Text(
    "ghi {stated}, chỉ bằng khoảng 1/{factor:n} các dòng cùng cấp (thường là {usual}); có thể ghi nhầm đơn vị",
    "states {stated}, about 1/{factor:n} of its siblings (usually {usual}); it may be in the wrong unit",
)
FACTORS = (1_000, 1_000_000)
NEAR = 3
FEWEST = 3
"""So many lines with figures are needed to tell what is usual; of just so many, two must agree."""
ALIKE = 30
"""What is less than so many times as large is of the usual size; that must be two of three figures, and no figure of
another size but those that are a factor apart: lines of every size tell nothing."""


def check(subject: Subject) -> Hits:
    """Yield a hit for every amount about 1 000 or 1 000 000 times (within a factor of 3) the median of its siblings; a
    note where the sums of a table come out with it."""
    found = [*_odd(subject.plan)]
    sound = confirmed(subject, [cell for cell, _ in found] if subject.sheet is not None else (), typed=True)
    yield from (hit._replace(severity=Severity.NOTE if cell in sound else None) for cell, hit in found)


def _odd(plan: Plan) -> Iterator[tuple[Cell, Hit]]:
    """Those amounts. Lines of other roles (of-which, deduction, memo) are of another size by right, and so are
    differences, and a line that is small in all of its columns."""
    others = {line for line, role in enumerate(plan.lines.roles) if role is not Role.PART}
    differences = [is_difference_column(column) for column in plan.columns]
    for siblings in plan.children:
        children = [line for line in siblings if line not in others] if others else siblings
        if len(children) < FEWEST:
            continue
        for column, amounts in enumerate(plan.lines.amounts):
            sizes = [*map(abs, filter(None, map(amounts.__getitem__, children)))]  # neither blanks nor noughts
            if len(sizes) < FEWEST or max(sizes) * NEAR < min(sizes) * FACTORS[0] or differences[column]:
                continue  # as nearly always: not even the largest and the smallest are far apart
            sizes.sort()
            usual = sizes[(len(sizes) - 1) // 2]  # the lower median: a figure that stands in the table
            slips = _slips(sizes, usual)
            for line in children:
                size = abs(amounts[line] or 0)
                if (found := slips.get(size)) and (size > usual or not _is_small(plan, line, column)):
                    facts = {"stated": amounts[line], "factor": found, "usual": usual}
                    cell, message = plan.cell(line, column), MESSAGE if size > usual else SMALLER
                    yield cell, Hit(plan.address(cell), facts, message=message)


def _is_small(plan: Plan, line: int, column: int) -> bool:
    """Whether a line has figures of one size in all columns, none of which adds up others: it is small by nature."""
    if any(one.plus for one in plan.columns):
        return False
    size = abs(plan.lines.amounts[column][line] or 0)
    others = [*map(abs, filter(None, (amounts[line] for at, amounts in enumerate(plan.lines.amounts) if at != column)))]
    return bool(others) and all(other <= size * ALIKE and size <= other * ALIKE for other in others)


def _slips(sizes: Sequence[int], usual: int) -> dict[int, int]:
    """The sizes that are a factor apart from what is usual, with it; none where hardly anything is usual, or some are
    of another size."""
    if len(sizes) == FEWEST and not any(small and large <= small * NEAR for small, large in pairwise(sizes)):
        return {}
    most = usual * ALIKE
    others = [size for size in sizes if size > most or size * ALIKE < usual]  # the few of another size
    found = {size: factor for size in set(others) if (factor := _factor(size, usual))}
    alike = len(sizes) - len(others)
    slips = sum(size in found for size in sizes)
    return found if alike >= 2 * slips and alike + slips == len(sizes) else {}


def _factor(size: int, usual: int) -> int | None:
    """The factor that two amounts are nearly apart, if any."""
    large, small = max(size, usual), min(size, usual)
    fitting = (factor for factor in FACTORS if small * factor <= large * NEAR and large <= small * factor * NEAR)
    return next(fitting, None)
