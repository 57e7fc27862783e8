"""What stands more than once among siblings."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Repeat(NamedTuple):
    """Lines with the same text: the first, the second, and how many lines there are."""

    first: int
    second: int
    lines: int


def repeats(texts: Iterable[tuple[str, int]]) -> Iterator[Repeat]:
    """Every text that several lines have, in the order of its second line; ``texts`` are texts with their lines.

    Told once however many lines there are: a department's number before each of its accounts is one thing to say.
    """
    lines: dict[str, list[int]] = {}
    for text, line in texts:
        lines.setdefault(text, []).append(line)
    found = [Repeat(group[0], group[1], len(group)) for group in lines.values() if len(group) > 1]
    yield from sorted(found, key=lambda repeat: repeat.second)
