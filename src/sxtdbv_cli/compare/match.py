"""Which line of one plan is which of another.

Lines are matched from the top down: the child lines of two matched lines are held against each other, by what is
surest first (a whole branch, then code, title and figures, then fewer of them). What is left may have moved to
another parent, and is looked for in the whole plan, where only a match that is the only one counts. A line that was
renamed is known by its child lines, or by its path. Nothing depends on which of the plans is called the old one.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from sxtdbv_cli.compare.known_by import KnownBy, known_by
from sxtdbv_cli.model.comparison import UNMATCHED, Match
from sxtdbv_cli.model.plan import Plan

Known = Callable[[KnownBy], Hashable | None]
"""What lines are held against each other by; None where a line has nothing to go by."""

AMONG_SIBLINGS: tuple[Known, ...] = (
    lambda line: line.branch,
    lambda line: line.figures and (line.code, line.title, line.figures),
    lambda line: line.uncoded_branch,
    lambda line: line.figures and (line.title, line.figures),
    lambda line: line.title and (line.code, line.title),
    lambda line: line.title or None,
    lambda line: line.figures and line.code and (line.code, line.figures),
    lambda line: line.below and line.code and (line.code, line.below),
)
ANYWHERE: tuple[Known, ...] = (
    lambda line: line.says_much and line.branch,
    lambda line: line.says_much and line.uncoded_branch,
    lambda line: line.figures and (line.title, line.figures),
)


class Matcher:
    """Matches lines; ``new_of`` and ``old_of`` hold what is matched so far."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self.old, self.new = old, new
        self.known = known_by(old, new)
        self.new_of = [UNMATCHED] * len(old.lines) + [len(new.lines)]
        self.old_of = [UNMATCHED] * len(new.lines) + [len(old.lines)]

    def match(self) -> Match:
        """Match all that can be; each step may open the way for those before it."""
        self._descend([(len(self.old.lines), len(self.new.lines))])
        while self._moved() or self._by_child_lines() or self._by_path():
            pass
        return Match(tuple(self.new_of), tuple(self.old_of))

    def _descend(self, parents: Iterable[tuple[int, int]]) -> None:
        """Match the child lines of matched lines, and theirs."""
        waiting = list(parents)
        while waiting:
            old, new = waiting.pop()
            for known in AMONG_SIBLINGS:
                here, there = self._left(self.old.children[old], self.new.children[new])
                if not here or not there:
                    break
                waiting += self._pair(self._in_order(self._groups(known, here, there)))

    def _left(self, old: Iterable[int], new: Iterable[int]) -> tuple[list[int], list[int]]:
        """The lines among these that are not matched yet."""
        return (
            [line for line in old if self.new_of[line] == UNMATCHED],
            [line for line in new if self.old_of[line] == UNMATCHED],
        )

    def _groups(self, known: Known, old: Iterable[int], new: Iterable[int]) -> list[tuple[list[int], list[int]]]:
        """Lines of both plans that are known by the same."""
        groups: dict[Hashable, tuple[list[int], list[int]]] = {}
        for side, (names, lines) in enumerate(zip(self.known, (old, new), strict=True)):
            for line in lines:
                if key := known(names[line]):
                    groups.setdefault(key, ([], []))[side].append(line)
        return [(here, there) for here, there in groups.values() if here and there]

    def _in_order(self, groups: Iterable[tuple[list[int], list[int]]]) -> Iterator[tuple[int, int]]:
        """Pairs from groups of lines that are as good as the same: in their order.

        Where one side has more of them those that stand in the same place come first: nothing happened to them.
        """
        for here, there in groups:
            rest = there
            if len(here) != len(there):
                at = {self.known[1][line].place: line for line in there}
                still = {line: at[place] for line in here if (place := self.known[0][line].place) in at}
                taken = set(still.values())
                yield from still.items()
                here = [line for line in here if line not in still]  # noqa: PLW2901
                rest = [line for line in there if line not in taken]
            yield from zip(here, rest, strict=False)

    def _pair(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Note matches, and give those that are new."""
        found = []
        for old, new in pairs:
            if self.new_of[old] == UNMATCHED and self.old_of[new] == UNMATCHED:
                self.new_of[old], self.old_of[new] = new, old
                found.append((old, new))
        return found

    def _moved(self) -> bool:
        """Match lines that went elsewhere: what they are known by is found once, or as often here as there."""
        for pairs in self._elsewhere():
            if found := self._pair(pairs):
                self._descend(found)
                return True
        return False

    def _elsewhere(self) -> Iterator[list[tuple[int, int]]]:
        """Possible matches, the surest first: only ones among what is left, only ones of the whole plan, twins."""
        every = range(len(self.old.lines)), range(len(self.new.lines))
        left = self._left(*every)
        if not all(left):
            return
        for known in ANYWHERE:
            yield _only_ones(self._groups(known, *left))
        yield _only_ones(self._groups(lambda line: line.title or None, *every))
        codes = _only_ones(self._groups(lambda line: line.code, *every))
        yield [(old, new) for old, new in codes if self._same_figures(old, new)]
        for known in ANYWHERE[:2]:
            twins = [(here, there) for here, there in self._groups(known, *left) if len(here) == len(there)]
            yield list(self._in_order(twins))

    def _same_figures(self, old: int, new: int) -> bool:
        figures = self.known[0][old].figures
        return figures is not None and figures == self.known[1][new].figures

    def _by_child_lines(self) -> bool:
        """Match lines most of whose child lines are matched to each other, from the bottom up."""
        found = []
        for line in reversed(range(len(self.old.lines))):
            children = self.old.children[line]
            if self.new_of[line] != UNMATCHED or not children:
                continue
            matched = [self.new_of[child] for child in children if self.new_of[child] != UNMATCHED]
            parents = Counter(self.new.lines.parents[child] for child in matched)
            for parent, votes in parents.most_common(1):
                if parent >= 0 and 2 * votes > max(len(children), len(self.new.children[parent])):
                    found += self._pair([(line, parent)])
        self._descend(found)
        return bool(found)

    def _by_path(self) -> bool:
        """Match lines that have the same path, though their titles differ."""
        found = []
        for old, new in enumerate(tuple(self.new_of)):  # as it is now: below a line found here titles come first
            if new != UNMATCHED:
                left = self._left(self.old.children[old], self.new.children[new])
                found += self._pair(self._in_order(self._groups(lambda line: line.name, *left)))
        self._descend(found)
        return bool(found)


def _only_ones(groups: Iterable[tuple[Sequence[int], Sequence[int]]]) -> list[tuple[int, int]]:
    """The pairs of groups that have one line on each side."""
    return [(here[0], there[0]) for here, there in groups if len(here) == len(there) == 1]
