"""The text of a YAML file, the nodes of its tree, and where they stand."""

import re
from bisect import bisect_right
from functools import cached_property

from sxtdbv_cli.model.place import Place

NO_KEY = -1

Scalar = tuple[str | None, int, int, int]
"""A value: its text (None if left blank), where its key begins (``NO_KEY`` in a list), where it begins and ends.

A plain tuple, for the collector then need not look at it: a plan has five of them a line.
"""


class Map(dict[str, "Node"]):
    """A mapping, in the order of the file; ``key`` and ``start`` are positions like those of a ``Scalar``."""

    __slots__ = ("key", "start")

    def __init__(self, key: int, start: int) -> None:
        self.key = key
        self.start = start


class Seq(list["Node"]):
    """A list."""

    __slots__ = ("key", "start")

    def __init__(self, key: int, start: int) -> None:
        self.key = key
        self.start = start


Node = Scalar | Map | Seq


class Source:
    """The text of a file: positions in it become places."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\r\n|\r|\n", self.text))]

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from ``start`` to before ``end``."""
        (line, column), (end_line, end_column) = self._line_column(start), self._line_column(end)
        return Place(self.file, line, column, end_line, end_column)

    def _line_column(self, position: int) -> tuple[int, int]:
        line = bisect_right(self._starts, position)
        return line, position - self._starts[line - 1] + 1

    def of_value(self, node: Node) -> Place:
        """Where a value stands; of a group or a list, where it begins."""
        if isinstance(node, tuple):
            return self.place(node[2], node[3])
        return self.place(node.start, node.start + 1)

    def of_key(self, key: str, node: Node) -> Place:
        """Where the key of a value stands."""
        start = node[1] if isinstance(node, tuple) else node.key
        return self.place(start, start + len(key))
