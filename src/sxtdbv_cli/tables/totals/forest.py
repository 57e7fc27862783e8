"""The lines as they stand while the totals are placed among them, and what each total was taken for."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.down import agrees
from sxtdbv_cli.tables.entries import Entry, Tally, by_parent, number_of, weigh

_PART = Role.PART


@dataclass(kw_only=True)
class Noted:
    """What was noted of lines and totals while they were placed.

    ``merged`` are the sections that have the figures of a total below them, with that total; ``repeated`` are totals
    that say again what a line says, ``unclear`` those that fit nowhere, ``doubtful`` those that were placed by their
    words although most of their sums fail. ``drawn`` are lines that were put below a section because its total holds
    only with them, ``lifted`` those below a total for the same reason, ``behind`` those behind the total of everything,
    which holds only without them; ``running`` are lines that only their sums make those of the lines before them.
    ``alone`` are those that are listed alone and fall short of the whole, ``broken_down`` those whose child lines each
    state the whole in another way, ``odd`` those whose number fits no place, ``misread`` those whose code holds a
    letter that looks like another, with the code as it is meant; ``turned`` figures of the other side of an account.
    """

    merged: list[tuple[Entry, Entry]] = field(default_factory=list)
    repeated: list[Entry] = field(default_factory=list)
    unclear: list[Entry] = field(default_factory=list)
    doubtful: list[Entry] = field(default_factory=list)
    drawn: list[Entry] = field(default_factory=list)
    lifted: list[Entry] = field(default_factory=list)
    behind: list[Entry] = field(default_factory=list)
    running: list[Entry] = field(default_factory=list)
    alone: list[Entry] = field(default_factory=list)
    broken_down: list[Entry] = field(default_factory=list)
    odd: list[Entry] = field(default_factory=list)
    misread: list[tuple[Entry, str]] = field(default_factory=list)
    turned: list[tuple[Entry, int]] = field(default_factory=list)


@dataclass
class Forest(Noted):
    """The lines, their parents and roles; a total that becomes a parent is one more line behind the others.

    ``declared`` is the total of everything, ``closed`` are the lines that have their total, ``ends`` the rows of totals
    that name a section. ``orderly``: whether the lines right below one end one behind the other, of those that were
    asked. ``margin``: what rounding may come to in any sum; None where figures may be negative. ``called``: the levels
    of sections that totals of a title were given to. ``holds``: any sum was found to hold.
    """

    entries: list[Entry]
    parents: list[int]
    roles: list[Role]
    step: int
    kids: dict[int, list[int]] = field(init=False)
    closed: set[int] = field(default_factory=set)
    declared: Entry | None = None
    rows: list[int] = field(init=False)
    ends: frozenset[int] = field(init=False)
    orderly: dict[int, bool] = field(default_factory=dict)
    margin: int | None = None
    called: dict[str, set[int]] = field(default_factory=dict)
    holds: bool = False

    def __post_init__(self) -> None:
        self.rows = [entry.row for entry in self.entries]
        self.ends = frozenset(entry.ends for entry in self.entries)
        self.kids = by_parent(self.parents)

    @property
    def roots(self) -> list[int]:
        """The lines at the top, as they stand."""
        return self.children(NOWHERE)

    def spread(self, lines: Sequence[int]) -> list[int]:
        """Lines at the top; in place of a heading without figures those right below it, where numbers or indentation
        say so, all of them are such, or all have lines below and another follows: else it may be a line that has
        none."""
        bare = {line for line in lines if self.section(line) is not None}
        ended = lines if len(bare) == len(lines) else lines[:-1] if all(map(self.children, lines)) else ()
        opened = {line for line in bare if line in ended or self._is_told(line)}
        return [child for line in lines for child in (self.children(line) if line in opened else [line])]

    def _is_told(self, heading: int) -> bool:
        """Whether numbers, bullets or their indentation tell that a line heads those below it; so do the numbers of
        accounts that begin with its own."""
        head, below = self.entries[heading], [self.entries[line] for line in self.children(heading)]
        if head.marks or all(one.marks for one in below) or all(one.indent > head.indent for one in below):
            return True
        return bool(own := number_of(head)) and all(number_of(one).startswith(own) for one in below)

    def before(self, row: int, parent: int = NOWHERE) -> list[int]:
        """The lines at the top, or right below one, that end above a row, as they stand."""
        lines = self.children(parent)
        if parent not in self.orderly:
            self.orderly[parent] = all(self.end(line) <= self.end(after) for line, after in pairwise(lines))
        if self.orderly[parent]:
            return lines[: bisect_left(lines, row, key=self.end)]
        return [line for line in lines if self.end(line) < row]

    def children(self, parent: int) -> list[int]:
        """The lines right below one, as they stand."""
        return self.kids.get(parent, [])

    def parts(self, lines: Iterable[int]) -> list[Entry]:
        """Those of some lines that are added; one without figures inside a line stands for the lines below it."""
        found: list[Entry] = []
        for line in lines:
            if self.roles[line] is _PART:
                stands = self.parents[line] != NOWHERE and self.section(line) is not None
                found += self.parts(self.children(line)) if stands else [self.entries[line]]
        return found

    def up(self, line: int) -> Iterator[int]:
        """A line and those that it stands below, the nearest first."""
        while line != NOWHERE:
            yield line
            line = self.parents[line]

    def last(self, line: int) -> int:
        """The last line below a line, or the line itself."""
        while below := self.children(line):
            line = below[-1]
        return line

    def above(self, row: int) -> int:
        """The last of the lines that stand above a row; totals that became lines are none of them."""
        return bisect_left(self.rows, row) - 1

    def end(self, line: int) -> int:
        """The last row of a line and all below it."""
        return max(self.entries[line].row, self.entries[self.last(line)].row)

    def section(self, root: int) -> int | None:
        """A line at the top that waits for its figures: it has none, and lines below it."""
        return root if not self.entries[root].has_figures and self.children(root) else None

    def weigh(self, total: Entry, lines: Iterable[int]) -> Tally:
        """How the sums of a total come out over some lines."""
        return weigh(total, self.parts(lines), self.step)

    def adds(self, total: Entry, lines: Iterable[int]) -> bool:
        """Whether the formulas of a total add exactly these lines."""
        if not total.adds:
            return False
        rows = {entry.figures_row for entry in self.entries if entry.figures_row in total.adds and entry.has_figures}
        return agrees(total, self.parts(lines), rows)

    def take(self, line: int, total: Entry) -> bool:
        """Give a line the figures of its total; one that has figures already must have the same."""
        entry = self.entries[line]
        if not entry.has_figures:
            entry.state(total.figures)
            entry.figures_row = total.row
            self.merged.append((entry, total))
            self.called.setdefault(total.title, set()).add(entry.indent)
            self._weigh(line)
            return True
        if entry.figures == total.figures:
            self.repeated.append(total)
            return True
        return False

    def adopt(self, total: Entry, lines: Sequence[int]) -> None:
        """Make a total the parent of lines that stand side by side, or of none where it stands."""
        new, parent = len(self.entries), self.parents[lines[0]] if lines else NOWHERE
        self.entries.append(total)
        self.parents.append(parent)
        self.roles.append(Role.PART)
        beside = self.kids.setdefault(parent, [])
        at = beside.index(lines[0]) if lines else sum(self.end(line) < total.row for line in beside)
        adopted = {*lines}
        end = at + len(lines)
        if beside[at:end] == [*lines]:
            beside[at:end] = [new]
        else:
            beside[at:] = [new, *(line for line in beside[at:] if line not in adopted)]
        self.kids[new] = list(lines)
        for line in lines:
            self.parents[line] = new
        self.watch(new)
        self._weigh(new)

    def move(self, lines: Iterable[int], parent: int) -> None:
        """Put lines below another, behind those that stand there."""
        below = self.kids.setdefault(parent, [])
        for line in lines:
            self.kids[self.parents[line]].remove(line)
            self.parents[line] = parent
            below.append(line)
        self.watch(parent)
        self._weigh(parent)

    def _weigh(self, line: int) -> None:
        """Note whether the sum of a line holds, where none has yet."""
        self.holds = self.holds or self.weigh(self.entries[line], self.children(line)).holds > 0

    def watch(self, line: int) -> None:
        """Note which lines do not end one behind the other any more, where lines were put below one."""
        for at in self.up(line):
            beside = self.children(self.parents[at])
            after = beside.index(at) + 1
            if after < len(beside) and self.end(at) > self.end(beside[after]):
                self.orderly[self.parents[at]] = False
