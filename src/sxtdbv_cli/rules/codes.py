"""How the codes of lines (STT) count: 1, 2; 1.1, 1.2; I, II; A, B; a, b; and what siblings have more than once."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.finding import Fact
from sxtdbv_cli.rules.rule import Hit, Text
from sxtdbv_cli.text.saying import kept, roman_value

_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,9})*"
_DOTTED = re.compile(_NUMBER).fullmatch
_PLAIN = re.compile(_NUMBER.replace("[0-9]{1,9}", "(?:0|[1-9][0-9]{0,8})")).fullmatch  # no part begins with a zero
MOST_DIGITS = 4
"""A number with more digits is no place in a list."""
_LETTERS = ("abcdefghijklmnopqrstuvwxyz", "abcdđeghiklmnopqrstuvxy")
"""The English alphabet and the letters that Vietnamese lists count by."""


class Place(NamedTuple):
    """A reading of a code: the style it is written in (with what stands before the last part), and its number."""

    style: str
    number: int


@kept
def places(code: str) -> tuple[Place, ...]:
    """Every way a code can be counted: ``I`` is a Roman one or a letter; none where it cannot be counted."""
    text = code.strip().rstrip(".)")
    before, dot, last = text.rpartition(".")
    if last.isdecimal() and last.isascii() and len(last) <= MOST_DIGITS:
        return (Place(f"{before}{dot}1", int(last)),)
    if dot:
        return ()
    found = [Place("I", value)] if (value := roman_value(text)) else []
    for alphabet in _LETTERS:
        if len(text) == 1 and text.lower() in alphabet:
            style = f"{'a' if text.islower() else 'A'} {len(alphabet)}"
            found.append(Place(style, alphabet.index(text.lower()) + 1))
    return tuple(found)


@kept
def parts(code: str) -> tuple[str, ...] | None:
    """The parts of a dotted number, ``3.1.10`` -> 3, 1, 10; None for any other code. (1.1 is not above 1.10.)"""
    text = code.strip().rstrip(".)")
    if _PLAIN(text):
        return tuple(text.split("."))
    return tuple(str(int(part)) for part in text.split(".")) if _DOTTED(text) else None


def canonical(code: str) -> str:
    """A code as it counts: ``1.`` and ``01`` are 1."""
    text = code.strip().rstrip(".)")
    return text if _PLAIN(text) else ".".join(parts(text) or (text,))


def in_order(codes: list[str | None]) -> bool:
    """Whether codes are numbered one by one and written alike, as nearly all are: 1, 2, 3 or 1.1, 1.2, 1.3."""
    before = (codes[0] or "")[:-1]
    wanted = [f"{before}{number}" for number in range(1, len(codes) + 1)]
    return codes == wanted and before[-1:] in ("", ".")


_PLACES = 100
"""A number from here on is seldom a place in a list: 4130 names an account."""
_SHARED = 3
"""So many lines to each code on average, and the codes name groups."""


def are_keys(codes: Sequence[str]) -> bool:
    """Whether codes name the groups of a list and not the places in it: high numbers, each on many lines that stand
    together. Such codes repeat on purpose and follow no order."""
    runs = [code for code, _ in groupby(codes)]
    numbers = [place.number for code in runs for place in places(code)]
    return len(set(runs)) * _SHARED <= len(codes) and len(set(runs)) == len(runs) and min(numbers, default=0) >= _PLACES


class Repeat(NamedTuple):
    """Lines with the same text: the first, the second, and how many lines there are."""

    first: int
    second: int
    lines: int

    def hit(self, field: str, facts: Mapping[str, Fact], many: Text) -> Hit:
        """The hit at a field of the second line; ``many`` is the sentence where there are more, with their number."""
        count, message = ({"count": self.lines}, many) if self.lines > 2 else ({}, None)
        related = (("lines", self.first, field),)
        return Hit(("lines", self.second, field), {**facts, **count}, related, message=message)


def repeats(texts: Iterable[tuple[str, int]]) -> Iterator[Repeat]:
    """Every text that several lines have, in the order of its second line; ``texts`` are texts with their lines.

    Told once however many lines there are: a department's number before each of its accounts is one thing to say.
    """
    found = [Repeat(group[0], group[1], len(group)) for group in by_key(texts).values() if len(group) > 1]
    yield from sorted(found, key=lambda repeat: repeat.second)
