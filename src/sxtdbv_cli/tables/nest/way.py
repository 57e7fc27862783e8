"""What a way of nesting is."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.numbering import Mark
from sxtdbv_cli.text.language import Text


class Nested(NamedTuple):
    """A parent for each line, the lines whose number fits no place (a restart, a jump), and the mark each line was
    read by."""

    parents: list[int]
    odd: Sequence[int] = ()
    marks: Sequence[Mark | None] = ()


class Way(NamedTuple):
    """One way to nest lines, in words, and the function that does it. ``partial`` says that child lines which do not
    add up to their parent are a partial listing: nothing else shows that they are all of it. ``proved`` says that it is
    one only where most of its sums hold."""

    why: Text
    nest: Callable[[Sequence[Entry]], Nested]
    partial: bool = False
    proved: bool = False
