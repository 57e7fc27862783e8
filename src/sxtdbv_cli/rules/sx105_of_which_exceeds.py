"""SX105: the lines of an of-which listing (trong đó) together never exceed the line above. A line may have several."""

from collections.abc import Iterator, Sequence

from sxtdbv_cli.model.audit import rounding
from sxtdbv_cli.model.plan import Amount, Plan, Role
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.ERROR
TITLE = Text("Phần “trong đó” lớn hơn dòng trên", "An of-which listing exceeds the line above")
MESSAGE = Text(
    "dòng trên ghi {stated}, riêng các dòng “trong đó” đã là {listed}, vượt {excess}",
    "the line states {stated}, its of-which lines alone come to {listed}, {excess} more",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every of-which listing that exceeds the line above, column by column.

    Below zero the listing may not lie farther below; a rounded table is allowed its rounding, as in the sums.
    """
    plan = subject.plan
    if Role.OF_WHICH not in plan.lines.roles:
        return
    for line, children in enumerate(plan.children[:-1]):
        for listing in _listings(plan, line, [one for one in children if plan.lines.roles[one] is Role.OF_WHICH]):
            for column, amounts in enumerate(plan.lines.amounts):
                stated, listed, count = _compared(amounts, line, listing)
                if stated is None or not count:
                    continue
                excess = listed - stated if stated >= 0 else stated - listed
                if excess > rounding(plan, 1 + count):
                    parts = tuple(plan.address(plan.cell(one, column)) for one in listing if amounts[one] is not None)
                    facts = {"stated": stated, "listed": listed, "excess": excess}
                    yield Hit(plan.address(plan.cell(line, column)), facts, parts)


def _listings(plan: Plan, line: int, children: Sequence[int]) -> Iterator[list[int]]:
    """The of-which lines of a line, parted where those so far are all of it: the next list it in another way."""
    columns = [amounts for amounts in plan.lines.amounts if amounts[line] is not None]
    whole = [amounts[line] or 0 for amounts in columns]
    listing, left, counts = list[int](), [*whole], [1] * len(columns)
    for child in children:
        listing.append(child)
        left = [rest - (amounts[child] or 0) for rest, amounts in zip(left, columns, strict=True)]
        counts = [count + (amounts[child] is not None) for count, amounts in zip(counts, columns, strict=True)]
        if columns and all(abs(rest) <= rounding(plan, count) for rest, count in zip(left, counts, strict=True)):
            yield listing
            listing, left, counts = [], [*whole], [1] * len(columns)
    yield listing


def _compared(amounts: Sequence[Amount], line: int, listing: Sequence[int]) -> tuple[Amount, int, int]:
    """What a line states in a column, what its listing comes to, and how many lines of that have a figure."""
    figures = [amount for one in listing if (amount := amounts[one]) is not None]
    return amounts[line], sum(figures), len(figures)
