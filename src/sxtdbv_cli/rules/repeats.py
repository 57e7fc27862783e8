"""What stands more than once among siblings."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sxtdbv_cli.model.finding import Fact
from sxtdbv_cli.rules.rule import Hit, Text


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
    lines: dict[str, list[int]] = {}
    for text, line in texts:
        lines.setdefault(text, []).append(line)
    found = [Repeat(group[0], group[1], len(group)) for group in lines.values() if len(group) > 1]
    yield from sorted(found, key=lambda repeat: repeat.second)
