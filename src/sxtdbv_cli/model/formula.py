"""Rules that a plan states in words: ``A + B - C``."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.plan import LineRule, line_paths


class Terms(NamedTuple):
    """The names that are added and those that are taken away."""

    plus: tuple[str, ...]
    minus: tuple[str, ...]


class BadFormula(ValueError):
    """A rule that cannot be read; ``unknown`` is the name nobody knows, or empty if the form is wrong."""

    def __init__(self, unknown: str = "") -> None:
        super().__init__(unknown)
        self.unknown = unknown


def read_formula(text: str, known: Callable[[str], bool]) -> Terms:
    """The terms of a rule.

    Names may themselves hold a dash (``NS-TW``): signs between spaces are tried first, then any sign.

    Raises:
        BadFormula: a name is not ``known``, or the text is no sum.
    """
    readings = [_split(text, r"(?<=\s)[+-](?=\s)"), _split(text, "[+-]")]
    for terms in readings:
        if all(map(known, terms.plus + terms.minus)) and terms.plus:
            return terms
    unknown = next((name for name in sum(readings[0], ()) if not known(name)), "")
    raise BadFormula(unknown)


def circles(rules: Mapping[int, Sequence[int]]) -> Iterator[list[int]]:
    """Rules that go round in a circle: what each is made of leads to the next, the last to the first.

    Args:
        rules: what a thing is the sum of, by position.

    Yields:
        Each circle, beginning and ending with the one of it that stands last; the rule of that is left out then.
    """
    from graphlib import CycleError, TopologicalSorter  # a plan states few rules, most none

    left = dict(rules)
    while left:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            circle = list(reversed(error.args[1]))[:-1]
            last = max(circle)
            turn = circle.index(last)
            del left[last]
            yield [*circle[turn:], *circle[:turn], last]
        else:
            return


class LineNames:
    """The names by which a rule of a line can call others: a code, or a path where the code stands more than once.

    A code is that of a sibling if one has it, else of any line; a code that two of them have names neither.
    """

    def __init__(self, codes: Sequence[str | None], parents: Sequence[int]) -> None:
        self.parents = parents
        named = enumerate(zip(codes, line_paths(codes, parents), strict=True))
        self.lines = by_key((str(name), line) for line, names in named for name in {*names} - {None, ""})

    def find(self, name: str, line: int) -> int | None:
        """The line that a rule of ``line`` means by a name; None where there is none, or more than one."""
        others = [other for other in self.lines.get(name, ()) if other != line]
        siblings = [other for other in others if self.parents[other] == self.parents[line]]
        found = siblings or others
        return found[0] if len(found) == 1 else None

    def rule(self, text: str, line: int) -> LineRule:
        """The rule that a line states.

        Raises:
            BadFormula: a name means no line, or more than one; a line is named twice; the text is no sum.
        """
        plus, minus = read_formula(text, lambda name: self.find(name, line) is not None)
        terms = [
            tuple(found for name in names if (found := self.find(name, line)) is not None) for names in (plus, minus)
        ]
        if len(set(terms[0] + terms[1])) < len(plus) + len(minus):
            raise BadFormula
        return LineRule(whole=line, plus=terms[0], minus=terms[1])


def _split(text: str, sign: str) -> Terms:
    pieces = re.split(f"({sign})", text.strip())
    if pieces[0].strip():
        pieces.insert(0, "+")
    else:
        del pieces[0]
    pairs = list(zip(pieces[::2], (name.strip() for name in pieces[1::2]), strict=False))
    return Terms(tuple(name for s, name in pairs if s == "+"), tuple(name for s, name in pairs if s == "-"))
