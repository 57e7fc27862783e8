"""Totals: which lines a total above, below or inside the list is the sum of.

A total at the top is the parent of what follows. Any other is the sum of the lines before it: of a section that has no
figures of its own (which gets them), of the lines since the last total (it becomes their parent), or of everything (it
is the declared total of the plan). Words say what it may be, its sums say which.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from sxtdbv_cli.model.plan import NOWHERE, Amount, Role
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.down import agrees
from sxtdbv_cli.tables.entries import Entry, Tally, weigh
from sxtdbv_cli.tables.numbering import code_in_title
from sxtdbv_cli.tables.words import is_grand, is_sub, named_by_total, total_of

FAR = 5
"""Off by more than a fifth of itself, a total of a list that shows no levels is likelier the sum of other lines."""


class Outcome(NamedTuple):
    """What the totals were taken for.

    ``declared`` is the total of everything; ``parents`` the tree, whose entries now include the totals that became
    parents; ``repeated`` are totals that say again what a line says, ``unclear`` those that fit nowhere, and
    ``doubtful`` those that were placed by their words although most of their sums fail. ``drawn`` are lines that were
    put below a section because its total holds only with them, ``behind`` those that stand behind the total of
    everything, which holds only without them.
    """

    entries: list[Entry]
    parents: list[int]
    roles: list[Role]
    declared: Entry | None
    merged: list[tuple[Entry, Entry]]
    repeated: list[Entry]
    unclear: list[Entry]
    doubtful: list[Entry]
    drawn: list[Entry]
    behind: list[Entry]


class Totals:
    """Places the totals of one table, in the order they stand, into a tree of the other lines."""

    def __init__(self, entries: Sequence[Entry], parents: Sequence[int], roles: Sequence[Role], step: int) -> None:
        self.entries = list(entries)
        self.parents = list(parents)
        self.roles = list(roles)
        self.step = step
        self.kids: dict[int, list[int]] = {}
        for line, parent in enumerate(parents):
            self.kids.setdefault(parent, []).append(line)
        self.declared: Entry | None = None
        self.merged: list[tuple[Entry, Entry]] = []
        self.closed: set[int] = set()
        self.repeated: list[Entry] = []
        self.unclear: list[Entry] = []
        self.doubtful: list[Entry] = []
        self.owned = False
        self.drawn: list[Entry] = []
        self.behind: list[Entry] = []
        self.unheaded = False

    def place(self, totals: Iterable[Entry]) -> Outcome:
        """Every total in its place."""
        waiting = list(totals)
        self.owned = len({name for total in waiting if (name := total_of(total.title))}) > 1
        self.unheaded = _are_unheaded(self.entries, waiting)
        first = min((entry.row for entry in self.entries), default=0)
        if waiting and waiting[0].row < first:
            self._on_top(waiting.pop(0))
        for number, total in enumerate(waiting):
            self._below(total, last=number == len(waiting) - 1)
        return Outcome(
            self.entries, self.parents, self.roles, self.declared, self.merged, self.repeated, self.unclear,
            self.doubtful, self.drawn, self.behind,
        )  # fmt: skip

    def _on_top(self, total: Entry) -> None:
        roots = list(self._children(NOWHERE))
        if not weigh(total, self._parts(roots), self.step).convinces:
            if self._loose(roots) and self._far(total, roots):
                self.unclear.append(total)
                return
            self.doubtful.append(total)
        self._adopt(total, roots)

    def _adopt(self, total: Entry, children: Sequence[int]) -> None:
        """Make a total the parent of lines that stand side by side."""
        line, parent = len(self.entries), self.parents[children[0]] if children else NOWHERE
        self.entries.append(total)
        self.parents.append(parent)
        self.roles.append(Role.PART)
        beside = self.kids.setdefault(parent, [])
        at = beside.index(children[0]) if children else 0
        beside[at : at + len(children)] = [line]
        self.kids[line] = list(children)
        for child in children:
            self.parents[child] = line

    def _below(self, total: Entry, *, last: bool) -> None:
        before = [line for line in self._children(NOWHERE) if self._end(line) < total.row]
        if not before:
            self.unclear.append(total)
            return
        ways = [self._close, self._close_with_next, self._close_group, self._is_everything]
        if last and not is_sub(total.title):
            ways.insert(0, ways.pop())
        way = next((way for way in ways if way(total, before)), None)
        if way is None:
            self._by_words(total, before, last=last)
        elif last and way == self._close_group and is_grand(total.title):
            self.doubtful.append(total)  # it calls itself the total of everything, and is that of a part

    def _is_everything(self, total: Entry, before: Sequence[int]) -> bool:
        """Declare a total that is the sum of everything; one inside the list must call itself so."""
        everything = self._children(NOWHERE)
        if len(before) < len(everything) and not is_grand(total.title):
            return False
        if not self._adds(total, everything) and not self._adds_up(total, before, everything):
            return False
        self._declare(total)
        return True

    def _adds_up(self, total: Entry, before: Sequence[int], everything: Sequence[int]) -> bool:
        """Whether a total is the sum of everything; of all before it where it holds without what stands behind."""
        behind = everything[len(before) :]
        alone, together = (weigh(total, self._parts(lines), self.step) for lines in (before, everything))
        if not behind or not alone.holds or alone.fails or not together.fails:
            return together.convinces
        for line in behind:
            self.roles[line] = Role.MEMO
            self.behind.append(self.entries[line])
        return True

    def _declare(self, total: Entry) -> None:
        if self.declared is None:
            self.declared = total
        elif self.declared.figures == total.figures:
            self.repeated.append(total)
        else:
            self.unclear.append(total)

    def _close(self, total: Entry, before: Sequence[int]) -> bool:
        """Give a total to the open section it is the sum of, the innermost first."""
        line = self._last(before[-1])
        own = []
        while line != NOWHERE:
            children = self._children(line)
            if children and self._is_of(total, line, children):
                own.append(line)
            line = self.parents[line]
        own.sort(key=lambda line: self.entries[line].has_figures)  # one that waits for its figures comes first
        return any(self._take(line, total) for line in own)

    def _is_of(self, total: Entry, line: int, children: Sequence[int]) -> bool:
        """Whether a total is that of a section: it says so, its formulas do, or its sums do and it names no other."""
        if is_named(total.title, self.entries[line]) or self._adds(total, children):
            return True
        convinces = weigh(total, self._parts(children), self.step).convinces
        return convinces and not names_another(total.title, self.entries[line])

    def _adds(self, total: Entry, lines: Sequence[int]) -> bool:
        """Whether the formulas of a total add exactly these lines."""
        if not total.adds:
            return False
        rows = {entry.figures_row for entry in self.entries if entry.figures_row in total.adds and entry.has_figures}
        return agrees(total, self._parts(lines), rows)

    def _close_with_next(self, total: Entry, before: Sequence[int]) -> bool:
        """Give a total to the last section where it is the sum of its lines and of those that follow at the top."""
        at = next((at for at in range(len(before) - 1, -1, -1) if self._section_of(before[at]) is not None), None)
        after = before[at + 1 :] if at is not None else []
        if at is None or not after or self.closed & set(after):
            return False
        section = before[at]
        weighed = weigh(total, self._parts([*self._children(section), *after]), self.step)
        if not weighed.holds or weighed.fails or not self._take(section, total):
            return False
        for line in after:
            self.parents[line] = section
            self._children(NOWHERE).remove(line)
            self._children(section).append(line)
            self.drawn.append(self.entries[line])
        return True

    def _take(self, line: int, total: Entry) -> bool:
        entry = self.entries[line]
        if not entry.has_figures:
            entry.figures, entry.figures_row = total.figures, total.row
            self.merged.append((entry, total))
            return True
        if entry.figures == total.figures:
            self.repeated.append(total)
            return True
        return False

    def _close_group(self, total: Entry, before: Sequence[int]) -> bool:
        """Make a total the parent of the lines at the top since the last total, or of the last of them that add up."""
        group = [line for line in before if line not in self.closed]
        start = self._start_of(total, group)
        if start is not None:
            self._close_lines(total, group[start:])
            return True
        if len(group) < len(before) > 1 and weigh(total, self._parts(before), self.step).convinces:
            self._adopt(total, before)
            self.closed.add(len(self.entries) - 1)
            return True
        return False

    def _close_lines(self, total: Entry, lines: Sequence[int]) -> None:
        """Make a total the parent of lines at the top; where the first of them is a bare heading, it is that one."""
        head, *rest = lines
        bare = bool(rest) and not self._children(head) and not self.entries[head].marked
        bare = bare and (not self.unheaded or is_named(total.title, self.entries[head]))
        if not bare or names_another(total.title, self.entries[head]) or not self._take(head, total):
            self._adopt(total, lines)
            self.closed.add(len(self.entries) - 1)
            return
        for line in rest:
            self.parents[line] = head
            self._children(NOWHERE).remove(line)
        self.kids[head] = rest
        self.closed.add(head)

    def _start_of(self, total: Entry, group: Sequence[int]) -> int | None:
        """Where the lines begin that a total is the sum of: as many as add up to it, two at least if there are two."""
        sums: list[Amount] = [None] * len(total.figures)
        found = None
        stated = next((at for at, line in enumerate(group) if self.entries[line].figures_row in total.adds), None)
        if stated is not None and self._adds(total, group[stated:]):
            return stated
        for start in range(len(group) - 1, -1, -1):
            if self.roles[group[start]] is Role.PART:
                for column, amount in enumerate(self.entries[group[start]].figures):
                    sums[column] = amount if sums[column] is None else (sums[column] or 0) + (amount or 0)
            if len(group) - start >= min(2, len(group)) and self._equals(total, sums, len(group) - start):
                found = start
        return found

    def _equals(self, total: Entry, sums: Sequence[Amount], count: int) -> bool:
        gaps = [
            stated - computed
            for stated, computed in zip(total.figures, sums, strict=True)
            if stated is not None and computed is not None and (stated or computed)
        ]
        weighed = Tally(self.step)
        held = sum(weighed.agrees(gap, count + 1) for gap in gaps)
        return 2 * held > len(gaps)

    def _by_words(self, total: Entry, before: Sequence[int], *, last: bool) -> None:
        """Place a total whose sums do not tell: the last one is that of everything, one behind a section is its."""
        if self._is_others(total, before) or (self._loose(before) and self._far(total, before)):
            self.unclear.append(total)
            return
        self.doubtful.append(total)
        open_section = self._section_of(before[-1])
        again = open_section is not None and any(total.title == other.title for _, other in self.merged)
        if last and not (is_sub(total.title) or again) and self.declared is None:
            self.declared = total
            if not total.has_figures:
                self.doubtful.pop()  # its formulas have no values: nothing is claimed
            return
        own = open_section is not None and not names_another(total.title, self.entries[open_section])
        if open_section is not None and own and self._take(open_section, total):
            return
        group = [line for line in before if line not in self.closed]
        if (is_sub(total.title) or self.closed) and group:
            self._adopt(total, group)
            self.closed.add(len(self.entries) - 1)
            return
        self.doubtful.pop()
        self.unclear.append(total)

    def _is_others(self, total: Entry, before: Sequence[int]) -> bool:
        """Whether a total is that of a part by its name, one of several, and the open section is another."""
        name = total_of(total.title) if self.owned else None
        section = self._section_of(before[-1])
        return bool(name) and (section is None or plain(self.entries[section].title) != name)

    def _loose(self, before: Sequence[int]) -> bool:
        """Whether nothing says that lines belong together: no numbers, and no sum that holds."""
        if any(self.entries[line].marks for line in before):
            return False
        return not tally(self.entries, self.parents, self.roles, self.step).holds

    def _far(self, total: Entry, before: Sequence[int]) -> bool:
        """Whether a total is far from what lines add up to in every column: it is the sum of others, if of any."""
        gaps = [
            (stated, stated - sum(amounts))
            for column, stated in enumerate(total.figures)
            if stated is not None
            and (amounts := [a for part in self._parts(before) if (a := part.figures[column]) is not None])
        ]
        return bool(gaps) and all(FAR * abs(gap) > abs(stated) for stated, gap in gaps)

    def _section_of(self, root: int) -> int | None:
        return root if not self.entries[root].has_figures and self._children(root) else None

    def _children(self, parent: int) -> list[int]:
        return self.kids.get(parent, [])

    def _parts(self, lines: Iterable[int]) -> list[Entry]:
        return [self.entries[line] for line in lines if self.roles[line] is Role.PART]

    def _last(self, line: int) -> int:
        """The last line below a line, or the line itself."""
        while self._children(line):
            line = self._children(line)[-1]
        return line

    def _end(self, line: int) -> int:
        """The last row of a line and all below it."""
        return max(self.entries[line].row, self.entries[self._last(line)].row)


def _are_unheaded(lines: Sequence[Entry], totals: Sequence[Entry]) -> bool:
    """Whether most groups of lines that a total closes begin with a line that has figures: what stands first in the
    others is a line without figures then, and no heading."""
    rows = [line.row for line in lines]
    ends = [0, *(bisect_left(rows, total.row) for total in totals)]
    openers = [lines[first] for first, end in pairwise(ends) if end - first > 1]
    return 2 * sum(line.marked for line in openers) > len(openers)


def is_named(title: str, section: Entry) -> bool:
    """Whether a total names a section by its whole title, or by its code."""
    named = named_by_total(title)
    return bool(named) and named in (plain(section.title).strip(" .:"), _code_of(section))


def _code_of(section: Entry) -> str:
    """The code of a section in plain letters, which may stand before its title."""
    return plain(section.code or code_in_title(section.title)).strip(" .():")


def names_another(title: str, section: Entry) -> bool:
    """Whether a total names another section than this one, by its code or by its title."""
    named = named_by_total(title)
    code = _code_of(section)
    own = plain(section.title).split()
    return bool(named) and named != code and not (set(named.split()) & set(own) or (code and code in named.split()))


def tally(entries: Sequence[Entry], parents: Sequence[int], roles: Sequence[Role], step: int) -> Tally:
    """How the sums of all parents come out; a partial listing that exceeds the whole is a sum that fails."""
    children: dict[int, list[Entry]] = {}
    listed: dict[int, list[Entry]] = {}
    for line, parent in enumerate(parents):
        if parent != NOWHERE and roles[line] in (Role.PART, Role.OF_WHICH):
            (children if roles[line] is Role.PART else listed).setdefault(parent, []).append(entries[line])
    found = Tally(step)
    for parent, parts in children.items():
        found.add(entries[parent], parts)
    for parent, parts in listed.items():
        found.limit(entries[parent], parts)
    return found


def other_ways(entries: Sequence[Entry], parents: Sequence[int], roles: list[Role], step: int) -> list[Entry]:
    """The lines that are broken down in several ways (by purpose, by source): each child line states the whole.

    Only the first way counts as a part then; the others get the role of a memo.
    """
    children: dict[int, list[int]] = {}
    for line, parent in enumerate(parents):
        if parent != NOWHERE and roles[line] is Role.PART and entries[line].has_figures:
            children.setdefault(parent, []).append(line)
    found = []
    for parent, lines in children.items():
        if len(lines) < 2 or weigh(entries[parent], [entries[line] for line in lines], step).convinces:
            continue
        alone = [weigh(entries[parent], [entries[line]], step) for line in lines]
        if all(tally.convinces and tally.holds > 1 for tally in alone):
            found.append(entries[parent])
            for line in lines[1:]:
                roles[line] = Role.MEMO
    return found
