"""The rows of a body as the lines they may become: code, title, figures, and what shows their level."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.plan import NOWHERE, Amount, Role
from sxtdbv_cli.tables.numbering import Mark

_HALF = 2
_DIGITS = re.compile(r"\d{1,14}(?![\d.,]*\d)").match
_PART = Role.PART  # asked of every line: before Python 3.12 a member is a slow attribute
STEP = 1000
"""What a step of one column further to the right counts as indentation; blanks and formats come nowhere near."""


@dataclass(slots=True)
class Entry:
    """One row that is a line, or the total of others. ``figures`` has an amount for each column, in smallest steps."""

    row: int
    code: str | None
    title: str
    schedule: str | None
    note: str | None
    figures: tuple[Amount, ...]
    marks: tuple[Mark, ...] = ()
    indent: int = 0
    outline: int = 0
    figures_row: int = -1
    marked: bool = False  # its cells of amounts hold something, if only marks
    adds: frozenset[int] = frozenset()  # the rows that most of its formulas add
    multiplies: bool = False  # its formulas add nothing, and one multiplies cells of other rows
    announces: bool = False  # it is a total, and a bare *trong đó* stands right behind it
    listed: bool = False  # its title says *trong đó*
    partial: bool = False  # its title says *trong đó* behind a number of its own
    view: bool = False  # it is a heading without figures that says *phân theo*: its lines say the whole once more
    shared: bool = False  # a column of percentages says which share it is
    opens: bool = False  # it is the first line, or the first behind a total
    leaves: bool = False  # two totals stand right above it: that of a section, and that of several
    total: bool = False  # its title is that of a total, and it has no number
    ends: int = -1  # the row of the total that names it, where it has no figures of its own; of the last of its lines
    ended: bool = False  # a result behind these confirms that they are its lines, or that it has none
    unit: str = ""  # what its figures are in, where a column says it line by line and nothing is multiplied
    bold: bool = False  # its title is in bold type; told only where no line has a number
    named: int | None = None  # the column of its title where that is not that of titles
    shares: bool = False  # it shares its title with lines above
    within: bool = False  # the first of these is the total of all that share it
    group: tuple[str, ...] = ()  # what the columns of groups call it, where some of them name totals
    ratio: bool = False  # its title and its cells say that it holds percentages
    number: str | None = None  # what a second column of codes (*Mã số*) calls it, by which rules name it
    said_sum: str = ""  # what it adds by the symbols of lines; some no line has unless ``adds`` has their rows
    has_figures: bool = field(init=False, default=False)  # any amount is stated; asked ten times of every line

    def __post_init__(self) -> None:
        self.state(self.figures)

    def state(self, figures: tuple[Amount, ...]) -> None:
        """Give it these figures."""
        self.figures = figures
        self.has_figures = figures.count(None) < len(figures)

    def leave(self, columns: Container[int]) -> None:
        """Take its figures in some columns away."""
        self.state(tuple([None if column in columns else figure for column, figure in enumerate(self.figures)]))

    @property
    def is_bullet(self) -> bool:
        """Whether a bullet stands where others have a number."""
        return bool(self.marks) and self.marks[0].is_bullet

    @property
    def is_numbered(self) -> bool:
        """Whether a number says which place it has among its siblings."""
        return bool(self.marks) and not self.marks[0].is_bullet


def number_of(entry: Entry) -> str:
    """The number of a line in whole digits, in its code or before its title."""
    match = _DIGITS((entry.code or "").strip()) or _DIGITS(entry.title)
    return match[0] if match else ""


class Tally:
    """How many sums hold and fail, of those that have figures on both sides.

    ``step`` is the value of the last digit the table shows: a sum of n figures may be off by n half steps.
    """

    def __init__(self, step: int, holds: int = 0, fails: int = 0) -> None:
        self.step, self.holds, self.fails = step, holds, fails

    def add(self, whole: Entry, parts: Sequence[Entry], minus: Sequence[Entry] = ()) -> None:
        """Weigh one line against others in every column; what is nought on both sides shows nothing."""
        columns = zip(whole.figures, _by_column(parts), _by_column(minus), strict=False)
        for stated, added, taken in columns:
            self.note(holds=self.comes_out(stated, added, taken))

    def note(self, *, holds: bool | None) -> None:
        """Count a sum as one that holds or one that fails, where it shows anything."""
        if holds is not None:
            self.holds += holds
            self.fails += not holds

    def comes_out(self, stated: Amount, added: Sequence[Amount], taken: Sequence[Amount] = ()) -> bool | None:
        """Whether a figure is what is added less what is taken away; None if one side has none, or both noughts."""
        if stated is None:
            return None
        gap = stated - sum(filter(None, added)) + (sum(filter(None, taken)) if taken else 0)
        if stated and not gap:
            return True  # as nearly every sum does
        figures = len(added) + len(taken) - added.count(None) - taken.count(None)
        return self.verdict(gap, figures, something=bool(stated or any(added) or any(taken)))

    def verdict(self, gap: int, figures: int, *, something: bool) -> bool | None:
        """The same, from how far the sides are apart, of how many figures one is made, and whether any is not 0."""
        return self.agrees(gap, figures + 1) if figures and something else None

    def limit(self, whole: Entry, parts: Sequence[Entry]) -> None:
        """Weigh one line against a partial listing of it: what exceeds it fails, what does not shows nothing."""
        for stated, listed in by_columns(whole, parts):
            gap = stated - sum(listed)
            self.fails += stated >= 0 > gap and not self.agrees(gap, len(listed) + 1)

    def agrees(self, gap: int, count: int) -> bool:
        """Whether so many rounded figures may be off by so much."""
        return _HALF * abs(gap) <= count * self.step if self.step > 1 else gap == 0

    @property
    def worth(self) -> int:
        """What the sums say for a structure: those that hold less those that fail."""
        return self.holds - self.fails

    @property
    def convinces(self) -> bool:
        """Whether most of the sums hold, and one at least."""
        return self.holds > self.fails

    @property
    def proves(self) -> bool:
        """Whether all of the sums hold, and one at least."""
        return self.holds > 0 == self.fails


def sums(rows: Iterable[Sequence[Amount]]) -> tuple[Amount, ...]:
    """What rows of figures come to in each column; None where none of them states one."""
    columns = zip(*rows, strict=True)
    return tuple([sum(filter(None, column)) if column.count(None) < len(column) else None for column in columns])


def digits_of(figures: Iterable[Amount]) -> int:
    """How many digits figures have, without the zeros that they end in."""
    return sum(len(str(abs(amount)).rstrip("0")) for amount in figures if amount)


def by_columns(whole: Entry, parts: Iterable[Entry]) -> list[tuple[int, list[int]]]:
    """For each column in which an entry states a figure: that, and those of others; nothing where these have none."""
    columns = zip(whole.figures, *[part.figures for part in parts], strict=True)
    found = [
        (stated, [amount for amount in others if amount is not None])
        for stated, *others in columns
        if stated is not None
    ]
    return [(stated, amounts) for stated, amounts in found if amounts]


def _by_column(entries: Sequence[Entry]) -> Iterable[Sequence[Amount]]:
    """The figures of entries by their columns; without entries each column has none."""
    return zip(*[entry.figures for entry in entries], strict=True) if entries else repeat(())


def weigh(whole: Entry, parts: Sequence[Entry], step: int, minus: Sequence[Entry] = ()) -> Tally:
    """How the sums of one line come out."""
    tally = Tally(step)
    tally.add(whole, parts, minus)
    return tally


def growing(whole: Entry, parts: Iterable[Sequence[Entry]], step: int, margin: int | None = None) -> Iterator[Tally]:
    """How the sums of one line come out over the first of some parts, then over the first two, and so on; where none of
    them is negative, no further than until all sums are past the whole, by more than the ``margin`` of rounding."""
    width = len(whole.figures)
    sums, counts, told = [0] * width, [0] * width, [bool(stated) for stated in whole.figures]
    for entries in parts:
        for column, amounts in enumerate(_by_column(entries) if entries else ()):
            sums[column] += sum(filter(None, amounts))
            counts[column] += len(amounts) - amounts.count(None)
            told[column] = told[column] or any(amounts)
        found = Tally(step)
        for column, stated in enumerate(whole.figures):
            if stated is not None:
                found.note(holds=found.verdict(stated - sums[column], counts[column], something=told[column]))
        yield found
        if margin is not None and all(
            stated is None or sums[column] > stated + margin for column, stated in enumerate(whole.figures)
        ):
            return


def tally(entries: Sequence[Entry], parents: Sequence[int], roles: Sequence[Role], step: int) -> Tally:
    """How the sums of all parents come out; a partial listing that exceeds the whole is a sum that fails.

    A part without figures stands for the lines below it.
    """
    children, listed = by_parent(parents, roles), by_parent(parents, roles, Role.OF_WHICH)
    for below in (children, listed):
        below.pop(NOWHERE, None)

    def stated(lines: Iterable[int]) -> list[Entry]:
        parts: list[Entry] = []
        for line in lines:
            opened = line in children and not entries[line].has_figures
            parts += stated(children[line]) if opened else [entries[line]]
        return parts

    found = Tally(step)
    for parent, parts in children.items():
        added = stated(parts)
        if entries[parent].has_figures and not is_idle(entries[parent], added):
            found.add(entries[parent], added)
    for parent, lines in listed.items():
        some = [entries[line] for line in lines]
        if not is_idle(entries[parent], some):
            found.limit(entries[parent], some)
    return found


def is_idle(whole: Entry, parts: Sequence[Entry]) -> bool:
    """Whether a line has nothing but noughts, and nothing at all in columns where its child lines have figures: a
    heading in which formulas or a form have left their noughts."""
    if any(whole.figures) or not whole.has_figures:
        return False
    blank = [column for column, amount in enumerate(whole.figures) if amount is None]
    return any(part.figures[column] for part in parts for column in blank)


def by_parent(parents: Sequence[int], roles: Sequence[Role] = (), wanted: Role = _PART) -> dict[int, list[int]]:
    """The lines below each line; with ``roles`` only those of one, that are added unless another is ``wanted``."""
    if roles and wanted not in roles:
        return {}
    some = bool(roles) and roles.count(wanted) < len(roles)
    lines = [line for line, role in enumerate(roles) if role is wanted] if some else range(len(parents))
    return by_key(zip(map(parents.__getitem__, lines), lines, strict=True))


def meets(one: Entry, other: Entry) -> bool:
    """Whether two lines state a figure in the same column: one may be a part of the other."""
    return any(own is not None and its is not None for own, its in zip(one.figures, other.figures, strict=True))


def is_rounded(stated: int, whole: int) -> bool:
    """Whether a figure is another, rounded up or down or to the next step of its own zeros."""
    zeros = len(str(stated)) - len(str(stated).rstrip("0"))
    return abs(stated - whole) < 10**zeros if stated else whole == 0
